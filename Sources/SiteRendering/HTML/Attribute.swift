/// An attribute of an element.
///
/// Only the functions below make one, so that no name is taken from a document unseen, and every value
/// is escaped when it is written. There is none for styles or for event handlers: the pages' policy
/// forbids both.
package struct Attribute: Sendable, Hashable {
  private let name: String
  /// The value, not yet escaped; `nil` for a flag.
  private let value: String?

  private init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  private init(flag: String) {
    name = flag
    value = nil
  }

  /// About how many bytes the attribute takes.
  var size: Int { name.utf8.count + (value?.utf8.count ?? 0) + 4 }

  /// Writes the attribute, with a space before it.
  func append(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: name.utf8)
    guard let value else { return }
    bytes.append(UInt8(ascii: "="))
    bytes.append(UInt8(ascii: "\""))
    bytes.appendEscaped(value)
    bytes.append(UInt8(ascii: "\""))
  }

  /// One or more classes of the theme.
  package static func classes(_ names: String...) -> Attribute {
    Attribute(
      "class",
      names.count == 1 ? names[0] : names.filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// The element's name in its page.
  package static func id(_ id: String) -> Attribute { Attribute("id", id) }

  /// Where a link leads.
  package static func href(_ reference: Reference) -> Attribute {
    Attribute("href", reference.text)
  }

  /// The BCP 47 tag of the language of what the element holds.
  package static func language(_ tag: String) -> Attribute { Attribute("lang", tag) }

  /// The language that a link leads to.
  package static func hrefLanguage(_ tag: String) -> Attribute { Attribute("hreflang", tag) }

  /// The direction of writing is that of the text's first letter that has one.
  package static let ownDirection = Attribute("dir", "auto")

  /// What a link is for, such as `next`.
  package static func relation(_ name: String) -> Attribute { Attribute("rel", name) }

  /// A name for those who don't see the element.
  package static func ariaLabel(_ text: String) -> Attribute { Attribute("aria-label", text) }

  /// The element that names this one.
  package static func ariaLabelledBy(_ id: String) -> Attribute { Attribute("aria-labelledby", id) }

  /// The element that says more about this one.
  package static func ariaDescribedBy(_ id: String) -> Attribute {
    Attribute("aria-describedby", id)
  }

  /// Where the reader is: `page` or `true`.
  package static func ariaCurrent(_ value: String) -> Attribute { Attribute("aria-current", value) }

  /// An ornament that is not to be read out.
  package static let ariaHidden = Attribute("aria-hidden", "true")

  /// What the element is, where its tag doesn't say it.
  package static func role(_ name: String) -> Attribute { Attribute("role", name) }

  /// The element can be reached by keyboard though it is no control, such as a wide table.
  package static let focusable = Attribute("tabindex", "0")

  /// A script may lead the reader to the element, who then stands in it.
  package static let reachableByScript = Attribute("tabindex", "-1")

  /// A `details` element that stands open.
  package static let open = Attribute(flag: "open")

  /// A date in the form that machines read.
  package static func dateTime(_ value: String) -> Attribute { Attribute("datetime", value) }

  /// A column or a row, for the heading of a table.
  package static func scope(_ value: String) -> Attribute { Attribute("scope", value) }

  /// How many columns a cell takes.
  package static func columnSpan(_ count: Int) -> Attribute { Attribute("colspan", "\(count)") }

  /// The number of the first item of a list.
  package static func start(_ number: Int) -> Attribute { Attribute("start", "\(number)") }

  /// The notes that a marked run belongs to, by number.
  package static func notes(_ numbers: [Int]) -> Attribute {
    Attribute("data-notes", numbers.map(String.init).joined(separator: " "))
  }

  /// A word or an address for the page's script.
  package enum Datum: String, Sendable, Hashable {
    case base, root, label, button, versions, all, kinds, text, note, none, found, words, more
    case pattern, address, facet, facets, keys
  }

  /// A word or an address for the page's script.
  package static func data(_ name: Datum, _ value: String) -> Attribute {
    Attribute("data-" + name.rawValue, value)
  }

  /// A hint that a pointer shows.
  package static func hint(_ text: String) -> Attribute { Attribute("title", text) }

  /// A measure or a point of a drawing.
  package static func drawing(_ name: StaticString, _ value: Int) -> Attribute {
    Attribute(String(describing: name), "\(value)")
  }

  /// What a list's filters find an entry by.
  package static func facets(_ tokens: [String]) -> Attribute {
    data(.facets, tokens.joined(separator: " "))
  }

  /// The part of the plane that a drawing shows.
  package static func viewBox(width: Int, height: Int) -> Attribute {
    Attribute("viewBox", "0 0 \(width) \(height)")
  }
}
