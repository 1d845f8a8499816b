/// What the elements of HTML are to a reader of text.
enum HTMLElement {
  /// Elements whose content is no text of the page.
  static let silent: Set<String> = [
    "head", "script", "style", "noscript", "template", "iframe", "object", "embed", "canvas", "svg",
    "math", "map", "audio", "video", "select", "button", "textarea", "input", "datalist", "rt",
    "rp",
  ]

  /// Elements that are around the text by their meaning.
  static let surrounding: Set<String> = ["nav", "aside", "footer", "menu", "dialog"]

  /// The roles of WAI-ARIA that say the same.
  static let surroundingRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "toolbar",
    "dialog", "alert",
  ]

  /// The classes by which pages hide words from the eye, as the common style sheets name them.
  static let hidingClasses: Set<String> = [
    "hidden", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "d-none",
  ]

  /// Elements that stand in the flow of a line.
  static let inline: Set<String> = [
    "#text", "#document", "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data",
    "del", "dfn",
    "em", "font", "i", "img", "ins", "kbd", "label", "mark", "o:p", "q", "ruby", "rb", "s", "samp",
    "small", "span", "st1:chsdate", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr",
  ]

  /// Elements in which a text can be as a whole, besides other things.
  static let containers: Set<String> = [
    "html", "body", "div", "section", "article", "main", "td", "th", "tr", "tbody", "table",
    "center",
    "form", "fieldset", "span", "font", "blockquote", "dd", "ucapcontent",
  ]

  /// The level of `h1` to `h6`.
  static func headingLevel(_ name: String) -> Int? {
    guard name.utf8.count == 2, name.hasPrefix("h"), let digit = name.last?.wholeNumberValue,
      (1...6).contains(digit)
    else { return nil }
    return digit
  }

  /// Whether an element begins and ends a line.
  ///
  /// An element whose name says nothing, such as `o:p` of a word processor, doesn't.
  static func breaksLines(_ name: String) -> Bool {
    !inline.contains(name) && !name.contains(":")
  }
}

/// What an element's style says of the text in it.
struct HTMLStyle {
  enum Alignment { case start, centre, end }

  var isBold: Bool?
  var alignment: Alignment?
  var isHidden = false
  /// Whether the element begins and ends a line, where its style says so.
  var breaksLines: Bool?

  /// Reads the attribute `style`, and `align`.
  init(style: String?, align: String?) {
    switch align?.lowercased() {
    case "center", "middle": alignment = .centre
    case "right": alignment = .end
    case "left", "justify": alignment = .start
    default: break
    }
    for declaration in (style ?? "").split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      read(
        parts[0].filter { !$0.isWhitespace }.lowercased(),
        parts[1].drop { $0.isWhitespace }.lowercased())
    }
  }

  private mutating func read(_ property: String, _ value: String) {
    switch property {
    case "font-weight":
      isBold = value.hasPrefix("bold") || (Int(value.prefix(3)).map { $0 >= 600 } ?? false)
    case "font-family":
      // 黑体 is the bold face of Chinese papers (GB/T 9704-2012).
      if value.contains("黑体") || value.contains("simhei") { isBold = true }
    case "text-align":
      if value.hasPrefix("center") { alignment = .centre }
      if value.hasPrefix("right") || value.hasPrefix("end") { alignment = .end }
      if value.hasPrefix("left") || value.hasPrefix("justify") || value.hasPrefix("start") {
        alignment = .start
      }
    case "display":
      isHidden = isHidden || value.hasPrefix("none")
      if value.hasPrefix("block") || value == "list-item" { breaksLines = true }
      if value.hasPrefix("inline") { breaksLines = false }
    case "visibility": isHidden = isHidden || value.hasPrefix("hidden")
    default: break
    }
  }
}
