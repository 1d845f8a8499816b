package import PluginKit

/// A piece of well-formed HTML.
///
/// There is no way from a `String` to markup: text comes in through ``text(_:)`` or a string
/// literal, both of which escape, and elements through ``element(_:_:_:)``, which closes what it
/// opens. So a page can hold a hostile document and stay the page that was meant.
///
/// Invariant: ``bytes`` is balanced, and every `<`, `>`, `&` and quotation mark of somebody's text in
/// it is a character reference.
///
/// The pieces are put together from the inside out, so that a byte is copied as often as elements
/// stand around it. As bytes that is a move of memory; as a `String` it was half of the time that a
/// site took.
package struct HTML: Sendable, Hashable {
  /// The serialised form, in UTF-8.
  package private(set) var bytes: [UInt8]

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private init(markup: StaticString) { bytes = Array(String(describing: markup).utf8) }

  /// The serialised form as text.
  package var markup: String { String(decoding: bytes, as: UTF8.self) }

  /// Nothing.
  package static let empty = HTML(bytes: [])

  /// Whether there is nothing in it.
  package var isEmpty: Bool { bytes.isEmpty }

  /// Text, escaped.
  package static func text(_ text: some StringProtocol) -> HTML {
    var bytes: [UInt8] = []
    bytes.appendEscaped(String(text))
    return HTML(bytes: bytes)
  }

  /// Text given in UTF-8, escaped.
  package static func text(_ text: ArraySlice<UInt8>) -> HTML {
    var bytes: [UInt8] = []
    bytes.appendEscaped(text)
    return HTML(bytes: bytes)
  }

  /// Text given as scalars, escaped.
  package static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> HTML {
    var bytes: [UInt8] = []
    bytes.appendEscaped(scalars)
    return HTML(bytes: bytes)
  }

  /// An element with its attributes and what it holds.
  package static func element(
    _ tag: Tag, _ attributes: [Attribute] = [], _ children: HTML...
  ) -> HTML {
    element(tag, attributes, children: children)
  }

  /// An element with its attributes and what it holds.
  package static func element(
    _ tag: Tag, _ attributes: [Attribute] = [], children: [HTML]
  ) -> HTML {
    let name = tag.rawValue.utf8
    var size = 2 * name.count + 5
    for attribute in attributes { size += attribute.size }
    for child in children { size += child.bytes.count }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name)
    for attribute in attributes { attribute.append(to: &bytes) }
    bytes.append(UInt8(ascii: ">"))
    for child in children { bytes.append(contentsOf: child.bytes) }
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    bytes.append(contentsOf: name)
    bytes.append(UInt8(ascii: ">"))
    return HTML(bytes: bytes)
  }

  /// An element with some children and a list of others after them.
  package static func element(
    _ tag: Tag, _ attributes: [Attribute], _ first: HTML, _ more: HTML..., children: [HTML]
  ) -> HTML {
    element(tag, attributes, children: [first] + more + children)
  }

  /// What a plugin contributes to a page; nothing if it holds what isn't allowed.
  ///
  /// Its classes stand behind `plugin-`, apart from those of the theme.
  package static func contributed(_ content: PageContent) -> HTML {
    guard content.fault == nil else { return .empty }
    switch content {
    case .text(let text): return .text(text)
    case .element(let name, let attributes, let contents):
      var bytes: [UInt8] = Array("<\(name)".utf8)
      for attribute in attributes {
        let isClass = attribute.name == "class"
        let value =
          isClass
          ? attribute.value.split(separator: " ").map { "plugin-\($0)" }.joined(separator: " ")
          : attribute.value
        bytes += Array(" \(attribute.name)=\"".utf8)
        bytes.appendEscaped(value)
        bytes.append(UInt8(ascii: "\""))
      }
      bytes.append(UInt8(ascii: ">"))
      for content in contents { bytes += contributed(content).bytes }
      bytes += Array("</\(name)>".utf8)
      return HTML(bytes: bytes)
    }
  }

  /// A template with its holes filled; its own markup is trusted as the theme is that it belongs to.
  package static func filled(_ template: Template, with values: [String: TemplateValue]) -> HTML {
    HTML(bytes: template.render(values))
  }

  /// A line break.
  package static let lineBreak = HTML(markup: "<br>")

  /// A place at which a long word may be broken.
  package static let breakOpportunity = HTML(markup: "<wbr>")

  /// A line feed between elements, so that a person can read the source.
  package static let newline = HTML(markup: "\n")

  /// The pieces one after another.
  ///
  /// - Parameters:
  ///   - pieces: What to put together.
  ///   - separator: What stands between two of them.
  ///   - keepsEmpty: Whether a separator stands beside an empty piece too.
  /// - Returns: One piece of HTML.
  package static func sequence(
    _ pieces: [HTML], separator: HTML = .empty, keepsEmpty: Bool = false
  ) -> HTML {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count + separator.bytes.count })
    var isFirst = true
    for piece in pieces where keepsEmpty || !piece.isEmpty {
      if !isFirst { bytes.append(contentsOf: separator.bytes) }
      bytes.append(contentsOf: piece.bytes)
      isFirst = false
    }
    return HTML(bytes: bytes)
  }

  /// One piece after another.
  package static func + (left: HTML, right: HTML) -> HTML {
    HTML(bytes: left.bytes + right.bytes)
  }

  /// Adds a piece at the end.
  package static func += (left: inout HTML, right: HTML) { left.bytes += right.bytes }
}

extension HTML: ExpressibleByStringInterpolation {
  /// Escapes a literal.
  package init(stringLiteral value: String) { self = .text(value) }
}
