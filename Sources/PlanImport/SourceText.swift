internal import Glibc
public import PlanModel

/// A source decoded: its scalars, and for each the place of its bytes.
struct SourceText {
  let encoding: TextEncoding
  /// Whether the encoding is likely and no more.
  let isGuessed: Bool
  let scalars: [Unicode.Scalar]
  /// The byte at which each scalar begins, and behind the last one the end.
  let byteOffsets: [Int32]

  /// Decodes a source.
  ///
  /// - Throws: ``ImportError`` if the bytes fit no encoding that is read, or not the one given.
  init(
    decoding bytes: [UInt8], as given: TextEncoding? = nil, file: String
  ) throws(ImportError) {
    guard bytes.count <= ImportError.longestText else {
      throw .tooLarge(file: file, bytes: bytes.count, limit: ImportError.longestText)
    }
    if let format = ForeignFormat(of: bytes) { throw .foreign(file: file, format: format) }
    guard let encoding = given ?? TextEncoding.detected(in: bytes) else {
      if bytes.contains(0) { throw .binary(file: file) }
      let byte = TextEncoding.firstUTF8Fault(in: bytes) ?? 0
      throw .unknownEncoding(at: TextEncoding.utf8.place(of: byte, in: bytes, file), byte: byte)
    }
    self.encoding = encoding
    isGuessed = given == nil && encoding == .windows1252
    let mark = encoding.byteOrderMark
    let start = bytes.starts(with: mark) ? mark.count : 0
    do {
      (scalars, byteOffsets) = try encoding.decode(bytes, skipping: start)
    } catch {
      throw .malformed(
        at: encoding.place(of: error.byte, in: bytes, file), encoding: encoding, byte: error.byte)
    }
    if scalars.contains("\0") { throw .binary(file: file) }
  }

  /// The bytes of a range of scalars.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    Int(byteOffsets[range.lowerBound])..<Int(byteOffsets[range.upperBound])
  }

  /// The text of a range of scalars.
  func text(_ range: Range<Int>) -> String {
    String(scalars: scalars[range])
  }
}

extension Diagnostic {
  /// An encoding that nothing names and much speaks for.
  static func guessed(_ encoding: TextEncoding, in file: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "encoding-guessed", "the text is taken for \(encoding.rawValue)",
      at: FilePlace(file: file),
      help: "if letters look wrong, name its encoding with --encoding or save it as UTF-8")
  }
}

extension TextEncoding {
  /// The text of some bytes.
  ///
  /// - Parameters:
  ///   - bytes: A source as received.
  ///   - given: The encoding, where a person named it; otherwise it is detected.
  ///   - file: The source's name, for diagnostics.
  /// - Returns: The text without a byte-order mark, the encoding, and a warning if that is only likely.
  /// - Throws: ``ImportError`` if the bytes fit no encoding that is read, or not the one given.
  public static func text(
    of bytes: [UInt8], as given: TextEncoding? = nil, file: String
  ) throws(ImportError) -> (text: String, encoding: TextEncoding, doubts: [Diagnostic]) {
    let source = try SourceText(decoding: bytes, as: given, file: file)
    return (
      source.text(source.scalars.indices), source.encoding,
      source.isGuessed ? [.guessed(source.encoding, in: file)] : []
    )
  }
}

/// A byte at which a source cannot be decoded.
struct DecodingFault: Error {
  var byte: Int
}

extension TextEncoding {
  typealias Decoded = (scalars: [Unicode.Scalar], byteOffsets: [Int32])

  func decode(_ bytes: [UInt8], skipping start: Int) throws(DecodingFault) -> Decoded {
    switch self {
    case .utf8: try Self.decodeUTF8(bytes, skipping: start)
    case .utf16LittleEndian: try Self.decodeUTF16(bytes, skipping: start, highByte: 1)
    case .utf16BigEndian: try Self.decodeUTF16(bytes, skipping: start, highByte: 0)
    default: try decodeByConverter(bytes, skipping: start)
    }
  }

  /// The line and column of a byte that cannot be decoded: what stands before it can be.
  func place(of byte: Int, in bytes: [UInt8], _ file: String) -> FilePlace {
    let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    var place = FilePlace(file: file)
    guard byte > start,
      let before = try? decode(Array(bytes[..<byte]), skipping: start).scalars
    else { return place }
    var previous: Unicode.Scalar = " "
    for scalar in before {
      if SourceLine.isLineEnd(scalar) {
        if scalar != "\n" || previous != "\r" { place.line += 1 }
        place.column = 1
      } else {
        place.column += 1
      }
      previous = scalar
    }
    return place
  }

  static func firstUTF8Fault(in bytes: [UInt8]) -> Int? {
    do {
      _ = try decodeUTF8(bytes, skipping: 0)
      return nil
    } catch {
      return error.byte
    }
  }

