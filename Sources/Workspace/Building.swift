internal import Annotations
internal import Collation
internal import PlanImport
public import PlanModel
internal import PluginKit
internal import SiteRendering

extension Project {
  /// What a build did.
  public struct BuildResult: Sendable {
    /// How many files the site has.
    public var pages: Int
    /// How many of them were written, since they are new or changed.
    public var written: Int
    /// How many were removed, since the site has them no longer.
    public var removed: Int
    /// What a person should look at.
    public var diagnostics: [Diagnostic]
  }

  /// Renders the site and writes it: only files that are new or changed, and away with those that an
  /// earlier build wrote and this one does not.
  ///
  /// Portions of the site are rendered and written on all cores, so that little of it stands in
  /// memory at a time.
  ///
  /// - Parameter output: The folder; files in it that no build wrote are left alone.
  /// - Returns: What was done, and what a person should look at.
  /// - Throws: A `DocumentError` if a version cannot be read or the site cannot be written.
  public func build(into output: Folder) throws -> BuildResult {
    let record = Background { BuildRecord(in: output) }
    let (site, diagnostics) = try siteWithDiagnostics()
    let renderer: SiteRenderer
    do {
      renderer = try SiteRenderer(site, theme: theme(), sharing: .atOnce)
    } catch let fault as TemplateFault {
      throw DocumentError(
        code: "bad-template", fault.message,
        at: FilePlace(file: fault.template, line: fault.line),
        help: "the names are those of the template that ships")
    } catch let fault as SiteFault {
      throw DocumentError(code: "bad-site", fault.description)
    }
    let written = try SiteWriter(renderer, into: output, after: record.value).write()
    return BuildResult(
      pages: written.files, written: written.changed, removed: written.removed,
      diagnostics: diagnostics)
  }

  private func siteWithDiagnostics() throws -> (site: Site, diagnostics: [Diagnostic]) {
    guard !configuration.versions.isEmpty else {
      throw DocumentError(
        code: "no-versions", "the project has no version yet",
        at: FilePlace(file: folder.shown(Self.configurationFile)),
        help: "import one: variorum import FILE --as 2025-01-01")
    }
    // Sources are read while the plans are.
    let sources = Background {
      let names = self.configuration.versions.map(\.name)
      return WorkSharing.atOnce.map(names.count) { self.receivedSource(of: names[$0]) }
    }
    let annotated = try AnnotatedProject(self)
    // Programs that contribute to pages start and answer meanwhile.
    let contributions = Background { self.contributions(to: annotated) }
    var site = Site(
      title: configuration.title, catalogues: try catalogues(),
      versions: zip(annotated.versions, sources.value).map(siteVersion),
      comparisons: comparisons(in: annotated))
    site.address = configuration.address.flatMap(SiteAddress.init)
    site.footer = configuration.footer
    site.pagination = configuration.pagination.rendered
    site.retirements = retirements(in: annotated.versions)
    if !annotated.notes.annotations.isEmpty {
      site.files = try exportedFiles(of: annotated)
    }
    site.show(annotated.notes, placements: annotated.placements)
    site.contributions = contributions.value.parts
    let faults = annotated.plugins.faults.drained() + contributions.value.faults
    // Those that were found before are told once.
    return (site, annotated.diagnostics + faults.filter { !annotated.diagnostics.contains($0) })
  }

  /// The comparisons that the project asks for.
  private func comparisons(in annotated: AnnotatedProject) -> [Site.VersionComparison] {
    configuration.comparedVersions.map { place in
      let (old, new) = (annotated.versions[place.old], annotated.versions[place.new])
      let comparison =
        place.old + 1 == place.new
        ? annotated.steps[place.old]
        : ComparedVersions(
          identifying: old.plan, with: new.plan, plugins: annotated.plugins
        ).comparison
      return Site.VersionComparison(old: old.name, new: new.name, comparison: comparison)
    }
  }

  private func catalogues() throws -> [Catalogue] {
    let shipped = try ownCatalogues() + Catalogue.shipped()
    return try configuration.languages.map { language in
      guard let catalogue = shipped.first(where: { $0.language == language }) else {
        throw DocumentError(
          code: "unknown-language", "the interface does not speak ‘\(language)’",
          at: FilePlace(file: folder.shown(Self.configurationFile)),
          help: "the languages are: "
            + shipped.map(\.language).joined(separator: ", "))
      }
      return catalogue
    }
  }

  /// A version's source as received, and where in it each block came from.
  private struct ReceivedSource: Sendable {
    /// The bytes of the file that is shown: the source, or the lines that were read from it.
    var bytes: [UInt8]
    /// Its lines, if the encoding can be told from its bytes.
    var lines: TextLines
    var origins: SourceMap.Origins
  }

  private func receivedSource(of version: String) -> ReceivedSource? {
    guard let bytes = try? folder.read(Self.mapFile(of: version)),
      let origins = try? SourceMap.origins(in: bytes),
      let source = try? folder.read("Site/Versions/\(version)/\(origins.linesFile ?? origins.file)")
    else { return nil }
    let lines = origins.linesFile == nil ? sourceLines(of: source) : TextLines(source) ?? []
    return ReceivedSource(bytes: source, lines: lines, origins: origins)
  }

  private func siteVersion(_ version: Version, from source: ReceivedSource?) -> Site.Version {
    var result = Site.Version(name: version.name, label: version.label, plan: version.plan)
    guard let source else { return result }
    let origins = source.origins
    result.sourceName = origins.file
    result.places = origins.places
    result.sourceLines = source.lines
    result.pageStarts = origins.pages
    result.isSourceRead = origins.linesFile != nil
    if origins.linesFile == nil,
      let encoding = version.plan.metadata["encoding"]?.text.flatMap(TextEncoding.init)
    {
      result.sourceLines = sourceLines(of: source.bytes, encoding: encoding)
    }
    return result
  }
}
