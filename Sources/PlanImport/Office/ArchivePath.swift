/// The names of an archive's parts as the parts refer to one another.
enum ArchivePath {
  /// The name of the part that a reference means.
  ///
  /// - Parameters:
  ///   - reference: The reference as written: relative to the part in which it stands, or from the
  ///     archive's root where it begins with a slash. What stands behind `#` or `?` says where in the
  ///     part, and is left out.
  ///   - base: The part in which it stands.
  /// - Returns: `nil` if the reference leaves the archive.
  static func resolved(_ reference: String, from base: String) -> String? {
    let path = reference.prefix { $0 != "#" && $0 != "?" }
    guard !path.isEmpty, !path.prefix(while: { $0 != "/" }).contains(":") else { return nil }
    var names = path.hasPrefix("/") ? [] : base.split(separator: "/").dropLast()
    for name in path.split(separator: "/") where name != "." {
      if name == ".." {
        guard names.popLast() != nil else { return nil }
      } else {
        names.append(name)
      }
    }
    return names.isEmpty ? nil : names.joined(separator: "/")
  }

  /// A reference with its percent signs decoded: `%E6%80%BB.xhtml` is `总.xhtml`.
  ///
  /// - Returns: The reference as it is, if what would come of it is no text.
  static func decoded(_ reference: String) -> String {
    let bytes = Array(reference.utf8)
    guard bytes.contains(UInt8(ascii: "%")) else { return reference }
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        decoded.append(byte)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(validating: decoded, as: UTF8.self) ?? reference
  }
}
