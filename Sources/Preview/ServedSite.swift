internal import PlanModel
public import Workspace

/// The built site as a browser on this machine sees it: from the path of a request to an answer.
public struct ServedSite: Sendable {
  /// What a request gets.
  public enum Answer: Sendable, Hashable {
    /// A file of the site.
    case file(bytes: [UInt8], mediaType: String)
    /// The same page under the address with a slash at its end, without which its links go astray.
    case moved(to: String)
    /// Nothing.
    case missing
  }

  private let folder: Folder

  /// Serves the site that was built into a folder.
  public init(_ folder: Folder) { self.folder = folder }

  /// The answer to a request.
  ///
  /// - Parameter path: The path of the request as the browser sent it, percent-encoded (RFC 3986).
  /// - Returns: Never a file outside the folder, nor one whose name begins with a dot.
  public func answer(to path: String) -> Answer {
    guard let decoded = Self.decoded(path), decoded.hasPrefix("/") else { return .missing }
    var parts = decoded.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    if parts.last == "" { parts[parts.count - 1] = "index.html" }
    let isSafe = parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.contains("\0") }
    guard isSafe else { return .missing }
    let name = parts.joined(separator: "/")
    if let bytes = try? folder.read(name) {
      return .file(bytes: bytes, mediaType: Self.mediaType(of: name))
    }
    return folder.contains(name + "/index.html") ? .moved(to: path + "/") : .missing
  }

  /// Percent-decoding; `nil` for what is no valid UTF-8 or ends within an escape.
  static func decoded(_ path: String) -> String? {
    var bytes: [UInt8] = []
    var rest = path.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let digits = String(rest.prefix(2)), digits.utf8.count == 2,
        digits.utf8.allSatisfy(\.isHexadecimalDigit), let value = UInt8(digits, radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  static func mediaType(of name: String) -> String {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return mediaTypes[ending] ?? "application/octet-stream"
  }

  private static let mediaTypes = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "json": "application/json",
    "jsonld": "application/ld+json", "xml": "application/xml", "atom": "application/atom+xml",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "webp": "image/webp",
    "ico": "image/x-icon", "txt": "text/plain; charset=utf-8", "md": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8", "ics": "text/calendar; charset=utf-8",
    "woff2": "font/woff2", "pdf": "application/pdf", "epub": "application/epub+zip",
  ]
}

extension UInt8 {
  fileprivate var isHexadecimalDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
