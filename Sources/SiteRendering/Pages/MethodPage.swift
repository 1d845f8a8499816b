/// How identifiers, comparisons and notes are made, so that a reader can judge them.
struct MethodPage: PageBody {
  let scope: PageScope

  var title: String { scope.text(.method) }
  var shownVersions: [EditionVersion] { [] }
  var part: SitePart { .method }
  var className: String { "method" }

  private static let sections: [(heading: Phrase, paragraphs: [Phrase])] = [
    (.methodTextHeading, [.methodText]),
    (.methodIdentifierHeading, [.methodIdentifier, .methodIdentifierLife]),
    (.methodCitationHeading, [.methodCitation]),
    (.methodComparisonHeading, [.methodComparison, .methodSubstance]),
    (.methodNotesHeading, [.methodNotes, .methodCarrying]),
  ]

  var main: HTML {
    .element(
      .article, [.classes("prose")], .element(.h1, [], .text(title)),
      children: Self.sections.flatMap { section in
        [.element(.h2, [], scope.words(section.heading))]
          + section.paragraphs.map { .element(.p, [], scope.words($0)) }
      })
  }
}
