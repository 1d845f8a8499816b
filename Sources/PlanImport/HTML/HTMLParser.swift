internal import CXML

/// The border to libxml2: the only file that handles its pointers.
///
/// The parser's events are copied into values as they come and no tree is built in C. Nothing is
/// fetched: neither external entities nor frames nor images.
enum HTMLParser {
  /// Elements nested deeper than this end the parsing: each end tag is sought among all open
  /// elements, so that a page of nothing but `<b>` would take quadratic time.
  static let deepest = 2_000

  /// Why a page cannot be parsed.
  enum Fault: Error {
    case nestedTooDeeply
    case noParser
  }

  /// Parses a page.
  ///
  /// - Parameter text: The page as UTF-8 without a byte-order mark.
  /// - Returns: Elements and texts in the order of the page.
  /// - Throws: ``Fault``.
  /// - Complexity: O(*n*) in the number of bytes.
  static func parse(_ text: [UInt8]) throws(Fault) -> HTMLTree {
    // With a mark in front the parser takes the text for UTF-8, whatever the page declares.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var recorder = Recorder(source: text)
    let isParsed = unsafe (mark + text).withUnsafeBytes { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe withUnsafeMutablePointer(to: &recorder) { recorder in
          unsafe run(characters, into: recorder)
        }
      }
    }
    guard isParsed else { throw .noParser }
    guard !recorder.isTooDeep else { throw .nestedTooDeeply }
    return recorder.finished()
  }

  private static func run(
    _ characters: UnsafeBufferPointer<CChar>, into recorder: UnsafeMutablePointer<Recorder>
  ) -> Bool {
    let context = unsafe htmlCreateMemoryParserCtxt(
      characters.baseAddress, Int32(characters.count))
    guard let context = unsafe context, let handler = unsafe context.pointee.sax else {
      return false
    }
    defer { unsafe htmlFreeParserCtxt(context) }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    _ = unsafe htmlCtxtUseOptions(context, Int32(options))
    unsafe handler.pointee = xmlSAXHandler()
    unsafe handler.pointee.startElement = startElement
    unsafe handler.pointee.endElement = endElement
    unsafe handler.pointee.characters = characters_
    unsafe handler.pointee.ignorableWhitespace = characters_
    unsafe recorder.pointee.context = unsafe context
    unsafe context.pointee.userData = UnsafeMutableRawPointer(recorder)
    _ = unsafe htmlParseDocument(context)
    unsafe recorder.pointee.context = nil
    return true
  }

  private static let startElement: startElementSAXFunc = { data, name, attributes in
    guard let recorder = unsafe data?.assumingMemoryBound(to: Recorder.self),
      let name = unsafe name
    else { return }
    unsafe recorder.pointee.open(name, attributes)
  }

  private static let endElement: endElementSAXFunc = { data, name in
    guard let recorder = unsafe data?.assumingMemoryBound(to: Recorder.self),
      let name = unsafe name
    else { return }
    unsafe recorder.pointee.close(String(cString: name))
  }

  private static let characters_: charactersSAXFunc = { data, text, length in
    guard let recorder = unsafe data?.assumingMemoryBound(to: Recorder.self),
      let text = unsafe text
    else { return }
    unsafe recorder.pointee.add(UnsafeBufferPointer(start: text, count: Int(length)))
  }
}

/// Puts the parser's events into a tree.
///
/// The context is set only while the parser runs.
@safe private struct Recorder {
  let source: [UInt8]
  var tree = HTMLTree()
  var isTooDeep = false
  var context: htmlParserCtxtPtr?
  /// The page itself is the outermost: words may stand before its first element.
  private var openElements = [0]
  private var position = 0

  init(source: [UInt8]) {
    self.source = source
    tree.nodes = [
      HTMLTree.Node(name: "#document", parent: -1, end: 0, bytes: 0..<source.count)
    ]
  }

  /// The attributes that mean something here; the rest isn't kept.
  private static let known: Set<String> = [
    "align", "style", "class", "id", "role", "href", "colspan", "rowspan", "hidden", "aria-hidden",
    "start", "name", "property", "content", "lang", "type", "epub:type", "onclick", "onmousedown",
  ]

  /// The byte of the source that the parser has reached, without the mark in front.
  private var reached: Int {
    guard let context = unsafe context else { return position }
    return max(position, min(source.count, Int(unsafe xmlByteConsumed(context)) - 3))
  }

  mutating func open(
    _ name: UnsafePointer<xmlChar>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    var node = unsafe HTMLTree.Node(
      name: String(cString: name).lowercased(), parent: openElements.last ?? 0, end: 0,
      bytes: 0..<0)
    var next = unsafe attributes
    while let pair = unsafe next, let key = unsafe pair[0] {
      let name = unsafe String(cString: key)
      if Self.known.contains(name) {
        let value = unsafe pair[1].map { unsafe String(cString: $0) } ?? ""
        node.attributes.append((name, value))
      }
      unsafe next = pair + 2
    }
    position = reached
    // The event comes before the tag's last character.
    if position < source.count, source[position] == UInt8(ascii: "/") { position += 1 }
    if position < source.count, source[position] == UInt8(ascii: ">") { position += 1 }
    node.bytes = position..<position
    tree.nodes.append(node)
    openElements.append(tree.nodes.count - 1)
    if openElements.count > HTMLParser.deepest, let context = unsafe context {
      isTooDeep = true
      unsafe xmlStopParser(context)
    }
  }

  mutating func close(_ name: String) {
    position = reached
    guard openElements.count > 1, let last = openElements.popLast() else { return }
    tree.nodes[last].end = tree.nodes.count
    tree.nodes[last].bytes = tree.nodes[last].bytes.lowerBound..<position
  }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = position
    position = reached
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    // A long text comes in pieces.
    if let last = tree.nodes.indices.last, tree.nodes[last].name == "#text",
      tree.nodes[last].bytes.upperBound == start
    {
      tree.nodes[last].text += text
      tree.nodes[last].bytes = tree.nodes[last].bytes.lowerBound..<position
      return
    }
    tree.nodes.append(
      HTMLTree.Node(
        name: "#text", parent: openElements.last ?? 0, end: tree.nodes.count + 1, text: text,
        bytes: start..<position))
  }

  func finished() -> HTMLTree {
    var tree = tree
    for index in openElements { tree.nodes[index].end = tree.nodes.count }
    return tree
  }
}
