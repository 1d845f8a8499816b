/// The headings that a book's contents table names, for books whose documents mark none: many are
/// made by programs that say by looks alone what a heading is.
struct BookOutline {
  /// The level of each heading, from 1, by its document and by its words without white space.
  private var levels: [String: [[Unicode.Scalar]: Int]] = [:]
  /// A heading is no longer, and stands in no more lines.
  private static let longest = 200
  private static let mostLines = 3

  /// Reads the contents table of EPUB 3, which is a web page (EPUB 3.3, 7).
  init(page bytes: [UInt8], at path: String, file: String) throws(ImportError) {
    let tree = try BookDocument.tree(of: bytes, file: file)
    var depths: [(end: Int, isContents: Bool, depth: Int)] = []
    for (index, node) in tree.nodes.enumerated() {
      while let last = depths.last, last.end <= index { depths.removeLast() }
      let outer = depths.last
      switch node.name {
      case "nav":
        let role = tree.attribute("epub:type", of: index) ?? "toc"
        depths.append((node.end, role.split(separator: " ").contains("toc"), 0))
      case "ol", "ul":
        guard let outer else { continue }
        depths.append((node.end, outer.isContents, outer.depth + 1))
      case "a":
        guard let outer, outer.isContents, let reference = tree.attribute("href", of: index)
        else { continue }
        let words = tree.nodes[index..<node.end].map(\.text).joined()
        add(words, reference: reference, from: path, depth: outer.depth)
      default: break
      }
    }
  }

  /// Reads the contents table of EPUB 2 (DAISY NCX).
  init(control bytes: [UInt8], at path: String) throws(XMLEvents.Fault) {
    var outline = (levels: self, depth: 0, words: "", path: [String]())
    try XMLEvents.read(bytes) { event in
      switch event {
      case .open(let name, let attributes):
        outline.path.append(name)
        if name == "navPoint" {
          outline.depth += 1
          outline.words = ""
        }
        if name == "content", let reference = attributes["src"] {
          outline.levels.add(
            outline.words, reference: reference, from: path, depth: outline.depth)
        }
      case .text(let text):
        if outline.path.suffix(2) == ["navLabel", "text"], outline.depth > 0 {
          outline.words += text
        }
      case .close(let name):
        outline.path.removeLast()
        if name == "navPoint" { outline.depth -= 1 }
      }
    }
    self = outline.levels
  }

  private mutating func add(_ words: String, reference: String, from path: String, depth: Int) {
    let key = Self.key(words.unicodeScalars)
    guard !key.isEmpty, key.count <= Self.longest,
      let part = ArchivePath.resolved(ArchivePath.decoded(reference), from: path),
      levels[part, default: [:]][key] == nil
    else { return }
    levels[part, default: [:]][key] = min(max(depth, 1), 6)
  }

  /// Marks the paragraphs of a document that the table names as headings, each name's first.
  ///
  /// - Parameters:
  ///   - paragraphs: The paragraphs of the book.
  ///   - start: The index of the document's first one; its last one is the book's so far.
  ///   - path: The document.
  /// - Complexity: O(*n*) in the number of the document's characters.
  func mark(_ paragraphs: inout [FlowParagraph], from start: Int, of path: String) {
    guard var known = levels[path] else { return }
    var index = start
    while index < paragraphs.endIndex {
      var key: [Unicode.Scalar] = []
      var end = index
      while end < min(paragraphs.endIndex, index + Self.mostLines),
        paragraphs[end].form == .paragraph, paragraphs[end].text.count <= Self.longest
      {
        key += Self.key(paragraphs[end].text)
        end += 1
        if let level = known.removeValue(forKey: key) {
          for line in index..<end { paragraphs[line].tag = level }
          break
        }
      }
      index = max(index + 1, paragraphs[index].tag == nil ? index + 1 : end)
    }
  }

  private static func key(_ words: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    words.filter { !SourceLine.isSpace($0) }
  }
}
