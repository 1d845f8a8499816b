import PlanModel

/// How a version, or a place in it, is cited.
///
/// What the front matter says under `issuer` and `issued` is named; a version's name that is a day
/// stands for the day of issue.
struct Citation {
  let version: EditionVersion
  let siteTitle: String

  /// The forms, each with its name.
  enum Form: CaseIterable {
    /// GB/T 7714—2015, for a document on the web: `[Z/OL]`.
    case chinese
    /// ISO 690:2021.
    case international

    var name: String {
      switch self {
      case .chinese: "GB/T 7714—2015"
      case .international: "ISO 690:2021"
      }
    }
  }

  /// The citation in a form.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - place: The position in the text, if not all of it is cited.
  ///   - address: The address, if it is known.
  /// - Returns: The citation on one line.
  func text(_ form: Form, place: String? = nil, address: String? = nil) -> String {
    let metadata = version.plan.metadata
    let title = metadata.title ?? siteTitle
    let issuer = metadata["issuer"]?.text.map { $0 + ". " } ?? ""
    let day = metadata["issued"]?.text ?? Self.day(in: version.name)
    var parts: [String]
    switch form {
    case .chinese:
      parts = ["\(issuer)\(title)[Z/OL]", day.map { "(\($0))" } ?? version.label]
    case .international:
      parts = [
        "\(issuer)\(title)", "\(version.label) [online]\(day.map { ", " + $0 } ?? "")",
      ]
    }
    parts += [place, address].compactMap(\.self).filter { !$0.isEmpty }
    return parts.joined(separator: ". ") + (address == nil ? "." : "")
  }

  /// The day with which a version's name begins.
  static func day(in name: String) -> String? {
    let day = name.prefix(10)
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    return String(day)
  }
}

/// The box at the end of a version that says how it is cited.
struct CitationBox {
  let scope: PageScope
  let version: EditionVersion

  var html: HTML {
    let citation = Citation(version: version, siteTitle: scope.edition.site.title)
    let address = scope.edition.site.address?.url(of: scope.path)
    // The script puts place and address of a paragraph in the place of these signs.
    let form: Citation.Form =
      scope.catalogue.language.hasPrefix("zh") ? .chinese : .international
    let pattern = citation.text(form, place: "%p", address: "%a")
    return .element(
      .section,
      [
        .classes("cite"), .ariaLabelledBy("cite"), .data(.pattern, pattern),
        .data(.address, address ?? ""),
      ],
      .element(.h2, [.id("cite")], scope.words(.citing)),
      .element(
        .dl, [],
        children: Citation.Form.allCases.map { form in
          .element(
            .div, [], .element(.dt, [], .text(form.name)),
            .element(
              .dd, [], scope.quoted(citation.text(form, address: address), in: version)))
        }))
  }
}
