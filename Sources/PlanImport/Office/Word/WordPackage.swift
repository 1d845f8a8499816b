/// The parts of a Word document that hold its text, read in the order in which they need one another.
struct WordPackage {
  private(set) var text = OfficeText()
  private var package: ArchivePackage
  private var count = 0

  init(_ bytes: [UInt8], file: String) throws(ImportError) {
    package = try ArchivePackage(bytes, file: file)
    let document = try relationships(of: "")?["officeDocument"] ?? "word/document.xml"
    let parts = try relationships(of: document)
    /// The name of a part; the usual one, where the document does not list its parts.
    func part(_ type: String) -> String? { parts.map { $0[type] } ?? "word/\(type).xml" }
    let styles =
      try optional(part("styles")) { bytes throws(XMLEvents.Fault) in try WordStyles(bytes) }
      ?? WordStyles()
    let lists =
      try optional(part("numbering")) { bytes throws(XMLEvents.Fault) in try WordLists(bytes) }
      ?? WordLists()
    let numbering = WordNumbering(lists, styles)
    let body = try package.readRequired(document) { bytes throws(XMLEvents.Fault) in
      try WordBody(bytes, numbering, styles)
    }
    try add(body, document)
    for name in [part("footnotes"), part("endnotes")].compactMap(\.self) {
      let count = count
      let notes = try package.read(name) { bytes throws(XMLEvents.Fault) in
        try WordBody(bytes, numbering, styles, before: count)
      }
      guard let notes else { continue }
      text.hasNotes = text.hasNotes || !notes.parts.isEmpty
      try add(notes, name)
    }
  }

  private mutating func relationships(
    of part: String
  ) throws(ImportError) -> WordRelationships? {
    try package.read(WordRelationships.list(of: part)) { bytes throws(XMLEvents.Fault) in
      try WordRelationships(bytes, of: part)
    }
  }

  private mutating func optional<Value>(
    _ name: String?, _ reading: ([UInt8]) throws(XMLEvents.Fault) -> Value
  ) throws(ImportError) -> Value? {
    guard let name else { return nil }
    return try package.read(name, reading)
  }

  private mutating func add(_ body: WordBody, _ name: String) throws(ImportError) {
    guard !body.isTooLong else {
      throw .damaged(
        file: package.file,
        reason: "\(name) has more than \(OfficeText.mostElements) paragraphs and cells")
    }
    count = body.count
    text.parts += body.parts
    text.contents += body.contents
    text.removed += body.removed
    text.embedded += body.embedded
    text.comments += body.comments
    text.pictureSigns += body.pictureSigns
    text.hasTrackedChanges = text.hasTrackedChanges || body.hasTrackedChanges
  }
}
