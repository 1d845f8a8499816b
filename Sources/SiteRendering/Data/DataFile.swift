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
  /// What changed, for readers of news (Atom, RFC 4287).
  case feed
  /// Every page, for search engines (sitemaps.org, 0.9).
  case siteMap

  /// The file's place in the site.
  var path: String {
    switch self {
    case .plan(let version): version + "/plan.json"
    case .comparison(let old, let new): "compare/\(old)..\(new)/comparison.json"
    case .feed: "feed.xml"
    case .siteMap: "sitemap.xml"
    }
  }
}

extension SiteRenderer {
  /// The files for programs.
  var dataPages: [Page] {
    let plans = edition.versions.map { version in
      json(.plan(version: version.name)) { form in
        form.object { form in
          form.name("plan")
          form.write(version.plan)
          form.name("schema")
          form.value("variorum/plan/1")
        }
      }
    }
    let comparisons = edition.comparisons.map { comparison in
      json(.comparison(old: comparison.old.name, new: comparison.new.name)) { form in
        form.write(
          Comparison(links: comparison.links), old: comparison.old.plan, new: comparison.new.plan,
          carried: comparison.new.plan.blocks.map { comparison.old.index(of: $0.id) })
      }
    }
    return plans + comparisons + addressedPages
  }

  /// The files that name pages by their whole addresses.
  private var addressedPages: [Page] {
    guard let root = edition.site.address else { return [] }
    return [
      Page(
        path: DataFile.feed.path, mediaType: "application/atom+xml; charset=utf-8",
        text: Feed(edition: edition, root: root).xml),
      Page(
        path: DataFile.siteMap.path, mediaType: "application/xml; charset=utf-8",
        text: siteMap(root: root)),
    ]
  }

  private func json(_ file: DataFile, _ write: (inout JSONWriter) -> Void) -> Page {
    Page(
      path: file.path, mediaType: "application/json; charset=utf-8",
      bytes: JSONWriter.bytes(write) + [UInt8(ascii: "\n")])
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
    case .reading(let version): [.plan(version: version)]
    case .comparison(let old, let new), .sideBySide(let old, let new):
      [.comparison(old: old, new: new)]
    default: []
    }
  }
}
