internal import Annotations
public import Collation
internal import Identity
public import PlanModel
public import PluginKit

/// Two versions and what became of one in the other.
public struct ComparedVersions: Sendable {
  /// The old version.
  public var old: Plan
  /// The new version.
  public var new: Plan
  /// What to call the old version where it doesn't name itself.
  public var oldName = ""
  /// What to call the new version where it doesn't name itself.
  public var newName = ""
  /// The links between their blocks, with judgements.
  public var comparison: Comparison
  /// For each new block the old block whose identifier it bears.
  public var carried: [Int?]

  /// Compares two versions whose blocks bear identifiers that mean the same on both sides.
  public init(identifying old: Plan, with new: Plan, plugins: PluginSet) {
    var places: [BlockID: Int] = [:]
    for (index, block) in old.blocks.enumerated() { places[block.id] = index }
    let links = Comparison(linkingIdentified: old.blocks, with: new.blocks, sharing: .atOnce)
    self.init(
      old, new, links, carried: new.blocks.map { places[$0.id] }, plugins: plugins)
  }

  /// Two texts whose identifiers, if they have any, mean nothing to each other.
  private init(aligned links: Comparison, _ old: Plan, _ new: Plan, plugins: PluginSet) {
    let drafts = new.blocks.map(DraftBlock.init)
    let lineage = Lineage(links, of: drafts, from: old.blocks)
    self.init(old, new, links, carried: lineage.decisions.map(\.old), plugins: plugins)
  }

  private init(
    _ old: Plan, _ new: Plan, _ found: Comparison, carried: [Int?], plugins: PluginSet
  ) {
    self.old = old
    self.new = new
    self.carried = carried
    let search = SpanSearch(old: old.blocks, new: new.blocks)
    // Each link stands for itself, so that the outcome is the same however they are shared out.
    let parts = WorkSharing.atOnce.map(found.links.indices, by: Self.linksAtOnce) { range in
      plugins.classified(
        Comparison(links: search.found(in: found.links[range])), old: old.blocks, new: new.blocks
      ).links
    }
    comparison = plugins.classifiedAtOnce(
      Comparison(links: Array(parts.joined())), old: old.blocks, new: new.blocks,
      named: [old, new].map { $0.metadata.version ?? $0.metadata.title ?? "–" }
        .joined(separator: " → "))
  }

  private static let linksAtOnce = 512

  /// Compares two sources, or two versions of a project, whichever the names mean.
  ///
  /// Identifiers decide if both sides are sound plan.md files that share some; otherwise the texts.
  ///
  /// - Parameters:
  ///   - old: A version of the project, or a file's path.
  ///   - new: Likewise.
  ///   - project: The project, if there is one.
  ///   - format: The format of the files, where a person named it.
  /// - Returns: The compared versions, and what is doubtful in the sources.
  /// - Throws: A `DocumentError` if a side can be neither found nor read.
  public static func comparing(
    _ old: String, with new: String, project: Project?, format: String? = nil
  ) throws -> (compared: ComparedVersions, diagnostics: [Diagnostic]) {
    let agencies = try project?.annotations().agencies
    let plugins = try project?.plugins(agencies: agencies ?? .init()) ?? Project.standardPlugins
    let names = [old, new]
    let sides = try WorkSharing.atOnce.map(2) { index in
      Result { try Side(names[index], project: project, format: format, plugins) }
    }.map { try $0.get() }
    if let old = sides[0].identified, let new = sides[1].identified {
      let known = Set(old.blocks.map(\.id))
      if new.blocks.contains(where: { known.contains($0.id) }) {
        var compared = ComparedVersions(identifying: old, with: new, plugins: plugins)
        (compared.oldName, compared.newName) = (names[0], names[1])
        return (compared, sides.flatMap(\.diagnostics) + plugins.faults.drained())
      }
    }
    // The texts decide on the links, so that identifiers can be minted meanwhile.
    let minting = Background { sides.map(\.converted) }
    let links = Comparison(linking: sides[0].blocks, with: sides[1].blocks, sharing: .atOnce)
    let converted = minting.value
    var compared = ComparedVersions(
      aligned: links, converted[0].plan, converted[1].plan, plugins: plugins)
    (compared.oldName, compared.newName) = (names[0], names[1])
    return (compared, converted.flatMap(\.diagnostics) + plugins.faults.drained())
  }
}
