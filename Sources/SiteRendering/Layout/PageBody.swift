/// What one kind of page puts into the layout.
package protocol PageBody {
  /// The page's title, without the site's.
  var title: String { get }

  /// The versions that the page shows; their notices stand above it.
  var shownVersions: [EditionVersion] { get }

  /// What the page holds, in one or two sentences, for those who find it elsewhere; `nil` if its
  /// title says it.
  var summary: String? { get }

  /// The part of the navigation that the page belongs to.
  var part: SitePart { get }

  /// The template that sets what the page says.
  var template: TemplateName { get }

  /// What the template is filled with.
  var values: [String: TemplateValue] { get }

  /// The page's name in the style sheet.
  var className: String { get }

  /// The scripts that this page has besides the one that all have, in order.
  var scripts: [String] { get }
}

extension PageBody {
  package var className: String { template.rawValue }
  package var scripts: [String] { [] }
  package var summary: String? { nil }
}

/// The entries of the navigation, in their order.
package enum SitePart: Sendable, Hashable, CaseIterable {
  case home, text, comparison, notes, agencies, deadlines, search, method

  var phrase: Phrase {
    switch self {
    case .home: .navigationHome
    case .text: .navigationText
    case .comparison: .navigationComparison
    case .notes: .navigationNotes
    case .agencies: .navigationAgencies
    case .deadlines: .navigationDeadlines
    case .search: .search
    case .method: .navigationMethod
    }
  }
}
