import Annotations
import PlanModel

/// What became of a note in one version, in a word.
struct OutcomeBadge {
  let scope: PageScope
  let placement: Site.Placement

  var html: HTML {
    let badge = HTML.element(
      .span, [.classes("outcome", placement.outcome.rawValue)], scope.words(phrase))
    guard placement.isForReview else { return badge }
    return badge + " "
      + .element(.span, [.classes("outcome", "review")], scope.words(.outcomeReview))
  }

  private var phrase: Phrase {
    switch placement.outcome {
    case .ambiguous: .outcomeAmbiguous
    case .orphaned: .outcomeOrphaned
    case .attached:
      switch placement.how {
      case nil: .outcomeOriginal
      case "same": .outcomeSame
      case "moved": .outcomeMoved
      case "split": .outcomeSplit
      case "merged": .outcomeMerged
      default: .outcomeEdited
      }
    }
  }
}

/// What became of a note in one version, with the way to its place or the reason why it has none.
struct OutcomeLine {
  let scope: PageScope
  let note: Site.Note
  let placement: Site.Placement
  let version: EditionVersion

  var html: HTML {
    .sequence(
      [
        .element(.span, [.classes("version")], scope.label(of: version)),
        OutcomeBadge(scope: scope, placement: placement).html,
        place, reading, reason,
      ], separator: " ")
  }

  private var place: HTML {
    guard placement.outcome == .attached, let first = placement.passages.first,
      let index = version.index(of: first.block)
    else { return candidates }
    return scope.link(
      scope.quoted(version.position(of: index).text, in: version),
      to: .reading(version: version.name), first.block.rawValue, [.classes("position")])
  }

  /// How the passage reads now, if it reads otherwise.
  private var reading: HTML {
    guard let quote = placement.quote, quote != note.quote else { return .empty }
    return .element(
      .span, [.classes("now")], scope.words(.nowReads), " ",
      scope.quoted("“" + excerpt(quote, length: 80) + "”", in: version))
  }

  private var reason: HTML {
    guard let reason = placement.reason else { return .empty }
    return .element(.span, [.classes("reason")], words(of: reason))
  }

  private func words(of reason: Annotations.Placement.Reason) -> HTML {
    switch reason {
    case .changed(let tags):
      scope.words(
        .reasonChanged,
        ["what": tags.map { scope.name(ofTag: $0) }.joined(separator: scope.text(.and))])
    case .severalPlaces(let count): scope.words(.reasonSeveralPlaces, count: count)
    case .deleted: scope.words(.reasonDeleted)
    case .rewritten: scope.words(.reasonRewritten)
    case .replaced: scope.words(.reasonReplaced)
    case .retired: scope.words(.reasonRetired)
    case .lostBefore(let version): scope.words(.reasonLostBefore, ["version": version])
    }
  }

  private var candidates: HTML {
    let places = placement.candidates.compactMap { version.index(of: $0) }
    guard !places.isEmpty else { return .empty }
    return .element(
      .span, [.classes("candidates")], scope.words(.perhaps), " ",
      .sequence(
        places.map { scope.position(of: $0, in: version) }, separator: scope.words(.and)))
  }
}

extension Site.Placement {
  /// Whether a reader of the new version should know of it: the words changed, or the place did, or
  /// there is none.
  var isNews: Bool { outcome != .attached || isForReview || (how != nil && how != "same") }
}
