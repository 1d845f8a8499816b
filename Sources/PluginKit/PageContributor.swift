/// A plugin that adds a part to pages of the site: a glossary, a chart, reading times.
///
/// ```swift
/// struct LengthContributor: PageContributor {
///   let name = "length"
///   func parts(for register: NoteRegister) -> [PagePart] {
///     let count = register.plan.blocks.reduce(0) { $0 + $1.text.unicodeScalars.count }
///     return [PagePart(slot: .reading, content: [.element("p", [], [.text("\(count)")])])]
///   }
/// }
/// ```
public protocol PageContributor: Plugin {
  /// The parts for the pages of a version.
  ///
  /// - Throws: A `DocumentError` if the plugin fails; the page then stays without its part.
  func parts(for register: NoteRegister) throws -> [PagePart]
}

/// A part of a page: where it stands and what it shows.
public struct PagePart: Sendable, Hashable {
  /// The places at which parts may stand.
  public enum Slot: String, Sendable, Hashable, CaseIterable {
    /// Behind the text of the version on its reading page.
    case reading
    /// At the end of the home page; only the parts for the version to which readers are led stand there.
    case home
  }

  /// Where it stands.
  public var slot: Slot
  /// What it shows.
  public var content: [PageContent]

  /// Creates a part.
  public init(slot: Slot, content: [PageContent]) {
    self.slot = slot
    self.content = content
  }
}

/// What a part of a page holds: text and elements, as values, so that no markup of a plugin's own
/// reaches a page.
public indirect enum PageContent: Sendable, Hashable {
  /// Text, which is escaped.
  case text(String)
  /// An element with its attributes; those that aren't allowed are refused by ``fault``.
  case element(String, [Attribute], [PageContent])

  /// An attribute of an element.
  public struct Attribute: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: String

    /// Creates an attribute.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The elements that may stand in a part: those of running text, lists, tables and pictures of
  /// lines and shapes; nothing that loads, runs or sends anything.
  static let elements: Set<String> = [
    "section", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption",
    "thead",
    "tbody", "tr", "th", "td", "strong", "em", "code", "small", "sub", "sup", "a", "figure",
    "figcaption", "bdi", "span", "details", "summary", "svg", "g", "rect", "line", "circle", "path",
    "polyline", "polygon", "text", "title", "desc",
  ]

  static let attributes: Set<String> = [
    "href", "lang", "title", "scope", "colspan", "rowspan", "class", "role", "aria-label",
    "viewBox",
    "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "d", "points",
    "transform", "text-anchor", "fill", "stroke", "stroke-width", "datetime",
  ]

  /// Why the content may not stand on a page, or `nil` if it may: an element or attribute that isn't
  /// allowed, an address that is neither a place of the page nor on the web, or nesting deeper than 64.
  public var fault: String? { fault(depth: 0) }

  private func fault(depth: Int) -> String? {
    guard case .element(let name, let attributes, let contents) = self else { return nil }
    guard depth < 64 else { return "is nested more than 64 deep" }
    guard Self.elements.contains(name) else {
      return "has an element ‘\(name)’, which isn't allowed"
    }
    for attribute in attributes {
      guard Self.attributes.contains(attribute.name) else {
        return "has an attribute ‘\(attribute.name)’, which isn't allowed"
      }
      let address = attribute.value
      let isSafe =
        address.hasPrefix("#") || address.hasPrefix("https://") || address.hasPrefix("http://")
      if attribute.name == "href", !isSafe { return "has a link to ‘\(address)’" }
      if attribute.name != "href", address.lowercased().contains("url(") {
        return "has an attribute that loads something"
      }
    }
    return contents.lazy.compactMap { $0.fault(depth: depth + 1) }.first
  }
}
