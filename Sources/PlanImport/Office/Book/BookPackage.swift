/// What a book's package file says: what the book is called, and which documents are read in which
/// order (EPUB 3.3, 5).
struct BookPackage {
  /// A document or another file of the book.
  struct Item {
    /// The name of its part in the archive; `nil` if it is elsewhere.
    var path: String?
    /// The reference as the package has it.
    var reference: String
    var mediaType: String
    /// What the package says of its role: `nav`, `toc`, `cover` and the like.
    var roles: Set<String>

    /// Whether it is a document of text.
    var isText: Bool {
      ["application/xhtml+xml", "text/html", "text/x-oeb1-document"].contains(mediaType)
    }
  }

  private(set) var title: String?
  private(set) var language: String?
  /// The items in the order of reading; `nil` where the order names one that the book has not.
  private(set) var spine: [Item?] = []
  /// The contents table: of EPUB 3, or else of EPUB 2.
  private(set) var navigation: Item?
  /// The documents of text that the order does not name.
  private(set) var others: [Item] = []

  /// The type of EPUB 2's contents tables.
  static let control = "application/x-dtbncx+xml"

  /// Reads a package file.
  ///
  /// - Parameters:
  ///   - bytes: The package file.
  ///   - path: Its name in the archive.
  /// - Throws: The fault, if it is no whole XML.
  init(_ bytes: [UInt8], at path: String) throws(XMLEvents.Fault) {
    var reading = Reading(base: path)
    try XMLEvents.read(bytes) { event in
      switch event {
      case .open(let name, let attributes): reading.open(name, attributes)
      case .text(let text): reading.text += text
      case .close(let name): reading.close(name)
      }
    }
    title = reading.title
    language = reading.language
    for (path, role) in reading.guide {
      for index in reading.items.indices where reading.items[index].path == path {
        reading.items[index].roles.insert(role)
      }
    }
    let places = Dictionary(
      zip(reading.ids, reading.items.indices), uniquingKeysWith: { first, _ in first })
    let order = reading.order.map { places[$0] }
    spine = order.map { $0.map { reading.items[$0] } }
    let named = Set(order.compactMap(\.self))
    navigation =
      reading.items.first { $0.roles.contains("nav") }
      ?? reading.items.first { $0.mediaType == Self.control }
    others = reading.items.indices.filter { !named.contains($0) }.map { reading.items[$0] }
      .filter { $0.isText && !$0.roles.contains("nav") }
  }

  private struct Reading {
    /// What programs write where nobody gave a title.
    static let placeholders: Set<String> = ["untitled", "unknown", "unknown title", "无标题", "未知"]

    var base: String
    var path: [String] = []
    var text = ""
    var title: String?
    var language: String?
    var ids: [String] = []
    var items: [Item] = []
    var order: [String] = []
    var guide: [String: String] = [:]

    mutating func open(_ name: String, _ attributes: [String: String]) {
      switch (path.last, name) {
      case ("manifest", "item"):
        guard let id = attributes["id"], let reference = attributes["href"] else { break }
        ids.append(id)
        items.append(
          Item(
            path: ArchivePath.resolved(ArchivePath.decoded(reference), from: base),
            reference: reference, mediaType: attributes["media-type"] ?? "",
            roles: Set((attributes["properties"] ?? "").split(separator: " ").map(String.init))))
      case ("spine", "itemref"): order.append(attributes["idref"] ?? "")
      case ("guide", "reference"):
        guard let reference = attributes["href"], let role = attributes["type"],
          let path = ArchivePath.resolved(ArchivePath.decoded(reference), from: base)
        else { break }
        guide[path] = role
      default: break
      }
      path.append(name)
      text = ""
    }

    mutating func close(_ name: String) {
      path.removeLast()
      defer { text = "" }
      // In the older form the elements stand one deeper.
      guard path.last == "metadata" || path.last == "dc-metadata" else { return }
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !words.isEmpty else { return }
      if name == "title", title == nil, !Self.placeholders.contains(words.lowercased()) {
        title = words
      }
      if name == "language", language == nil { language = words }
    }
  }
}

/// Where the package file is (EPUB 3.3, 4.2.6.3.1).
struct BookContainer {
  private(set) var package: String?

  init(_ bytes: [UInt8]) throws(XMLEvents.Fault) {
    var package: String?
    try XMLEvents.read(bytes) { event in
      guard case .open("rootfile", let attributes) = event, package == nil,
        attributes["media-type"] == "application/oebps-package+xml"
      else { return }
      package = attributes["full-path"]
    }
    self.package = package
  }
}

/// What a book says of its encryption (EPUB 3.3, 4.2.6.3.2).
struct BookEncryption {
  /// Whether more is encrypted than the fonts, which every reading program can undo.
  private(set) var isProtected = false

  private static let ofFonts = [
    "http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC",
  ]

  init(_ bytes: [UInt8]) throws(XMLEvents.Fault) {
    var isProtected = false
    try XMLEvents.read(bytes) { event in
      guard case .open(let name, let attributes) = event else { return }
      if name == "EncryptionMethod", !Self.ofFonts.contains(attributes["Algorithm"] ?? "") {
        isProtected = true
      }
    }
    self.isProtected = isProtected
  }
}
