/// The files inside a Word document that hold its text, read in the order in which they need one
/// another.
struct WordPackage {
  private(set) var parts: [WordPart]
  private(set) var styles = WordStyles()
  private(set) var hasTrackedChanges: Bool
  private(set) var hasNotes = false

  private static let document = "word/document.xml"

  init(_ bytes: [UInt8], file: String) throws(ImportError) {
    var archive: ZipArchive
    do {
      archive = try ZipArchive(bytes)
    } catch {
      throw Self.error(error, file)
    }
    var lists = WordLists()
    if let part = try Self.part("word/styles.xml", &archive, file) {
      styles = try Self.read("word/styles.xml", file) { () throws(XMLEvents.Fault) in
        try WordStyles(part)
      }
    }
    if let part = try Self.part("word/numbering.xml", &archive, file) {
      lists = try Self.read("word/numbering.xml", file) { () throws(XMLEvents.Fault) in
        try WordLists(part)
      }
    }
    guard let text = try Self.part(Self.document, &archive, file) else {
      throw .damaged(file: file, reason: "the archive has no \(Self.document)")
    }
    let styles = styles
    let numbering = ListNumbering(lists, styles)
    let body = try Self.read(Self.document, file) { () throws(XMLEvents.Fault) in
      try WordBody(text, numbering, styles)
    }
    guard !body.isTooLong else {
      throw .damaged(
        file: file,
        reason: "the document has more than \(WordBody.mostElements) paragraphs and cells")
    }
    parts = body.parts
    hasTrackedChanges = body.hasTrackedChanges
    var count = body.count
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
      guard let part = try Self.part(name, &archive, file) else { continue }
      let notes = try Self.read(name, file) { () throws(XMLEvents.Fault) in
        try WordBody(part, numbering, styles, before: count)
      }
      guard !notes.isTooLong else {
        throw .damaged(
          file: file, reason: "\(name) has more than \(WordBody.mostElements) paragraphs and cells")
      }
      count = notes.count
      parts += notes.parts
      hasTrackedChanges = hasTrackedChanges || notes.hasTrackedChanges
      hasNotes = hasNotes || !notes.parts.isEmpty
    }
  }

  private static func part(
    _ name: String, _ archive: inout ZipArchive, _ file: String
  ) throws(ImportError) -> [UInt8]? {
    let part: [UInt8]?
    do {
      part = try archive.contents(of: name)
    } catch {
      throw Self.error(error, file)
    }
    // Entities would not be expanded in any case; but nobody who means well declares them here.
    if let part, part.firstRange(of: Array("<!DOCTYPE".utf8)) != nil {
      throw .damaged(
        file: file, reason: "\(name) declares a document type, which is not allowed in a document")
    }
    return part
  }

  private static func read<Value>(
    _ name: String, _ file: String, _ reading: () throws(XMLEvents.Fault) -> Value
  ) throws(ImportError) -> Value {
    do {
      return try reading()
    } catch {
      throw .damaged(file: file, reason: "\(name) is no whole XML (line \(error.line))")
    }
  }

  private static func error(_ fault: ZipArchive.Fault, _ file: String) -> ImportError {
    switch fault {
    case .damaged(let reason): .damaged(file: file, reason: reason)
    case .encrypted: .encrypted(file: file)
    }
  }
}
