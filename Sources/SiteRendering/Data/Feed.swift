import Collation
import PlanModel

/// A feed of what changed from each version to the next (Atom, RFC 4287): an entry for each version
/// with the figures, the newest first.
///
/// Entries are named by tag URIs (RFC 4151) made of the site's host, the version's day and the names
/// of both versions; so they stay the same when the site moves between folders. The feed is dated by
/// the versions: no clock is read.
struct Feed {
  let edition: Edition
  let root: SiteAddress

  /// The catalogue of the site's first language speaks in the feed.
  private var catalogue: Catalogue { edition.site.catalogues[0] }

  /// The steps from each version to the next, the newest first.
  private var steps: [EditionComparison] {
    zip(edition.versions, edition.versions.dropFirst()).compactMap { old, new in
      edition.comparison(old: old.name, new: new.name)
    }.reversed()
  }

  var xml: String {
    let home = root.url(of: Address.home.path(under: ""))
    let updated = steps.first.map { day(of: $0.new) } ?? day(of: edition.newest)
    var xml = XML.declaration
    xml += "<feed xmlns=\"http://www.w3.org/2005/Atom\""
    xml += " xml:lang=\"\(XML.text(catalogue.language))\">\n"
    xml += "<id>\(XML.text(home))</id>\n"
    xml += "<title>\(XML.text(edition.site.title))</title>\n"
    xml += "<updated>\(updated)T00:00:00Z</updated>\n"
    xml += "<author><name>\(XML.text(edition.site.title))</name></author>\n"
    xml += "<link rel=\"self\" href=\"\(XML.text(root.url(of: DataFile.feed.path)))\"/>\n"
    xml += "<link rel=\"alternate\" type=\"text/html\" href=\"\(XML.text(home))\"/>\n"
    for step in steps { xml += entry(step) }
    return xml + "</feed>\n"
  }

  private func entry(_ step: EditionComparison) -> String {
    let (old, new) = (step.old, step.new)
    let page = Address.comparison(old: old.name, new: new.name).path(under: "")
    let title = catalogue.text(.comparisonOf, ["old": old.label, "new": new.label])
    let day = day(of: new)
    let summary = ChangeSummary(of: step)
    var words = summary.counts.map { "\(catalogue.text($0.sort.phrase)) \($0.count)" }
    if let notice = new.plan.metadata.notice { words.insert(notice, at: 0) }
    var xml = "<entry>\n"
    xml +=
      "<id>tag:\(XML.text(root.host)),\(day):\(XML.text(old.name))..\(XML.text(new.name))</id>\n"
    xml += "<title>\(XML.text(title))</title>\n"
    xml += "<updated>\(day)T00:00:00Z</updated>\n"
    xml += "<link rel=\"alternate\" type=\"text/html\" href=\"\(XML.text(root.url(of: page)))\"/>\n"
    xml += "<summary>\(XML.text(words.joined(separator: " · ")))</summary>\n"
    return xml + "</entry>\n"
  }

  /// The day with which a version's name begins; the first of 1970 if it begins with none.
  private func day(of version: EditionVersion) -> String {
    let digits = version.name.prefix(10)
    let parts = digits.split(separator: "-", omittingEmptySubsequences: false)
    let isDay =
      parts.map(\.utf8.count) == [4, 2, 2]
      && parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
    if isDay { return String(digits) }
    let year = version.name.prefix(4)
    let isYear = year.utf8.count == 4 && year.utf8.allSatisfy { (48...57).contains($0) }
    return isYear ? "\(year)-01-01" : "1970-01-01"
  }
}
