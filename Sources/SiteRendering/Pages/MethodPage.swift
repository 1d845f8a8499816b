/// How identifiers, comparisons and notes are made, so that a reader can judge them.
struct MethodPage: PageBody {
  let scope: PageScope

  var title: String { scope.text(.method) }
  var shownVersions: [EditionVersion] { [] }
  var part: SitePart { .method }
  var template: TemplateName { .method }

  private static let sections: [(heading: Phrase, paragraphs: [Phrase])] = [
    (.methodTextHeading, [.methodText]),
    (.methodIdentifierHeading, [.methodIdentifier, .methodIdentifierLife]),
    (.methodCitationHeading, [.methodCitation]),
    (.methodComparisonHeading, [.methodComparison, .methodSubstance]),
    (.methodNotesHeading, [.methodNotes, .methodCarrying]),
  ]

  static let names: [String: TemplateShape] = [
    "title": .text, "sections": .markup,
  ]

  var values: [String: TemplateValue] {
    [
      "title": .text(title),
      "sections": .markup(sections),
    ]
  }

  private var sections: HTML {
    .sequence(
      Self.sections.flatMap { section in
        [.element(.h2, [], scope.words(section.heading))]
          + section.paragraphs.map { .element(.p, [], scope.words($0)) }
      }, separator: .newline)
  }
}
