/// Writes JSON as bytes in one pass, without a tree of values in between.
///
/// Comparing 100,000 paragraphs spent a quarter of its time and most of its memory in `JSONEncoder`;
/// so the forms that grow with whole documents are written directly.
public struct JSONWriter {
  /// What has been written and not passed on yet.
  private var bytes: [UInt8] = []
  /// Takes what has been written, piece by piece.
  private let sink: ([UInt8]) -> Void
  /// Whether everything is kept till the end.
  private var isWhole = false
  /// Whether a comma belongs before the next value or name.
  private var needsComma = false

  private static let pieceSize = 1 << 18

  /// Creates a writer.
  ///
  /// - Parameter sink: Takes what is written, in pieces of about a quarter of a megabyte.
  public init(to sink: @escaping ([UInt8]) -> Void) {
    self.sink = sink
  }

  /// What is written, in one piece and without a line feed at its end.
  ///
  /// - Parameters:
  ///   - opening: What stands before it.
  ///   - write: Writes one value.
  /// - Returns: The opening with the value behind it.
  public static func bytes(
    after opening: [UInt8] = [], _ write: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    var writer = JSONWriter { _ in }
    writer.isWhole = true
    writer.bytes = opening
    write(&writer)
    return writer.bytes
  }

  /// Ends the line and passes on what is left.
  public mutating func finish() {
    bytes.append(UInt8(ascii: "\n"))
    sink(bytes)
    bytes.removeAll()
  }

  /// Writes an object; `members` writes what is in it.
  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    open("{")
    members(&self)
    close("}")
  }

  /// Writes a list of what `write` makes of each element.
  public mutating func array<Element>(
    _ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void
  ) {
    open("[")
    for element in elements { write(&self, element) }
    close("]")
  }

  /// Writes the name of the next value.
  public mutating func name(_ name: String) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string.
  public mutating func value(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    if Self.needsEscapes(text.utf8Span.span) {
      for byte in text.utf8 { appendEscaped(byte) }
    } else {
      bytes.append(contentsOf: text.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a whole number.
  public mutating func value(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Writes a finite number by the shortest digits that read back as the same.
  public mutating func value(_ number: Double) {
    if let whole = Int(exactly: number) { return value(whole) }
    separate()
    bytes.append(contentsOf: number.description.utf8)
  }

  /// Writes a truth value.
  public mutating func value(_ flag: Bool) {
    separate()
    append(flag ? "true" : "false")
  }

  /// Writes a number, or null where there is none.
  public mutating func value(_ number: Int?) {
    if let number { return value(number) }
    separate()
    append("null")
  }

  /// Writes a list of numbers or words.
  public mutating func value(_ numbers: [Int]) { array(numbers) { $0.value($1) } }
  /// Writes an array of strings.
  public mutating func value(_ texts: [String]) { array(texts) { $0.value($1) } }

  private mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }

  private mutating func separate() {
    if bytes.count >= Self.pieceSize, !isWhole {
      sink(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func append(_ ascii: String) { bytes.append(contentsOf: ascii.utf8) }

  private static func needsEscapes(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return true }
    }
    return false
  }

  /// RFC 8259, section 7: the quotation mark, the backslash and the controls are escaped.
  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    case 0..<0x20:
      append("\\u00")
      bytes.append(Self.digits[Int(byte >> 4)])
      bytes.append(Self.digits[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
