import Collation
import PlanModel

/// The files of a site that are made for programs: the texts and comparisons as JSON and, if the
/// site's address is known, a feed of changes and a map of the site.
///
/// They are the same in every language of the interface and stand once.
enum DataFile: Sendable, Hashable {
  /// A version's text.
  case plan(version: String)
  /// What became of one version in another.
  case comparison(old: String, new: String)
  /// What the site is about, for catalogues.
  case work
  /// What a version is, for catalogues.
  case version(String)
  /// A table of a page.
  case table(TableFile, TableFile.Form)
  /// What changed, for readers of news (Atom, RFC 4287).
  case feed
  /// Every page, for search engines (sitemaps.org, 0.9).
  case siteMap

  /// The file's place in the site.
  var path: String {
    switch self {
    case .plan(let version): version + "/plan.json"
    case .comparison(let old, let new): "compare/\(old)..\(new)/comparison.json"
    case .work: "legislation.jsonld"
    case .version(let version): version + "/legislation.jsonld"
    case .table(let table, let form): table.path + "." + form.rawValue
    case .feed: "feed.xml"
    case .siteMap: "sitemap.xml"
    }
  }

  /// What the file is.
  var mediaType: String {
    switch self {
    case .plan, .comparison: "application/json; charset=utf-8"
    case .work, .version: "application/ld+json; charset=utf-8"
    case .table(_, let form): form.mediaType
    case .feed: "application/atom+xml; charset=utf-8"
    case .siteMap: "application/xml; charset=utf-8"
    }
  }
}

extension SiteRenderer {
  /// The files for programs.
  var dataFiles: [DataFile] {
    var files = [DataFile.work]
    for version in edition.versions {
      files += [.plan(version: version.name), .version(version.name)]
    }
    for comparison in edition.comparisons {
      files += Address.comparison(old: comparison.old.name, new: comparison.new.name).data
    }
    if !edition.site.notes.isEmpty { files += Address.notes.data + Address.deadlines.data }
    if !edition.busyAgencies.isEmpty { files += Address.agencies.data }
    for agency in edition.busyAgencies { files += Address.agency(id: agency.id).data }
    // These name pages by their whole addresses.
    if edition.site.address != nil { files += [.feed, .siteMap] }
    return files
  }

  func page(of file: DataFile) -> Page {
    switch file {
    case .plan(let name):
      json(file) { form in
        guard let version = edition.version(name) else { return }
        form.object { form in
          form.name("plan")
          form.write(version.plan)
          form.name("schema")
          form.value("variorum/plan/1")
        }
      }
    case .comparison(let old, let new):
      json(file) { form in
        guard let comparison = edition.comparison(old: old, new: new) else { return }
        form.write(
          Comparison(links: comparison.links), old: comparison.old.plan, new: comparison.new.plan,
          carried: comparison.new.plan.blocks.map { comparison.old.index(of: $0.id) })
      }
    case .work:
      Page(
        path: file.path, mediaType: file.mediaType,
        bytes: StructuredData(edition: edition, version: nil).json)
    case .version(let name):
      Page(
        path: file.path, mediaType: file.mediaType,
        bytes: edition.version(name).map {
          StructuredData(edition: edition, version: $0).json
        } ?? [])
    case .table(let table, let form):
      Page(
        path: file.path, mediaType: file.mediaType,
        bytes: form == .csv
          ? edition.table(table).commaSeparated : edition.table(table).json(schema: table.schema))
    case .feed:
      Page(
        path: file.path, mediaType: file.mediaType,
        text: edition.site.address.map { Feed(edition: edition, root: $0).xml } ?? "")
    case .siteMap:
      Page(
        path: file.path, mediaType: file.mediaType,
        text: edition.site.address.map(siteMap) ?? "")
    }
  }

  private func json(_ file: DataFile, _ write: (inout JSONWriter) -> Void) -> Page {
    var bytes = JSONWriter.bytes(write)
    bytes.append(UInt8(ascii: "\n"))
    return Page(path: file.path, mediaType: file.mediaType, bytes: bytes)
  }

  /// Every page in every language, each with its counterparts in the other languages.
  private func siteMap(root: SiteAddress) -> String {
    var xml = XML.declaration
    xml += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
    xml += " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
    let catalogues = edition.site.catalogues
    for address in addresses {
      let paths = catalogues.map { catalogue in
        (catalogue.language, address.path(under: PageScope.prefix(of: catalogue, in: edition.site)))
      }
      for (_, path) in paths {
        xml += "<url><loc>\(XML.text(root.url(of: path)))</loc>"
        for (language, other) in paths where paths.count > 1 {
          xml += "<xhtml:link rel=\"alternate\" hreflang=\"\(XML.text(language))\""
          xml += " href=\"\(XML.text(root.url(of: other)))\"/>"
        }
        xml += "</url>\n"
      }
    }
    return xml + "</urlset>\n"
  }
}

extension Address {
  /// The files for programs that say what the page says.
  var data: [DataFile] {
    switch self {
    case .home: [.work]
    case .reading(let version), .chapter(let version, _):
      [.plan(version: version), .version(version)]
    case .comparison(let old, let new), .sideBySide(let old, let new),
      .comparisonChapter(let old, let new, _), .sideBySideChapter(let old, let new, _):
      [.comparison(old: old, new: new), .table(.changes(old: old, new: new), .csv)]
    case .notes: [.table(.notes, .json)]
    case .deadlines: tables(.deadlines)
    case .agencies: tables(.agencies)
    case .agency(let id): tables(.agency(id: id))
    default: []
    }
  }

  private func tables(_ table: TableFile) -> [DataFile] {
    TableFile.Form.allCases.map { .table(table, $0) }
  }
}
