/// A file of the site, not yet written.
public struct Page: Sendable, Hashable {
  /// Where it belongs, relative to the site's folder, with `/` between folders; safe to write: no
  /// part is empty, `.` or `..`.
  public var path: String

  /// What it is, as a media type with its character set.
  public var mediaType: String

  /// Its bytes.
  public var bytes: [UInt8]

  /// Creates a page from its bytes.
  public init(path: String, mediaType: String, bytes: [UInt8]) {
    self.path = path
    self.mediaType = mediaType
    self.bytes = bytes
  }

  /// Creates a page from its text, in UTF-8.
  public init(path: String, mediaType: String, text: String) {
    self.init(path: path, mediaType: mediaType, bytes: Array(text.utf8))
  }
}
