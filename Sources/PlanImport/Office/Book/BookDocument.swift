internal import PlanModel

/// A document of a book: its lines, and whether they are text.
struct BookDocument {
  /// What the document is, if it is no text of the book.
  private(set) var role: Furniture.Role?
  let reader: HTMLLineReader
  /// How many elements and texts the document has.
  let nodes: Int

  private static let contents: Set<String> = [
    "nav", "toc", "landmarks", "page-list", "loi", "lot", "doc-toc", "doc-pagelist",
  ]
  private static let titles: Set<String> = [
    "cover", "titlepage", "title-page", "halftitlepage", "doc-cover",
  ]
  /// A title page has no more characters.
  private static let longestTitle = 600

  /// The name of its part in the archive.
  let path: String

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - path: The name of its part in the archive.
  ///   - roles: What the package says of its role.
  ///   - file: The book's name, for diagnostics.
  /// - Throws: ``ImportError``, if the document is too large or nested too deeply.
  init(_ bytes: [UInt8], at path: String, roles: Set<String>, file: String) throws(ImportError) {
    self.path = path
    let tree = try Self.tree(of: bytes, file: file)
    reader = HTMLLineReader(tree, isBook: true)
    nodes = tree.nodes.count
    let all = roles.union(Self.roles(of: tree))
    let inked = reader.lines.reduce(0) { $0 + $1.inked }
    if !all.isDisjoint(with: Self.contents) {
      role = .contents
    } else if !all.isDisjoint(with: Self.titles), inked <= Self.longestTitle {
      role = .title
    }
  }

  /// The elements and texts of a document.
  static func tree(of bytes: [UInt8], file: String) throws(ImportError) -> HTMLTree {
    guard bytes.count <= HTMLReader.largestPage else {
      throw .tooLarge(file: file, bytes: bytes.count, limit: HTMLReader.largestPage)
    }
    let page = try HTMLPage(bytes, encoding: nil, file: file)
    do {
      return try HTMLParser.parse(page.text)
    } catch {
      throw .nestedTooDeeply(file: file)
    }
  }

  /// What the document says of its role: on its outermost elements, as far as there is one alone.
  private static func roles(of tree: HTMLTree) -> Set<String> {
    var roles: Set<String> = []
    var node = 0
    while !tree.nodes.isEmpty {
      for name in ["epub:type", "role"] {
        let words = tree.attribute(name, of: node) ?? ""
        roles.formUnion(words.split(separator: " ").map(String.init))
      }
      let inside = tree.children(of: node).filter { child in
        let isBlank = tree.nodes[child].text.allSatisfy(\.isWhitespace)
        return !HTMLElement.silent.contains(tree.nodes[child].name)
          && (tree.nodes[child].name != "#text" || !isBlank)
      }
      guard inside.count == 1, tree.nodes[inside[0]].name != "#text" else { break }
      node = inside[0]
    }
    return roles
  }
}
