/// Where a link leads: another place of the site, or an address in the web.
package struct Reference: Sendable, Hashable {
  /// The text of the reference, percent-encoded.
  package let text: String

  /// A place in the page itself.
  package init(fragment: String) { text = "#" + Self.encoded(fragment) }

  /// A page of the site, as seen from another one.
  ///
  /// The reference is relative, so that the site works in any folder of any server and from a disk;
  /// it names the file, since a disk has no index pages.
  ///
  /// - Parameters:
  ///   - path: The page to lead to, relative to the site's folder.
  ///   - origin: The page that holds the link.
  ///   - fragment: The place in the page.
  package init(to path: String, from origin: String, fragment: String? = nil) {
    guard path != origin || fragment == nil else {
      text = "#" + Self.encoded(fragment ?? "")
      return
    }
    // What the two have in common is left out, up to the last slash in it.
    let (target, source) = (path.utf8, origin.utf8)
    var shared = target.startIndex
    var rest = source.startIndex
    var (place, mirror) = (target.startIndex, source.startIndex)
    while place < target.endIndex, mirror < source.endIndex, target[place] == source[mirror] {
      let isSlash = target[place] == UInt8(ascii: "/")
      target.formIndex(after: &place)
      source.formIndex(after: &mirror)
      if isSlash { (shared, rest) = (place, mirror) }
    }
    var text = ""
    for byte in source[rest...] where byte == UInt8(ascii: "/") {
      text += text.isEmpty ? ".." : "/.."
    }
    if !text.isEmpty { text += "/" }
    text += Self.encoded(path[shared...], keepingSlashes: true)
    if let fragment {
      text += "#"
      text += Self.encoded(fragment)
    }
    self.text = text
  }

  /// An address in the web.
  ///
  /// - Returns: `nil` unless it begins with `http://` or `https://` and holds no space or control
  ///   character: a document must not bring in `javascript:`.
  package init?(web address: String) {
    let lower = address.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://"),
      address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else { return nil }
    text = address
  }

  /// Encodes whatever is no unreserved character of RFC 3986, byte by byte.
  private static func encoded(
    _ text: some StringProtocol, keepingSlashes: Bool = false
  ) -> String {
    func isKept(_ byte: UInt8) -> Bool {
      isUnreserved(byte) || keepingSlashes && byte == UInt8(ascii: "/")
    }
    guard !text.utf8.allSatisfy(isKept) else { return String(text) }
    var result = ""
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    for byte in text.utf8 {
      if isKept(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%"
        result.unicodeScalars.append(digits[Int(byte >> 4)])
        result.unicodeScalars.append(digits[Int(byte & 15)])
      }
    }
    return result
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
