internal import PlanModel

/// Reads the text of an OpenDocument file.
///
/// What is deleted in marked changes and what is hidden is listed apart. Comments, pictures and
/// embedded documents are left out.
struct OpenDocumentBody {
  private(set) var text = OfficeText()
  private var numbering: OpenDocumentNumbering
  private var styles: OpenDocumentStyles

  private var path: [String] = []
  private var skipped = 0
  /// Why the text in what is skipped is left out, where it is text at all.
  private var skippedRule: String?
  private var changes = OpenDocumentChanges()
  private var changeDepth = 0
  private var paragraphs: [OpenDocumentParagraph] = []
  private var assembly = OfficeAssembly()
  private var tables: [OpenDocumentTable] = []
  private var notes: [OfficePart] = []
  /// So many cells more may be covered by others, or be said once for several.
  private var room = 1_000_000
  /// How many elements are open of which each hides what is in it.
  private var hiding: [Int] = []
  private var openContents = 0
  /// The deletions whose ends the text has not reached.
  private var deleting: Set<String> = []
  private var count = 0
  private var elements = 0

  /// Whether there are more elements than any document has, and the rest was not read.
  var isTooLong: Bool { elements > OfficeText.mostElements }

  private static let silent: Set<String> = [
    "annotation", "forms", "binary-data", "desc", "event-listeners", "note-citation", "ruby-text",
    "number", "object", "object-ole", "script", "sequence-decls", "variable-decls",
    "user-field-decls", "table-of-content-source", "illustration-index-source",
    "table-index-source", "object-index-source", "user-index-source", "alphabetical-index-source",
    "bibliography-source",
  ]

  /// Tables that a program makes of the text; a bibliography is text.
  private static let contents: Set<String> = [
    "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
    "alphabetical-index",
  ]

  /// Reads `content.xml`, or the whole of a flat file.
  ///
  /// - Throws: The fault, if it is no whole XML.
  init(_ bytes: [UInt8], _ styles: OpenDocumentStyles) throws(XMLEvents.Fault) {
    self.styles = styles
    numbering = OpenDocumentNumbering(styles.lists)
    var body = self
    try XMLEvents.read(bytes) { event in
      switch event {
      case .open(let name, let attributes): body.open(name, attributes)
      case .text(let text): body.add(text)
      case .close(let name): body.close(name)
      }
    }
    body.finish()
    self = body
  }

  private mutating func finish() {
    text.parts = assembly.finished() + notes
    text.hasNotes = !notes.isEmpty
    text.hasTrackedChanges = changes.hasAny
    for deleted in changes.takeRest() {
      text.removed.add(deleted, rule: "deleted", paragraph: max(1, count))
    }
  }

  private mutating func open(_ name: String, _ attributes: [String: String]) {
    if skipped > 0 {
      skipped += 1
      return
    }
    if changeDepth > 0 {
      changeDepth += 1
      changes.open(name, attributes)
      return
    }
    let parent = path.last
    path.append(name)
    guard path.count > 3, path[1] == "body", path[2] == "text" else { return }
    if name == "tracked-changes" {
      path.removeLast()
      changeDepth = 1
    } else if Self.isSilent(name, in: parent) {
      if name == "object" || name == "object-ole" { text.embedded += 1 }
      if name == "annotation" { text.comments += 1 }
      skip()
    } else {
      openContent(name, attributes)
    }
  }

  /// Leaves out the element that has just opened, with what is in it.
  private mutating func skip(_ rule: String? = nil) {
    path.removeLast()
    skipped = 1
    skippedRule = rule
  }

  /// The title of a picture is none of its text, but the document's title can stand in a paragraph.
  private static func isSilent(_ name: String, in parent: String?) -> Bool {
    if name == "title" {
      return !["p", "h", "span", "a", "meta", "meta-field"].contains(parent)
    }
    return silent.contains(name)
  }

