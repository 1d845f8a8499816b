import Annotations
import Collation
import PlanModel

/// A table of the site as a file, beside the page that shows it.
enum TableFile: Sendable, Hashable {
  /// The notes.
  case notes
  /// What is due when.
  case deadlines
  /// The agencies with how much each has to do.
  case agencies
  /// The notes in which an agency has a part.
  case agency(id: String)
  /// What changed from one version to another.
  case changes(old: String, new: String)

  /// The form of a file.
  enum Form: String, Sendable, Hashable, CaseIterable {
    case csv
    case json

    /// The form as a media type.
    var mediaType: String {
      switch self {
      case .csv: "text/csv; charset=utf-8"
      case .json: "application/json; charset=utf-8"
      }
    }
  }

  /// The name of its form in JSON.
  var schema: String {
    switch self {
    case .notes, .deadlines, .agency: "variorum/notes/1"
    case .agencies: "variorum/agencies/1"
    case .changes: "variorum/changes/1"
    }
  }

  /// The file's place in the site, without its form.
  var path: String {
    switch self {
    case .notes: "notes/register"
    case .deadlines: "deadlines/deadlines"
    case .agencies: "agencies/agencies"
    case .agency(let id): "agencies/\(id)/tasks"
    case .changes(let old, let new): "compare/\(old)..\(new)/changes"
    }
  }
}

extension Edition {
  /// What a table says.
  ///
  /// Its words are identifiers and the text's own, the same in every language of the interface.
  func table(_ file: TableFile) -> SpreadsheetTable {
    switch file {
    case .notes: table(of: site.notes)
    case .deadlines: table(of: inOrderOfTime(site.notes.filter { $0.deadline != nil }))
    case .agency(let id):
      table(of: notes(ofAgency: id), for: id)
    case .agencies: agencyTable
    case .changes(let old, let new):
      comparison(old: old, new: new)?.table ?? SpreadsheetTable(columns: [], rows: [])
    }
  }

  /// The notes by their deadlines, and in the site's order where these are the same.
  func inOrderOfTime(_ notes: [Site.Note]) -> [Site.Note] {
    let keys = notes.map { $0.deadline?.orderKey ?? "" }
    return notes.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { notes[$0] }
  }

  private func table(of notes: [Site.Note], for agency: String? = nil) -> SpreadsheetTable {
    var columns = [
      "id", "kind", "agencies", "due", "due as written", "status", "as of", "quote", "version",
      "block", "position", "review",
    ]
    if agency != nil { columns.append("role") }
    let rows = notes.map { note in
      let own = note.parts.filter { $0.agency == agency }.map(\.role).joined(separator: "; ")
      return row(of: note) + (agency == nil ? [] : [own])
    }
    return SpreadsheetTable(columns: columns, rows: rows)
  }

  private func row(of note: Site.Note) -> [String] {
    let attached = note.placements.filter { $0.outcome == .attached }
    let placement = attached.last { $0.version == principal.name } ?? attached.last
    let block = placement?.passages.first?.block
    let version = placement.flatMap { self.version($0.version) }
    let index = block.flatMap { id in version?.index(of: id) }
    let parts = note.parts.map { "\($0.role): \($0.name)" }
    let position = index.flatMap { version?.position(of: $0).text }
    return [
      note.id, note.kind, parts.joined(separator: "; "), note.deadline?.value ?? "",
      note.deadline?.words ?? "", note.progress.last?.state ?? "", note.progress.last?.on ?? "",
      note.quote, version?.name ?? "", block?.rawValue ?? "", position ?? "",
      note.isForReview ? "yes" : "",
    ]
  }

  private var agencyTable: SpreadsheetTable {
    let roles = busyAgencies.flatMap { parts(of: $0.id).map(\.role) }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.sorted()
    return SpreadsheetTable(
      columns: ["id", "name", "other names", "part of"] + roles,
      rows: busyAgencies.map { agency in
        let parts = parts(of: agency.id)
        let name = agency.name.texts.first?.text ?? agency.id
        let others = agency.name.texts.dropFirst().map(\.text) + agency.otherNames
        return [agency.id, name, others.joined(separator: "; "), agency.parent ?? ""]
          + roles.map { role in String(parts.count { $0.role == role }) }
      })
  }
}

extension EditionComparison {
  /// The changes in the order of reading.
  fileprivate var table: SpreadsheetTable {
    SpreadsheetTable(
      columns: [
        "sort", "substance", "values", "old block", "old position", "old text", "new block",
        "new position", "new text", "confidence",
      ],
      rows: links.filter { !$0.isUnchanged }.map { link in
        [link.sorts.map(\.rawValue).joined(separator: "; "), link.substance?.rawValue ?? ""]
          + [link.tags.joined(separator: "; ")] + cells(of: link.old, in: old)
          + cells(of: link.new, in: new) + [String(link.confidence)]
      })
  }

  private func cells(of blocks: [Int], in version: EditionVersion) -> [String] {
    [
      blocks.map { version.plan.blocks[$0].id.rawValue }.joined(separator: "; "),
      blocks.map { version.position(of: $0).text }.joined(separator: "; "),
      blocks.map { version.plan.blocks[$0].heading }.joined(separator: "\n"),
    ]
  }
}
