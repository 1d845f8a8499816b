internal import Crypto

/// The SHA-256 of some bytes.
struct ContentHash: Sendable, Hashable {
  let bytes: [UInt8]

  /// Hashes bytes.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - before: A hash that goes into this one.
  init(of bytes: [UInt8], after before: ContentHash? = nil) {
    var hash = SHA256()
    if let before { hash.update(data: before.bytes) }
    hash.update(data: bytes)
    self.bytes = Array(hash.finalize())
  }

  /// Reads what ``hexadecimal`` gave.
  init?(hexadecimal text: String) {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let high = rest.popFirst().flatMap(Self.digit),
      let low = rest.popFirst().flatMap(Self.digit)
    {
      bytes.append(high << 4 | low)
    }
    guard bytes.count == 32, text.utf8.count == 64 else { return nil }
    self.bytes = bytes
  }

  /// The hash in 64 lower-case digits.
  var hexadecimal: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      digits.append(Self.digit(of: byte >> 4))
      digits.append(Self.digit(of: byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func digit(of value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

/// Which build of the toolkit is running: another one may render otherwise.
enum ToolIdentity {
  /// Size and time of the running program's file.
  static var bytes: [UInt8] { Array((DiskFile("/proc/self/exe").stamp ?? "").utf8) }
}