  private mutating func openContent(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "p", "h", "table-row", "table-cell":
      elements += 1
      if isTooLong { return skip() }
    default: break
    }
    if Self.contents.contains(name) {
      openContents += 1
      assembly.open()
      return
    }
    switch name {
    case "p", "h": openParagraph(name, attributes)
    case "span":
      guard let last = paragraphs.indices.last else { return }
      var looks = paragraphs[last].looks.last ?? OpenDocumentParagraph.Looks()
      looks.take(styles.style("text", attributes["style-name"]))
      paragraphs[last].looks.append(looks)
    case "s": add(" ")
    case "tab":
      if ruleOfRemoval == nil, let last = paragraphs.indices.last {
        paragraphs[last].content.appendTab()
      }
    case "line-break": if ruleOfRemoval == nil { addLineBreak() }
    case "list": numbering.openList(attributes)
    case "list-item", "list-header": numbering.openItem(attributes, isHead: name == "list-header")
    case "numbered-paragraph": numbering.openNumberedParagraph(attributes)
    case "section":
      let isConditional = attributes["display"] == "condition" && attributes["is-hidden"] == "true"
      if attributes["display"] == "none" || isConditional { hiding.append(path.count) }
    case "note-body": assembly.open()
    case "table": tables.append(OpenDocumentTable())
    case "table-row": if !tables.isEmpty { tables[tables.count - 1].openRow() }
    case "table-cell":
      assembly.open()
      if !tables.isEmpty { tables[tables.count - 1].openCell(attributes, room: &room) }
    case "covered-table-cell": skip("covered")
    case "change":
      if let deleted = changes.take(attributes["change-id"]) { remove(deleted, "deleted") }
    case "change-start":
      if let region = attributes["change-id"], changes.isDeletion(region) {
        deleting.insert(region)
      }
    case "change-end": if let region = attributes["change-id"] { deleting.remove(region) }
    case "hidden-text":
      if attributes["is-hidden"] == "true" { remove(attributes["string-value"] ?? "", "hidden") }
    case "hidden-paragraph":
      if attributes["is-hidden"] == "true", let last = paragraphs.indices.last {
        paragraphs[last].isHidden = true
      }
    default: break
    }
  }
}

extension OpenDocumentBody {
  /// Why words are left out where the reading stands.
  private var ruleOfRemoval: String? {
    if !deleting.isEmpty { return "deleted" }
    return !hiding.isEmpty || paragraphs.last?.looks.last?.isHidden ?? false ? "hidden" : nil
  }

  private mutating func add(_ text: String) {
    if skipped > 0 {
      if let rule = skippedRule { remove(text, rule) }
    } else if changeDepth > 0 {
      changes.add(text)
    } else if let last = paragraphs.indices.last {
      if let rule = ruleOfRemoval {
        remove(text, rule)
      } else {
        paragraphs[last].append(text.unicodeScalars)
      }
    }
  }

  private mutating func addLineBreak() {
    if let last = paragraphs.indices.last { paragraphs[last].content.text.append("\n") }
  }

  private mutating func remove(_ words: String, _ rule: String) {
    text.removed.add(
      words, rule: rule, paragraph: paragraphs.last?.content.ordinal ?? max(1, count))
  }

  private mutating func openParagraph(_ name: String, _ attributes: [String: String]) {
    count += 1
    var paragraph = OpenDocumentParagraph(
      name, attributes, ordinal: count, styles.style("paragraph", attributes["style-name"]))
    paragraph.content.goesOnInItem = numbering.goesOnInItem
    paragraph.content.mark = numbering.mark(
      attributes, list: paragraph.list, level: paragraph.level)
    paragraph.content.isEntry = openContents > 0
    paragraphs.append(paragraph)
    // What stands in boxes that are anchored in it.
    assembly.open()
  }

  private mutating func close(_ name: String) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    if changeDepth > 0 {
      changeDepth -= 1
      if changeDepth > 0 { changes.close(name) }
      return
    }
    let isText = path.count > 3 && path[1] == "body" && path[2] == "text"
    if isText { closeContent(name) }
    path.removeLast()
  }

  private mutating func closeContent(_ name: String) {
    if hiding.last == path.count { hiding.removeLast() }
    if Self.contents.contains(name) {
      openContents -= 1
      let parts = assembly.close()
      if name == "table-of-content" { text.contents += parts } else { text.indexes += parts }
      return
    }
    switch name {
    case "p", "h": closeParagraph()
    case "span":
      if let last = paragraphs.indices.last { _ = paragraphs[last].looks.popLast() }
    case "list", "numbered-paragraph": numbering.closeList()
    case "list-item", "list-header": numbering.closeItem()
    case "note-body": notes += assembly.close()
    case "table": if let table = tables.popLast() { assembly.put(.table(table.finished())) }
    case "table-cell":
      assembly.finishCarried()
      let parts = assembly.close()
      if tables.isEmpty || !tables[tables.count - 1].closeCell(parts) {
        parts.forEach { assembly.put($0) }
      }
    default: break
    }
  }

  private mutating func closeParagraph() {
    guard var paragraph = paragraphs.popLast() else { return }
    let attached = assembly.close()
    if paragraph.isHidden {
      text.removed.add(
        String(scalars: paragraph.content.text), rule: "hidden",
        paragraph: paragraph.content.ordinal)
      paragraph.content = OfficeParagraph(ordinal: paragraph.content.ordinal)
    }
    paragraph.content.attached = attached
    if !deleting.isEmpty, paragraphs.isEmpty {
      assembly.carry(paragraph.content)
    } else {
      assembly.put(paragraph.content)
    }
  }
}
