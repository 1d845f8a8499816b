import PlanModel

/// What a page needs to know while it is made: the edition, the interface's words, and its own
/// place, from which its links are counted.
package struct PageScope: Sendable {
  package let edition: Edition
  package let catalogue: Catalogue
  package let address: Address
  /// The page's own file, from which every link is counted.
  let path: String
  /// The folder of the language; none for the site's first.
  private let prefix: String
  /// Whether the page stands alone, so that there are no other pages to link to.
  var isStandalone = false

  package init(edition: Edition, catalogue: Catalogue, address: Address) {
    self.edition = edition
    self.catalogue = catalogue
    self.address = address
    prefix = Self.prefix(of: catalogue, in: edition.site)
    path = address.path(under: prefix)
  }

  /// The folder of a language's pages: none for the site's first language.
  static func prefix(of catalogue: Catalogue, in site: Site) -> String {
    catalogue.language == site.catalogues.first?.language ? "" : catalogue.language
  }

  /// The folder of the pages in this language, with a slash at its end if it has a name.
  var folder: String {
    prefix.isEmpty ? "" : prefix + "/"
  }

  /// A link to another page in the same language.
  func reference(_ address: Address, _ fragment: String? = nil) -> Reference {
    let address = fragment.map { edition.page(of: $0, in: address) } ?? address
    if let fragment, address == self.address { return Reference(fragment: fragment) }
    return Reference(to: address.path(under: prefix), from: path, fragment: fragment)
  }

  /// A link to a file that all languages share.
  func reference(toFile file: String) -> Reference { Reference(to: file, from: path) }

  /// A link to this page in another language.
  func reference(in other: Catalogue) -> Reference {
    Reference(to: address.path(under: Self.prefix(of: other, in: edition.site)), from: path)
  }

  /// The words of a phrase.
  func text(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    catalogue.text(phrase, values)
  }

  /// The words of a phrase, escaped.
  func words(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> HTML {
    .text(catalogue.text(phrase, values))
  }

  /// The words of a phrase with a count in them, escaped.
  func words(_ phrase: Phrase, count: Int) -> HTML { .text(catalogue.text(phrase, count: count)) }

  /// A version's label, in the language of its text.
  func label(of version: EditionVersion) -> HTML { quoted(version.label, in: version) }

  /// The words of a phrase about a version.
  func words(_ phrase: Phrase, version: EditionVersion) -> HTML {
    catalogue.html(phrase, ["version": label(of: version)])
  }

  /// What a comparison is called.
  func name(of comparison: EditionComparison) -> HTML {
    catalogue.html(
      .comparisonOf, ["old": label(of: comparison.old), "new": label(of: comparison.new)])
  }

  /// A link within the site; on a page that stands alone only within the page.
  func link(
    _ label: HTML, to address: Address, _ fragment: String? = nil,
    _ attributes: [Attribute] = []
  ) -> HTML {
    if isStandalone, address != self.address { return .element(.span, attributes, label) }
    return .element(.a, [.href(reference(address, fragment))] + attributes, label)
  }

  /// A text of the plan inside the interface: in its own language, and kept from disturbing the
  /// direction of what stands around it.
  func quoted(_ text: some StringProtocol, in version: EditionVersion) -> HTML {
    .element(.bdi, [.language(version.language)], .text(text))
  }

  /// A link to a block in a version, by its position.
  func position(of index: Int, in version: EditionVersion) -> HTML {
    let block = version.plan.blocks[index]
    let position = version.position(of: index)
    let label = position.text.isEmpty ? block.heading : position.text
    return link(
      quoted(label, in: version), to: version.address(ofBlock: index), block.id.rawValue,
      [.classes("position")])
  }
}
