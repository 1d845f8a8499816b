internal import Annotations
public import Collation
internal import Identity
internal import PlanMarkdown
public import PlanModel
public import PluginKit

/// Two versions and what became of one in the other.
public struct ComparedVersions: Sendable {
  /// The old version.
  public var old: Plan
  /// The new version.
  public var new: Plan
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

  /// Compares two texts whose identifiers, if they have any, mean nothing to each other.
  public init(aligning old: Plan, with new: Plan, plugins: PluginSet) {
    let links = Comparison(linking: old.blocks, with: new.blocks, sharing: .atOnce)
    let drafts = new.blocks.map { DraftBlock(kind: $0.kind, number: $0.number, text: $0.text) }
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
    comparison = Comparison(links: Array(parts.joined()))
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
    let plugins = project?.plugins(agencies: agencies ?? .init()) ?? Project.standardPlugins
    let names = [old, new]
    let sides = try WorkSharing.atOnce.map(2) { index in
      Result { try Side(names[index], project: project, format: format, plugins) }
    }.map { try $0.get() }
    let diagnostics = sides.flatMap(\.diagnostics)
    let known = Set(sides[0].plan.blocks.map(\.id))
    let sharesIdentifiers = sides[1].plan.blocks.contains { known.contains($0.id) }
    if sides[0].isIdentified, sides[1].isIdentified, sharesIdentifiers {
      return (.init(identifying: sides[0].plan, with: sides[1].plan, plugins: plugins), diagnostics)
    }
    return (.init(aligning: sides[0].plan, with: sides[1].plan, plugins: plugins), diagnostics)
  }
}

/// One side of a comparison, found by its name.
private struct Side: Sendable {
  var plan: Plan
  /// Whether the identifiers are those of a plan.md, and not minted just now.
  var isIdentified: Bool
  var diagnostics: [Diagnostic]

  init(_ name: String, project: Project?, format: String?, _ plugins: PluginSet) throws {
    if let project, project.configuration.versions.contains(where: { $0.name == name }) {
      let version = try project.version(name)
      (plan, isIdentified, diagnostics) = (version.plan, true, version.diagnostics)
      return
    }
    let source = ImportSource(name: name, bytes: try SourceFile(name).read())
    if format == nil, name.hasSuffix(".md"),
      let text = String(validating: source.bytes, as: UTF8.self)
    {
      let document = MarkdownDocument(text, file: name)
      if !document.entries.isEmpty, document.entries.allSatisfy({ $0.id != nil }),
        let found = document.plan(file: name).plan
      {
        (plan, isIdentified, diagnostics) = (found, true, document.diagnostics)
        return
      }
      if !document.entries.isEmpty {
        // What has been parsed is not parsed again.
        let conversion = Conversion(document.draft, file: name)
        (plan, isIdentified, diagnostics) = (conversion.plan, false, conversion.diagnostics)
        return
      }
    }
    let conversion = try Conversion(source, format: format, plugins: plugins)
    (plan, isIdentified, diagnostics) = (conversion.plan, false, conversion.diagnostics)
  }
}