  private static func decodeUTF8(
    _ bytes: [UInt8], skipping start: Int
  ) throws(DecodingFault) -> Decoded {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int32] = []
    let count = bytes.count { $0 & 0xC0 != 0x80 }
    scalars.reserveCapacity(count)
    offsets.reserveCapacity(count + 1)
    var offset = start
    while offset < bytes.count {
      guard let (scalar, length) = utf8Scalar(bytes, at: offset) else {
        throw DecodingFault(byte: offset)
      }
      scalars.append(scalar)
      offsets.append(Int32(offset))
      offset += length
    }
    offsets.append(Int32(bytes.count))
    return (scalars, offsets)
  }

  /// How many bytes the character at a byte takes in UTF-8; `nil` if there is none.
  static func utf8Length(_ bytes: [UInt8], at offset: Int) -> Int? {
    utf8Scalar(bytes, at: offset)?.length
  }

  /// The scalar that begins at a byte, and how many bytes it takes.
  ///
  /// The two commonest forms are read here, since the parser takes four times as long.
  private static func utf8Scalar(
    _ bytes: [UInt8], at offset: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let lead = bytes[offset]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    // Of these leads no form is overlong and none a surrogate.
    if lead > 0xE0, lead < 0xED, offset + 2 < bytes.count {
      let (second, third) = (bytes[offset + 1], bytes[offset + 2])
      if second & 0xC0 == 0x80, third & 0xC0 == 0x80 {
        let value = UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
        return Unicode.Scalar(value).map { ($0, 3) }
      }
    }
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes[offset...].prefix(4).makeIterator()
    guard case .valid(let encoded) = decoder.parseScalar(from: &iterator) else { return nil }
    return (Unicode.UTF8.decode(encoded), encoded.count)
  }

  private static func decodeUTF16(
    _ bytes: [UInt8], skipping start: Int, highByte: Int
  ) throws(DecodingFault) -> Decoded {
    guard (bytes.count - start).isMultiple(of: 2) else {
      throw DecodingFault(byte: max(0, bytes.count - 1))
    }
    let units = stride(from: start, to: bytes.count, by: 2).map { index in
      UInt16(bytes[index + highByte]) << 8 | UInt16(bytes[index + 1 - highByte])
    }
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int32] = []
    var decoder = Unicode.UTF16.ForwardParser()
    var iterator = units.makeIterator()
    var offset = start
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded):
        scalars.append(Unicode.UTF16.decode(encoded))
        offsets.append(Int32(offset))
        offset += encoded.count * 2
      case .emptyInput:
        offsets.append(Int32(bytes.count))
        return (scalars, offsets)
      case .error:
        throw DecodingFault(byte: offset)
      }
    }
  }

  /// Decodes through the C library's `iconv`; where a character begins follows from the bytes
  /// alone, and each is one scalar.
  private func decodeByConverter(
    _ bytes: [UInt8], skipping start: Int
  ) throws(DecodingFault) -> Decoded {
    var offsets: [Int32] = []
    var index = start
    while index < bytes.count {
      let length = characterLength(bytes, at: index)
      guard length > 0 else { throw DecodingFault(byte: index) }
      offsets.append(Int32(index))
      index += length
    }
    offsets.append(Int32(bytes.count))
    let values = try convert(Array(bytes[start...]), count: offsets.count - 1, skipping: start)
    guard values.count == offsets.count - 1 else { throw DecodingFault(byte: start) }
    return (values.compactMap(Unicode.Scalar.init), offsets)
  }

  private func convert(
    _ bytes: [UInt8], count: Int, skipping start: Int
  ) throws(DecodingFault) -> [UInt32] {
    let converter = unsafe iconv_open("UTF-32LE", converterName)
    guard Int(bitPattern: converter) != -1 else { throw DecodingFault(byte: 0) }
    defer { _ = unsafe iconv_close(converter) }
    var source = bytes.map(CChar.init(bitPattern:))
    var consumed = 0
    let values = unsafe [UInt32](unsafeUninitializedCapacity: count) { target, filled in
      unsafe source.withUnsafeMutableBufferPointer { input in
        var from = input.baseAddress
        var fromLeft = input.count
        var toLeft = count * MemoryLayout<UInt32>.size
        let room = toLeft
        unsafe UnsafeMutableRawBufferPointer(target).withMemoryRebound(to: CChar.self) { output in
          var to = output.baseAddress
          _ = unsafe iconv(converter, &from, &fromLeft, &to, &toLeft)
        }
        consumed = input.count - fromLeft
        filled = (room - toLeft) / MemoryLayout<UInt32>.size
      }
    }
    guard consumed == bytes.count else { throw DecodingFault(byte: start + consumed) }
    return values
  }
}
