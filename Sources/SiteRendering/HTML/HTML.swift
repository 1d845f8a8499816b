/// A piece of well-formed HTML.
///
/// There is no way from a `String` to markup: text comes in through ``text(_:)`` or a string
/// literal, both of which escape, and elements through ``element(_:_:_:)``, which closes what it
/// opens. So a page can hold a hostile document and stay the page that was meant.
///
/// Invariant: ``markup`` is balanced, and every `<`, `>`, `&` and quotation mark of somebody's text
/// in it is a character reference.
package struct HTML: Sendable, Hashable {
  /// The serialised form.
  package private(set) var markup: String

  private init(markup: String) { self.markup = markup }

  /// Nothing.
  package static let empty = HTML(markup: "")

  /// Whether there is nothing in it.
  package var isEmpty: Bool { markup.isEmpty }

  /// Text, escaped.
  package static func text(_ text: some StringProtocol) -> HTML {
    var markup = ""
    markup.reserveCapacity(text.utf8.count)
    markup.appendEscaped(text.unicodeScalars)
    return HTML(markup: markup)
  }

  /// Text given as scalars, escaped.
  package static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> HTML {
    var markup = ""
    markup.reserveCapacity(scalars.count * 3)
    markup.appendEscaped(scalars)
    return HTML(markup: markup)
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
    var markup = "<" + tag.rawValue
    for attribute in attributes { markup += attribute.markup }
    markup += ">"
    for child in children { markup += child.markup }
    markup += "</" + tag.rawValue + ">"
    return HTML(markup: markup)
  }

  /// An element with some children and a list of others after them.
  package static func element(
    _ tag: Tag, _ attributes: [Attribute], _ first: HTML, _ more: HTML..., children: [HTML]
  ) -> HTML {
    element(tag, attributes, children: [first] + more + children)
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
    var markup = ""
    var isFirst = true
    for piece in pieces where keepsEmpty || !piece.isEmpty {
      if !isFirst { markup += separator.markup }
      markup += piece.markup
      isFirst = false
    }
    return HTML(markup: markup)
  }

  /// One piece after another.
  package static func + (left: HTML, right: HTML) -> HTML {
    HTML(markup: left.markup + right.markup)
  }

  /// Adds a piece at the end.
  package static func += (left: inout HTML, right: HTML) { left.markup += right.markup }
}

extension HTML: ExpressibleByStringInterpolation {
  /// Escapes a literal.
  package init(stringLiteral value: String) { self = .text(value) }
}
