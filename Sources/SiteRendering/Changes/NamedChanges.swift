import Annotations
import Collation

/// The changes from each version to the next that name an agency, or name it no longer.
struct NamedChanges {
  let scope: PageScope
  let agency: Site.Agency

  private static let tag = "agency"

  var html: HTML {
    let versions = scope.edition.versions
    let comparisons = zip(versions, versions.dropFirst()).compactMap { old, new in
      scope.edition.comparison(old: old.name, new: new.name)
    }
    return .sequence(comparisons.map(list))
  }

  private func list(_ comparison: EditionComparison) -> HTML {
    let changes = changes(in: comparison)
    guard !changes.isEmpty else { return .empty }
    let address = Address.comparison(old: comparison.old.name, new: comparison.new.name)
    let summary = ComparisonSummary(scope: scope, comparison: comparison, address: address)
    return .element(
      .div, [.classes("values")],
      .element(.h3, [], scope.link(scope.name(of: comparison), to: address)),
      .element(.ul, [], children: changes.map(summary.value)))
  }

  private func changes(in comparison: EditionComparison) -> [ChangeSummary.ValueChange] {
    var changes: [ChangeSummary.ValueChange] = []
    for (index, link) in comparison.links.enumerated() where link.tags.contains(Self.tag) {
      let old = comparison.oldText(of: link).scalars
      let new = comparison.newText(of: link).scalars
      for span in link.spans where span.tags.contains(Self.tag) {
        guard names(old[span.old]) || names(new[span.new]) else { continue }
        changes.append(ChangeSummary.ValueChange(link: index, span: span))
      }
    }
    return changes
  }

  /// Whether a stretch of text has one of the agency's names.
  private func names(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    (agency.name.texts.map(\.text) + agency.otherNames).contains { name in
      !name.isEmpty && scalars.firstRange(of: Array(name.unicodeScalars)) != nil
    }
  }
}
