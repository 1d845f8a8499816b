/// Reads JSON (RFC 8259) in one pass, value by value, without a tree of values in between.
///
/// ```swift
/// var reader = JSONReader(bytes)
/// try reader.object { reader, name in
///   if name == "title" { title = try reader.text() } else { try reader.skip() }
/// }
/// try reader.end()
/// ```
///
/// Of a thousand pages' build, `JSONDecoder` took a sixth to read from which lines the blocks came;
/// and what is wrong it tells without saying where.
public struct JSONReader {
  /// What is no JSON, or not the JSON that was expected.
  public struct Fault: Error, Hashable {
    /// The byte at which it shows, counted from 0.
    public var byte: Int
    /// What would be right there, as the object of “expected”.
    public var expected: String

    /// The fault as a message with line and column.
    ///
    /// - Parameters:
    ///   - bytes: The text that was read.
    ///   - file: Its name.
    /// - Returns: An error with the code `bad-json`.
    public func diagnostic(in bytes: [UInt8], file: String) -> Diagnostic {
      let before = bytes[..<min(max(byte, 0), bytes.count)]
      let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      return Diagnostic(
        .error, code: "bad-json", "this is no JSON of the form that is read: expected \(expected)",
        at: FilePlace(
          file: file, line: before.count { $0 == UInt8(ascii: "\n") } + 1,
          column: before[start...].count { $0 & 0xC0 != 0x80 } + 1))
    }
  }

  /// What sort of value a value is.
  public enum Sort: Sendable, Hashable {
    /// An object.
    case object
    /// A list.
    case list
    /// A string.
    case text
    /// A number.
    case number
    /// A truth value.
    case flag
    /// The absence of a value.
    case null
  }

  let bytes: [UInt8]
  var place = 0
  private var depth = 0

  /// How deep lists and objects may be nested; readers that call themselves stay bounded.
  public static let deepest = 512

  /// Creates a reader of a text in UTF-8; a byte order mark before it is passed over.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// Reads an object.
  ///
  /// - Parameter member: Is called with the name of each member and reads its value, or skips it.
  /// - Throws: A ``Fault`` if what comes is no object.
  public mutating func object(
    _ member: (inout JSONReader, String) throws(Fault) -> Void
  ) throws(Fault) {
    try open("{", "an object")
    if take("}") { return close() }
    repeat {
      blanks()
      let name = try text()
      blanks()
      guard take(":") else { throw fault("‘:’") }
      try member(&self, name)
      blanks()
    } while take(",")
    guard take("}") else { throw fault("‘,’ or ‘}’") }
    close()
  }

  /// Reads a list.
  ///
  /// - Parameter element: Is called before each element and reads it, or skips it.
  /// - Throws: A ``Fault`` if what comes is no list.
  public mutating func list(
    _ element: (inout JSONReader) throws(Fault) -> Void
  ) throws(Fault) {
    try open("[", "a list")
    if take("]") { return close() }
    repeat {
      try element(&self)
      blanks()
    } while take(",")
    guard take("]") else { throw fault("‘,’ or ‘]’") }
    close()
  }

  /// Reads a number.
  ///
  /// - Throws: A ``Fault`` if what comes is none, or is larger than a `Double` can be.
  public mutating func number() throws(Fault) -> Double {
    blanks()
    let start = place
    let integer = try digits()
    if let integer { return Double(integer) }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    guard let number = Double(text), number.isFinite else {
      throw Fault(byte: start, expected: "a number of at most 1.8e308")
    }
    return number
  }

  /// Reads a whole number.
  ///
  /// - Throws: A ``Fault`` if what comes is none, or doesn't fit.
  public mutating func integer() throws(Fault) -> Int {
    blanks()
    let start = place
    if let integer = try digits() { return integer }
    let number = Double(String(decoding: bytes[start..<place], as: UTF8.self))
    guard let integer = number.flatMap({ Int(exactly: $0) }) else {
      throw Fault(byte: start, expected: "a whole number")
    }
    return integer
  }

