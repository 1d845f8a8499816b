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
    /// The version whose identifiers are carried; `nil` for the last one listed.
    public var previous: String?
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

  /// Imports a source as a version: keeps the source as received, and writes plan.md and
  /// source.map.json.
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
    let earlier = request.isFirst ? [] : try earlierVersions(than: name, from: request.previous)
    let conversion = try Conversion(
      request.source, format: request.format, plugins: plugins(), after: earlier.map(\.plan))
    let plan = Self.described(conversion.plan, by: request, after: earlier.last?.plan)
    let sourceFile = "source." + Self.suffix(of: request.source.name)
    let files = [
      ("Site/Versions/\(name)/\(sourceFile)", request.source.bytes),
      (Self.planFile(of: name), Array(plan.markdown.utf8)),
      (
        Self.mapFile(of: name),
        try JSONForm.bytes(
          of: SourceMap(
            of: conversion.draft, identifiers: plan.blocks.map(\.id), file: sourceFile),
          isPretty: false)
      ),
    ]
    let listing = try listing(of: name, label: request.label)
    for (file, bytes) in files { try folder.write(bytes, to: file) }
    if let listing {
      try folder.write(Array(listing.text.utf8), to: Self.configurationFile)
      configuration = listing.configuration
    }
    let known = Set(earlier.flatMap { $0.plan.blocks.map(\.id) })
    return ImportResult(
      plan: plan, diagnostics: conversion.diagnostics,
      carried: plan.blocks.count { known.contains($0.id) }, files: files.map(\.0))
  }

  /// The versions whose identifiers are carried, that one last from which they come first.
  private func earlierVersions(than name: String, from previous: String?) throws -> [Version] {
    var names = configuration.versions.map(\.name)
    if let place = names.firstIndex(of: name) { names = Array(names[..<place]) }
    if let previous {
      guard
        names.contains(previous) || configuration.versions.contains(where: { $0.name == previous })
      else { return [try version(previous)] }
      names.removeAll { $0 == previous }
      names.append(previous)
    }
    return try names.filter { folder.contains(Self.planFile(of: $0)) }.map { try version($0) }
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

  /// The configuration with a version listed, unless it is listed already; the rest of the file
  /// stays as it is.
  private func listing(
    of name: String, label: String?
  ) throws -> (text: String, configuration: SiteConfiguration)? {
    guard !configuration.versions.contains(where: { $0.name == name }) else { return nil }
    var listed = configuration
    listed.versions.append(SiteConfiguration.Version(name: name, label: label))
    var text = try folder.text(Self.configurationFile)
    let entry = listed.entry(for: listed.versions.count - 1)
    if let range = text.firstRange(of: "versions: []") {
      text.replaceSubrange(range, with: "versions:\n" + entry)
    } else {
      text = text.inserting(entry, behindListOf: "versions:")
    }
    // What was edited must still say what is meant; otherwise the person is told to do it.
    guard let edited = try? SiteConfiguration(yaml: text, file: Self.configurationFile),
      edited == listed
    else {
      throw DocumentError(
        code: "unlisted-version", "the version cannot be listed in the configuration",
        at: FilePlace(file: folder.shown(Self.configurationFile)),
        help: "add under versions:\n\(entry)and import again")
    }
    return (text, listed)
  }
}

extension String {
  /// The text with lines put behind the indented lines that follow a key's line.
  fileprivate func inserting(_ entry: String, behindListOf key: String) -> String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    guard let start = lines.firstIndex(where: { $0.hasPrefix(key) }) else {
      return (lines + [key + "\n" + entry]).joined(separator: "\n")
    }
    var end = start + 1
    while end < lines.count, lines[end].hasPrefix(" ") || lines[end].hasPrefix("-") { end += 1 }
    lines.insert(String(entry.dropLast()), at: end)
    return lines.joined(separator: "\n") + "\n"
  }
}
