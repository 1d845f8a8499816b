internal import PlanModel

/// Reads the text of a Word document: `word/document.xml`, and the notes, which are made alike.
///
/// Text that is marked as deleted or moved away and hidden text are listed apart. The reading aids
/// above characters, and the second form of what stands there in two forms, are left out.
struct WordBody {
  var parts: [OfficePart] = []
  /// How many paragraphs there are, the empty ones too.
  var count: Int
  /// The contents table that Word made.
  var contents: [OfficePart] = []
  /// Whether each control that is open is a contents table, and how deep the content of each that is
  /// one begins.
  var controls: [Bool] = []
  var openContents: [Int] = []
  /// Whether changes are marked in the text.
  private(set) var hasTrackedChanges = false
  /// How many documents of other sorts are embedded.
  private(set) var embedded = 0
  private(set) var comments = 0
  /// How many signs are of a picture font.
  private(set) var pictureSigns = 0
  /// The text that is deleted, moved away or hidden.
  private(set) var removed: [RemovedText] = []
  var numbering: WordNumbering
  var styles: WordStyles

  var path: [String] = []
  var skipped = 0
  /// Why the text in what is skipped is left out, where it is text at all, and whether a text of it
  /// is open.
  private var skippedRule: String?
  var isInSkippedText = false
  var paragraphs: [WordParagraph] = []
  var assembly = OfficeAssembly()
  var tables: [OfficeTable] = []
  var cells: [OfficeTable.Cell] = []
  var runs: [Run] = []
  /// So many columns more may be covered by cells that cover several.
  private var columnsLeft = 100_000
  private var elements = 0

  /// Whether there are more elements than any document has, and the rest was not read.
  var isTooLong: Bool { elements > OfficeText.mostElements }

  struct Run {
    var isBold: Bool?
    var isHidden: Bool?
    var style: String?
  }

  private static let silent: Set<String> = [
    "moveFrom", "Fallback", "rt", "pPrChange", "rPrChange", "tblPrChange", "trPrChange",
    "tcPrChange", "sectPrChange", "tblGridChange", "tblPrExChange", "numberingChange",
  ]

  /// Reads a part.
  ///
  /// - Parameters:
  ///   - bytes: The part.
  ///   - numbering: The lists; a copy of them counts on.
  ///   - styles: The styles.
  ///   - before: How many paragraphs stand in the parts before.
  /// - Throws: The fault, if the part is no whole XML.
  init(
    _ bytes: [UInt8], _ numbering: WordNumbering, _ styles: WordStyles, before: Int = 0
  ) throws(XMLEvents.Fault) {
    self.numbering = numbering
    self.styles = styles
    count = before
    var body = self
    try XMLEvents.read(bytes) { event in
      switch event {
      case .open(let name, let attributes): body.open(name, attributes)
      case .text(let text):
        guard body.skipped == 0 else {
          if body.isInSkippedText, let rule = body.skippedRule { body.remove(text, rule) }
          return
        }
        if body.path.last == "t" { body.add(text.unicodeScalars) }
        if body.path.last == "instrText" { body.readField(text) }
      case .close(let name): body.close(name)
      }
    }
    body.parts = body.assembly.finished()
    self = body
  }

  private mutating func open(_ name: String, _ attributes: [String: String]) {
    if skipped > 0 {
      skipped += 1
      isInSkippedText = name == "t" || name == "delText"
      return
    }
    let parent = path.last
    if isSilent(name, attributes, in: parent) {
      skipped = 1
      skippedRule = name == "del" ? "deleted" : name == "moveFrom" ? "moved" : nil
      return
    }
    if name == "p" || name == "tr" || name == "tc" {
      elements += 1
      guard !isTooLong else {
        skipped = 1
        skippedRule = nil
        return
      }
    }
    switch name {
    case "p":
      count += 1
      paragraphs.append(WordParagraph(ordinal: count))
    case "r" where parent != "rPr": runs.append(Run())
    case "tbl": tables.append(OfficeTable())
    case "tr":
      if !tables.isEmpty { tables[tables.count - 1].rows.append(OfficeTable.Row()) }
    case "tc":
      assembly.open()
      cells.append(OfficeTable.Cell())
    case "txbxContent": assembly.open()
    case "OLEObject", "altChunk", "subDoc": embedded += 1
    // Words that are drawn as a picture, as the red heads of official papers are.
    case "textpath": if let words = attributes["string"] { add(words.unicodeScalars) }
    case "commentReference": comments += 1
    case "chart" where parent == "graphicData", "relIds" where parent == "graphicData":
      embedded += 1
    case "sdt": controls.append(false)
    case "docPartGallery" where parent == "docPartObj":
      if attributes["val"] == "Table of Contents", !controls.isEmpty, paragraphs.isEmpty {
        controls[controls.count - 1] = true
      }
    case "sdtContent":
      guard controls.last ?? false else { break }
      openContents.append(path.count)
      assembly.open()
    default: readProperty(name, attributes["val"], in: parent)
    }
    if parent == "r" { addSign(name, attributes) }
    path.append(name)
  }

