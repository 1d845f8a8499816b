internal import CCMark

/// The border to libcmark: the only file that handles its pointers.
///
/// A document is copied into values at once, or built from them, and the C tree is freed before
/// the function returns.
enum CommonMark {
  /// Nodes nested deeper than this are laid into the node at that depth: a text of ten thousand `>`
  /// must not become a tree that deep.
  static let deepest = 64
  /// The same for blocks, so that a link or emphasis in a deep block is still one.
  private static let deepestBlock = 48

  /// Reads a document and passes on the nodes that stand directly in it, one after the other.
  ///
  /// So no more than one block of the copy lives at a time.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func read(_ text: Substring, _ receive: (MarkdownNode) -> Void) {
    var text = text
    let root = text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe cmark_parse_document(characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let root = unsafe root else { return }
    defer { unsafe cmark_node_free(root) }
    unsafe read(root, receive)
  }

  /// The nodes that stand directly in a document.
  static func nodes(of text: String) -> [MarkdownNode] {
    var nodes: [MarkdownNode] = []
    read(text[...]) { nodes.append($0) }
    return nodes
  }

  private static func read(_ root: OpaquePointer, _ receive: (MarkdownNode) -> Void) {
    var open: [MarkdownNode] = []
    // For each node that was entered, whether it is kept.
    var entered: [Bool] = []
    func close(_ node: MarkdownNode) {
      if open.isEmpty { receive(node) } else { open[open.count - 1].children.append(node) }
    }
    let iterator = unsafe cmark_iter_new(root)
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let node = unsafe cmark_iter_get_node(iterator), unsafe node != root else { continue }
      let isLeaf = unsafe isLeaf(node)
      if event == CMARK_EVENT_ENTER {
        let value = unsafe value(of: node)
        let isKept = value.map { open.count < ($0.isInline ? deepest : deepestBlock) } ?? false
        if !isLeaf { entered.append(isKept) }
        guard let value else { continue }
        if isLeaf || !isKept { close(value) } else { open.append(value) }
      } else if entered.popLast() == true, let closed = open.popLast() {
        close(closed)
      }
    }
  }

  private static func isLeaf(_ node: OpaquePointer) -> Bool {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
      CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      true
    default: false
    }
  }

  private static func value(of node: OpaquePointer) -> MarkdownNode? {
    guard let kind = unsafe kind(of: node) else { return nil }
    return unsafe MarkdownNode(
      kind: kind, line: Int(cmark_node_get_start_line(node)),
      lastLine: Int(cmark_node_get_end_line(node)))
  }

  private static func kind(of node: OpaquePointer) -> MarkdownNode.Kind? {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST:
      unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        ? .list(start: Int(cmark_node_get_list_start(node))) : .list(start: nil)
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: unsafe .codeBlock(text(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_BLOCK: unsafe .htmlBlock(text(cmark_node_get_literal(node)))
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: unsafe .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: unsafe .text(text(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: unsafe .code(text(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: unsafe .html(text(cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK:
      unsafe .link(
        destination: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      unsafe .image(
        destination: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node)))
    default: nil
    }
  }

  private static func text(_ characters: UnsafePointer<CChar>?) -> String {
    guard let characters = unsafe characters else { return "" }
    return unsafe String(cString: characters)
  }
}

extension CommonMark {
  /// Writes a document; every character that CommonMark would read as markup is escaped.
  static func render(_ document: MarkdownNode) -> String {
    guard let root = unsafe build(document) else { return "" }
    defer { unsafe cmark_node_free(root) }
    guard let rendered = unsafe cmark_render_commonmark(root, CMARK_OPT_DEFAULT, 0) else {
      return ""
    }
    defer { unsafe cmark_get_default_mem_allocator().pointee.free(rendered) }
    return unsafe String(cString: rendered)
  }

  /// Writes a paragraph's inlines on one line that says the same when it is read.
  ///
  /// What stood at the start of a line may need no escape when it no longer does, and not every
  /// nesting of emphasis can be written down: so the line is read again, and taken when it comes out
  /// the same.
  ///
  /// - Parameters:
  ///   - inlines: The inlines.
  ///   - words: What they say as plain text on one line.
  /// - Returns: `nil` if there is no such line.
  static func line(of inlines: [MarkdownNode], saying words: String) -> String? {
    var inlines = inlines.map(\.withSoftBreaks)
    var last: String?
    for _ in 0..<3 {
      let paragraph = MarkdownNode(kind: .paragraph, children: inlines)
      let line = render(MarkdownNode(kind: .document, children: [paragraph])).trimmed.joinedLines
      if line == last { return line }
      let read = nodes(of: line)
      guard read.count == 1, read[0].kind == .paragraph,
        read[0].plainText.joinedLines.trimmed == words
      else { return nil }
      (last, inlines) = (line, read[0].children)
    }
    return nil
  }

  private static func build(_ node: MarkdownNode) -> OpaquePointer? {
    guard let built = unsafe make(node.kind) else { return nil }
    for child in node.children {
      guard let part = unsafe build(child) else { continue }
      // A node that may not stand there is dropped rather than leaked.
      if unsafe cmark_node_append_child(built, part) == 0 { unsafe cmark_node_free(part) }
    }
    return unsafe built
  }

  private static func make(_ kind: MarkdownNode.Kind) -> OpaquePointer? {
    switch kind {
    case .document: return unsafe cmark_node_new(CMARK_NODE_DOCUMENT)
    case .heading(let level):
      let node = unsafe cmark_node_new(CMARK_NODE_HEADING)
      _ = unsafe cmark_node_set_heading_level(node, Int32(min(max(level, 1), 6)))
      return unsafe node
    case .paragraph: return unsafe cmark_node_new(CMARK_NODE_PARAGRAPH)
    case .list(let start, let isTight):
      let node = unsafe cmark_node_new(CMARK_NODE_LIST)
      _ = unsafe cmark_node_set_list_type(
        node, start == nil ? CMARK_BULLET_LIST : CMARK_ORDERED_LIST)
      if let start { _ = unsafe cmark_node_set_list_start(node, Int32(clamping: start)) }
      _ = unsafe cmark_node_set_list_tight(node, isTight ? 1 : 0)
      return unsafe node
    case .item: return unsafe cmark_node_new(CMARK_NODE_ITEM)
    case .blockQuote: return unsafe cmark_node_new(CMARK_NODE_BLOCK_QUOTE)
    case .codeBlock(let literal): return unsafe leaf(CMARK_NODE_CODE_BLOCK, literal)
    case .htmlBlock(let literal): return unsafe leaf(CMARK_NODE_HTML_BLOCK, literal)
    case .thematicBreak: return unsafe cmark_node_new(CMARK_NODE_THEMATIC_BREAK)
    case .text(let literal): return unsafe leaf(CMARK_NODE_TEXT, literal)
    case .softBreak: return unsafe cmark_node_new(CMARK_NODE_SOFTBREAK)
    case .lineBreak: return unsafe cmark_node_new(CMARK_NODE_LINEBREAK)
    case .code(let literal): return unsafe leaf(CMARK_NODE_CODE, literal)
    case .html(let literal): return unsafe leaf(CMARK_NODE_HTML_INLINE, literal)
    case .emphasis: return unsafe cmark_node_new(CMARK_NODE_EMPH)
    case .strong: return unsafe cmark_node_new(CMARK_NODE_STRONG)
    case .link(let destination, let title):
      return unsafe link(CMARK_NODE_LINK, destination, title)
    case .image(let destination, let title):
      return unsafe link(CMARK_NODE_IMAGE, destination, title)
    }
  }

  private static func leaf(_ type: cmark_node_type, _ literal: String) -> OpaquePointer? {
    let node = unsafe cmark_node_new(type)
    _ = unsafe cmark_node_set_literal(node, literal)
    return unsafe node
  }

  private static func link(
    _ type: cmark_node_type, _ destination: String, _ title: String
  ) -> OpaquePointer? {
    let node = unsafe cmark_node_new(type)
    _ = unsafe cmark_node_set_url(node, destination)
    _ = unsafe cmark_node_set_title(node, title)
    return unsafe node
  }
}
