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
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
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