  private mutating func isSilent(
    _ name: String, _ attributes: [String: String], in parent: String?
  ) -> Bool {
    switch name {
    case "del", "moveFrom":
      hasTrackedChanges = true
      if parent == "rPr" {
        if path.dropLast().last == "pPr", !paragraphs.isEmpty {
          paragraphs[paragraphs.count - 1].endIsDeleted = true
        }
      } else if parent == "trPr", let table = tables.indices.last,
        let row = tables[table].rows.indices.last
      {
        tables[table].rows[row].isDeleted = true
      }
      return true
    case "ins", "moveTo":
      hasTrackedChanges = true
      return false
    // The lines between text and notes are notes by their form.
    case "footnote", "endnote": return attributes["type"].map { $0 != "normal" } ?? false
    default: return Self.silent.contains(name)
    }
  }

  private mutating func readProperty(_ name: String, _ value: String?, in parent: String?) {
    let number = value.flatMap { Int($0) }
    let paragraph = paragraphs.count - 1
    switch (parent, name) {
    case ("pPr", "pStyle") where paragraph >= 0: paragraphs[paragraph].style = value
    case ("pPr", "jc") where paragraph >= 0: paragraphs[paragraph].alignment = value
    case ("pPr", "outlineLvl") where paragraph >= 0: paragraphs[paragraph].outlineLevel = number
    case ("numPr", "numId") where paragraph >= 0: paragraphs[paragraph].list = number
    case ("numPr", "ilvl") where paragraph >= 0: paragraphs[paragraph].listLevel = number
    case ("rPr", _) where path.dropLast().last == "r" && !runs.isEmpty:
      switch name {
      case "b": runs[runs.count - 1].isBold = WordStyles.isOn(value)
      case "vanish": runs[runs.count - 1].isHidden = WordStyles.isOn(value)
      case "rStyle": runs[runs.count - 1].style = value
      default: break
      }
    case ("tcPr", "gridSpan") where !cells.isEmpty:
      cells[cells.count - 1].columns = 1 + columns((number ?? 1) &- 1)
    case ("tcPr", "vMerge") where !cells.isEmpty:
      cells[cells.count - 1].goesOn = value != "restart"
    case ("trPr", "gridBefore"):
      if let table = tables.indices.last, let row = tables[table].rows.indices.last {
        tables[table].rows[row].offset = columns(number ?? 0)
      }
    default: break
    }
  }

  /// As many columns as may be covered or left free.
  private mutating func columns(_ wanted: Int) -> Int {
    let columns = min(max(wanted, 0), 100, columnsLeft)
    columnsLeft -= columns
    return columns
  }

  /// A field's instruction, of which the result follows as text.
  private mutating func readField(_ instruction: String) {
    guard let last = paragraphs.indices.last else { return }
    if instruction.contains("PAGEREF") { paragraphs[last].namesPage = true }
  }

  /// A sign that is an element.
  private mutating func addSign(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "tab", "ptab":
      if let last = paragraphs.indices.last, !looks().isHidden {
        paragraphs[last].content.appendTab()
      }
    case "br", "cr":
      if !paragraphs.isEmpty, !looks().isHidden {
        paragraphs[paragraphs.count - 1].content.text.append("\n")
      }
    case "noBreakHyphen": add(["\u{2011}"])
    case "sym":
      // The signs of a picture font have numbers for private use, and mean nothing elsewhere.
      if let scalar = attributes["char"].flatMap({ UInt32($0, radix: 16) })
        .flatMap(Unicode.Scalar.init), scalar.properties.generalCategory != .privateUse
      {
        add([scalar])
      } else {
        pictureSigns += 1
      }
    default: break
    }
  }

  /// What holds for the words of the run that is open.
  private mutating func looks() -> (isBold: Bool, isHidden: Bool) {
    let run = runs.last
    let own = styles.looks(of: run?.style)
    let usual = styles.looks(of: paragraphs.last?.style ?? styles.usual)
    return (
      run?.isBold ?? own.isBold ?? usual.isBold ?? false,
      run?.isHidden ?? own.isHidden ?? usual.isHidden ?? false
    )
  }

  private mutating func add(_ scalars: some Sequence<Unicode.Scalar>) {
    guard let last = paragraphs.indices.last else { return }
    let looks = looks()
    if looks.isHidden {
      remove(String(scalars: Array(scalars)), "hidden")
    } else {
      paragraphs[last].content.append(scalars) { _ in looks.isBold }
    }
  }

  private mutating func remove(_ text: String, _ rule: String) {
    removed.add(text, rule: rule, paragraph: paragraphs.last?.content.ordinal ?? max(1, count))
  }
}
