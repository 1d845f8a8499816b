internal import PlanMarkdown
public import PlanModel
public import PluginKit

extension Project {
  /// What a person says of a source at its import.
  public struct ImportRequest: Sendable {
    /// The source's bytes and name.
    public var source: ImportSource
    /// The version's name.
    public var version: String
    /// The version behind which it has its place and whose identifiers are carried; `nil` for the
    /// last one listed.
    public var previous: String?
    /// The version before which it has its place, where that is not the end of the list.
    public var next: String?
    /// Whether no identifiers are carried at all.
    public var isFirst = false
    /// The format, where a person named it.
    public var format: String?
    /// The plan's title, where the source doesn't say it.
    public var title: String?
    /// A statement to stand on each page that shows the version.
    public var notice: String?
    /// What a reader sees for the version's name.
    public var label: String?
    /// Whether a version that is there already is written over.
    public var replaces = false

    /// Creates a request.
    public init(source: ImportSource, version: String) {
      self.source = source
      self.version = version
    }
  }

  /// What an import did.
  public struct ImportResult: Sendable {
    /// The plan as written.
    public var plan: Plan
    /// What a person should look at.
    public var diagnostics: [Diagnostic]
    /// How many blocks bear an identifier of an earlier version.
    public var carried: Int
    /// The files written, relative to the project.
    public var files: [String]
  }

  /// Imports a source as a version: keeps the source as received, and writes plan.md,
  /// source.map.json and lineage.json.
  ///
  /// Nothing is written if anything is wrong.
  ///
  /// - Throws: A `DocumentError` if the source cannot be read, or the version is there already.
  public mutating func add(_ request: ImportRequest) throws -> ImportResult {
    let name = request.version
    guard SiteConfiguration.isVersionName(name) else {
      throw DocumentError(
        code: "bad-version-name", "‘\(name)’ cannot be a version's name",
        help: "use letters, digits, '-', '_' and '.', such as 2019-12-02")
    }
    if folder.contains(Self.planFile(of: name)), !request.replaces {
      throw DocumentError(
        code: "version-exists", "the version ‘\(name)’ is there already",
        at: FilePlace(file: folder.shown(Self.planFile(of: name))),
        help: "give --replace to write it over; what was edited by hand in plan.md is lost")
    }
    let place = try place(of: request)
    let (earlier, later) = request.isFirst ? ([], []) : try neighbours(of: request, at: place)
    let plugins = try plugins(at: [.importer, .transformer])
    let conversion = try Conversion(
      request.source, format: request.format, plugins: plugins, after: earlier.map(\.plan),
      before: later.map(\.plan), retired: try retiredIdentifiers())
    let near = earlier.last ?? later.first
    let plan = Self.described(conversion.plan, by: request, after: near?.plan)
    let files = try files(for: request, plan, conversion, near: near)
    let listing = try listing(of: name, label: request.label, at: place)
    for (file, bytes) in files { try folder.write(bytes, to: file) }
    if let listing {
      try folder.write(Array(listing.text.utf8), to: Self.configurationFile)
      configuration = listing.configuration
    }
    let known = Set((earlier + later).flatMap { $0.plan.blocks.map(\.id) })
    return ImportResult(
      plan: plan, diagnostics: conversion.diagnostics + plugins.faults.drained(),
      carried: plan.blocks.count { known.contains($0.id) }, files: files.map(\.0))
  }

  private func files(
    for request: ImportRequest, _ plan: Plan, _ conversion: Conversion, near: Version?
  ) throws -> [(String, [UInt8])] {
    let name = request.version
    let sourceFile = "source." + Self.suffix(of: request.source.name)
    let map = SourceMap(
      of: conversion.draft, identifiers: plan.blocks.map(\.id), file: sourceFile)
    let record = LineageRecord(of: conversion, near: near.map { ($0.name, $0.plan) })
    let lines = conversion.draft.readLines.map(\.text).joined(separator: "\n") + "\n"
    let linesFile = map.lines.map { ("Site/Versions/\(name)/\($0.file)", Array(lines.utf8)) }
    return (linesFile.map { [$0] } ?? []) + [
      ("Site/Versions/\(name)/\(sourceFile)", request.source.bytes),
      (Self.planFile(of: name), Array(plan.markdown.utf8)),
      (Self.mapFile(of: name), try JSONForm.bytes(of: map)),
      (Self.lineageFile(of: name), try JSONForm.bytes(of: record, isPretty: true)),
    ]
  }

  /// The place of a version in the list: where it stands already, behind the version that it
  /// follows, before the one that follows it, or at the end.
  private func place(of request: ImportRequest) throws -> Int {
    let names = configuration.versions.map(\.name)
    func known(_ name: String) throws -> Int {
      guard let place = names.firstIndex(of: name) else { _ = try version(name); return 0 }
      return place
    }
    if let place = names.firstIndex(of: request.version) { return place }
    if let next = request.next { return try known(next) }
    if let previous = request.previous { return try known(previous) + 1 }
    return names.count
  }

  /// The versions before and after a place, without the one that is being imported.
  ///
  /// A version that a person named as the one before comes last of the earlier ones.
  private func neighbours(
    of request: ImportRequest, at place: Int
  ) throws -> (earlier: [Version], later: [Version]) {
    let others = configuration.versions.enumerated().filter {
      $0.element.name != request.version && $0.element.name != request.previous
        && folder.contains(Self.planFile(of: $0.element.name))
    }
    var earlier = try others.filter { $0.offset < place }.map { try version($0.element.name) }
    if let previous = request.previous { earlier.append(try version(previous)) }
    let later = try others.filter { $0.offset >= place }.map { try version($0.element.name) }
    return (earlier, later)
  }

  /// The identifiers that were retired at any import; they stay so if their version is taken away.
  private func retiredIdentifiers() throws -> Set<BlockID> {
    var identifiers = Set<BlockID>()
    for version in configuration.versions {
      let file = Self.lineageFile(of: version.name)
      guard folder.contains(file) else { continue }
      let record = try JSONForm.value(
        LineageRecord.self, of: try folder.read(file), file: folder.shown(file))
      identifiers.formUnion(record.retired.compactMap { BlockID($0.id) })
    }
    return identifiers
  }

  /// The plan with what the request and the version before say of it.
  private static func described(
    _ plan: Plan, by request: ImportRequest, after previous: Plan?
  ) -> Plan {
    var known = PlanMetadata()
    known.title = request.title ?? plan.metadata.title ?? previous?.metadata.title
    known.version = request.version
    known.language = plan.metadata.language ?? previous?.metadata.language
    known.notice = request.notice
    for field in plan.metadata.fields where known[field.key] == nil {
      known.fields.append(field)
    }
    return Plan(metadata: known, blocks: plan.blocks)
  }

  private static func suffix(of name: String) -> String {
    let last = name.split(separator: "/").last ?? ""
    let parts = last.split(separator: ".")
    guard parts.count > 1, let suffix = parts.last, suffix.count <= 8,
      suffix.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else { return "txt" }
    return suffix.lowercased()
  }
}