  /// Reads a truth value.
  ///
  /// - Throws: A ``Fault`` if what comes is none.
  public mutating func flag() throws(Fault) -> Bool {
    blanks()
    if take(word: "true") { return true }
    guard take(word: "false") else { throw fault("true or false") }
    return false
  }

  /// Passes over the absence of a value.
  ///
  /// - Throws: A ``Fault`` if what comes is something else.
  public mutating func null() throws(Fault) {
    blanks()
    guard take(word: "null") else { throw fault("null") }
  }

  /// What sort of value comes next.
  ///
  /// - Throws: A ``Fault`` if none does.
  public mutating func sort() throws(Fault) -> Sort {
    blanks()
    guard place < bytes.count else { throw fault("a value") }
    switch bytes[place] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .list
    case UInt8(ascii: "\""): return .text
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .flag
    case UInt8(ascii: "n"): return .null
    default: throw fault("a value")
    }
  }

  /// Passes over a value, whatever it is.
  ///
  /// - Throws: A ``Fault`` if it is no JSON.
  public mutating func skip() throws(Fault) {
    switch try sort() {
    case .object: try object { (reader, _) throws(Fault) in try reader.skip() }
    case .list: try list { (reader) throws(Fault) in try reader.skip() }
    case .text: _ = try text()
    case .number: _ = try digits()
    case .flag: _ = try flag()
    case .null: try null()
    }
  }

  /// Sees to it that nothing comes any more.
  ///
  /// - Throws: A ``Fault`` if something does.
  public mutating func end() throws(Fault) {
    blanks()
    guard place == bytes.count else { throw fault("the end of the text") }
  }
}

extension JSONReader {
  func fault(_ expected: String) -> Fault { Fault(byte: place, expected: expected) }

  mutating func blanks() {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x0A, 0x0D, 0x09: place += 1
      default: return
      }
    }
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: scalar) else { return false }
    place += 1
    return true
  }

  private mutating func take(word: StaticString) -> Bool {
    let text = String(describing: word)
    guard bytes[place...].starts(with: text.utf8) else { return false }
    place += text.utf8.count
    return true
  }

  private mutating func open(_ bracket: Unicode.Scalar, _ name: String) throws(Fault) {
    blanks()
    guard take(bracket) else { throw fault(name) }
    guard depth < Self.deepest else { throw fault("at most \(Self.deepest) levels of nesting") }
    depth += 1
    blanks()
  }

  private mutating func close() { depth -= 1 }

  /// Passes over a number.
  ///
  /// - Returns: Its value, if it is written without fraction and exponent and fits.
  private mutating func digits() throws(Fault) -> Int? {
    let isNegative = take("-")
    var value: Int? = 0
    var isFirst = true
    let start = place
    while let digit = digit() {
      if !isFirst, start + 1 == place - 1, bytes[start] == UInt8(ascii: "0") {
        throw Fault(byte: start, expected: "no zero before a number")
      }
      isFirst = false
      let (product, overflow) = (value ?? 0).multipliedReportingOverflow(by: 10)
      let (sum, further) = product.addingReportingOverflow(digit)
      value = overflow || further || value == nil ? nil : sum
    }
    guard !isFirst else { throw fault("a number") }
    if take(".") {
      value = nil
      guard digit() != nil else { throw fault("a digit behind the point") }
      while digit() != nil {}
    }
    if take("e") || take("E") {
      value = nil
      if !take("+") { _ = take("-") }
      guard digit() != nil else { throw fault("a digit of the exponent") }
      while digit() != nil {}
    }
    // The number −0 is none of the whole ones.
    if isNegative, value == 0 { return nil }
    return value.map { isNegative ? -$0 : $0 }
  }

  private mutating func digit() -> Int? {
    guard place < bytes.count else { return nil }
    let digit = bytes[place] &- UInt8(ascii: "0")
    guard digit < 10 else { return nil }
    place += 1
    return Int(digit)
  }
}
