/// Where a site is published, for the files that must name pages by their whole addresses.
public struct SiteAddress: Sendable, Hashable {
  /// The address of the site's folder, with a slash at its end.
  public let text: String
  /// The host's name.
  public let host: String

  /// Reads an address; fails if the text has another form.
  ///
  /// - Parameter text: `https://` or `http://`, a host, and perhaps a port and folders; without a
  ///   query and a fragment.
  public init?(_ text: String) {
    let scheme = ["https://", "http://"].first { text.hasPrefix($0) }
    guard let scheme else { return nil }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" && $0 != ":" }
    let isClean = rest.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII && scalar.value > 0x20
        && !"\"<>\\^`{|}?#@\u{7F}".unicodeScalars.contains(scalar)
    }
    guard !host.isEmpty, isClean else { return nil }
    self.text = text.hasSuffix("/") ? text : text + "/"
    self.host = host.lowercased()
  }

  /// The address of a page or file; a folder's index page is named by its folder.
  func url(of path: String) -> String {
    let reference = Reference(to: path, from: "").text
    let index = "index.html"
    let isIndex = reference == index || reference.hasSuffix("/" + index)
    return text + (isIndex ? String(reference.dropLast(index.count)) : reference)
  }
}
