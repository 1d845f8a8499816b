public import PlanModel

/// Reads a web page: finds the text among menus and buttons, and makes headings, paragraphs, items
/// and rows of tables of it.
public struct HTMLReader: Sendable {
  /// The encoding, where a person named it; otherwise it is detected.
  public var encoding: TextEncoding?

  /// The place in the plan's numbering at which the text begins.
  public var startsIn: String?

  /// The largest page that is read, in bytes: 32 MiB.
  public static let largestPage = 32 << 20

  /// Creates a reader.
  public init(encoding: TextEncoding? = nil, startsIn: String? = nil) {
    self.encoding = encoding
    self.startsIn = startsIn
  }

  /// The draft of a plan from a page.
  ///
  /// Every character that the page shows is in a block or in the furniture.
  ///
  /// - Parameters:
  ///   - bytes: The page as received.
  ///   - file: The page's name, for diagnostics.
  /// - Returns: The blocks, with their lines and bytes in the page.
  /// - Throws: ``ImportError`` if the bytes cannot be read as text, or hold no text.
  /// - Complexity: O(*n*) in the number of bytes.
  public func draft(of bytes: [UInt8], file: String) throws(ImportError) -> PlanDraft {
    guard bytes.count <= Self.largestPage else {
      throw .tooLarge(file: file, bytes: bytes.count, limit: Self.largestPage)
    }
    if bytes.isEmpty { throw .empty(file: file) }
    let page = try HTMLPage(bytes, encoding: encoding, file: file)
    let tree: HTMLTree
    do {
      tree = try HTMLParser.parse(page.text)
    } catch {
      throw .nestedTooDeeply(file: file)
    }
    let reader = HTMLLineReader(tree)
    let composition = HTMLComposition(
      reader.lines.joiningMarks(in: tree), in: tree, of: page, file: file)
    var draft = composition.draft
    draft.metadata.startsIn = startsIn
    draft.metadata["encoding"] = .text(page.encoding.rawValue)
    if page.isEncodingGuessed {
      draft.diagnostics.insert(.guessed(page.encoding, in: file), at: 0)
    }
    if reader.cutsTables { draft.diagnostics.append(.cutTable(in: file)) }
    if draft.blocks.isEmpty { throw .empty(file: file) }
    return draft
  }
}
