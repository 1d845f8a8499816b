internal import CXML

/// Reads XML as a stream of events through libxml2, and handles its pointers for it.
///
/// Nothing is fetched and no entity is expanded but the five of XML itself, so that a file cannot
/// name others or grow beyond its length. Nested deeper than 256 elements it is a fault.
enum XMLEvents {
  /// What stands next in the file; names are without their prefix.
  enum Event {
    case open(String, [String: String])
    case text(String)
    case close(String)
  }

  /// The file is no XML, or not to its end.
  struct Fault: Error {
    /// The line of the fault, from 1.
    var line: Int
  }

  /// Hands each event to a closure, in the order of the file.
  ///
  /// - Throws: ``Fault``, after the events before it.
  static func read(_ bytes: [UInt8], _ handle: (Event) -> Void) throws(Fault) {
    let fault = withoutActuallyEscaping(handle) { handle in
      var receiver = Receiver(handle: handle)
      // Characters that XML has no place for, and that programs write all the same.
      let clean = bytes.map { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D ? 0x20 : $0 }
      return unsafe clean.withUnsafeBytes { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
          unsafe withUnsafeMutablePointer(to: &receiver) { receiver in
            unsafe run(characters, into: receiver)
          }
        }
      }
    }
    if let fault { throw fault }
  }

  private static func run(
    _ characters: UnsafeBufferPointer<CChar>, into receiver: UnsafeMutablePointer<Receiver>
  ) -> Fault? {
    let context = unsafe xmlCreateMemoryParserCtxt(
      characters.baseAddress, Int32(clamping: characters.count))
    guard let context = unsafe context, let handler = unsafe context.pointee.sax else {
      return Fault(line: 1)
    }
    defer { unsafe xmlFreeParserCtxt(context) }
    let options =
      XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
    _ = unsafe xmlCtxtUseOptions(context, Int32(options))
    unsafe handler.pointee = xmlSAXHandler()
    unsafe handler.pointee.startElement = open
    unsafe handler.pointee.endElement = close
    unsafe handler.pointee.characters = text
    unsafe handler.pointee.ignorableWhitespace = text
    unsafe handler.pointee.cdataBlock = text
    unsafe context.pointee.userData = UnsafeMutableRawPointer(receiver)
    _ = unsafe xmlParseDocument(context)
    guard unsafe context.pointee.wellFormed == 1 else {
      return Fault(line: unsafe context.pointee.input.map { unsafe Int($0.pointee.line) } ?? 1)
    }
    return nil
  }

  private static func localName(_ name: UnsafePointer<xmlChar>) -> String {
    let name = unsafe String(cString: name)
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.utf8.index(after: colon)...])
  }

  private static let open: startElementSAXFunc = { data, name, attributes in
    guard let receiver = unsafe data?.assumingMemoryBound(to: Receiver.self),
      let name = unsafe name
    else { return }
    var values: [String: String] = [:]
    var next = unsafe attributes
    while let pair = unsafe next, let key = unsafe pair[0] {
      unsafe values[localName(key)] = unsafe pair[1].map { unsafe String(cString: $0) } ?? ""
      unsafe next = pair + 2
    }
    unsafe receiver.pointee.handle(.open(localName(name), values))
  }

  private static let close: endElementSAXFunc = { data, name in
    guard let receiver = unsafe data?.assumingMemoryBound(to: Receiver.self),
      let name = unsafe name
    else { return }
    unsafe receiver.pointee.handle(.close(localName(name)))
  }

  private static let text: charactersSAXFunc = { data, text, length in
    guard let receiver = unsafe data?.assumingMemoryBound(to: Receiver.self),
      let text = unsafe text
    else { return }
    let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(length))
    unsafe receiver.pointee.handle(.text(String(decoding: bytes, as: UTF8.self)))
  }
}

/// Where the parser's callbacks find the closure.
private struct Receiver {
  let handle: (XMLEvents.Event) -> Void
}
