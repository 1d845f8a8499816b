import Collation

/// A changed text as a person reads it, with what was taken out and what was put in.
struct ChangedText {
  /// Which readings stand in it.
  enum Reading {
    /// Both, the old struck through before the new.
    case both
    /// What the old version has.
    case old
    /// What the new version has.
    case new
  }

  let scope: PageScope
  let old: StyledText
  let new: StyledText
  let spans: [Comparison.Span]

  func html(_ reading: Reading) -> HTML {
    .sequence(
      changePieces(
        spans: spans, oldCount: old.scalars.count, newCount: new.scalars.count
      ).map { piece in
        switch piece {
        case .same(let oldRange, let newRange):
          reading == .old ? broken(old, oldRange) : broken(new, newRange)
        case .changed(let span):
          (reading == .new ? .empty : deletion(span)) + (reading == .old ? .empty : insertion(span))
        }
      })
  }

  private func deletion(_ span: Comparison.Span) -> HTML {
    guard !span.old.isEmpty else { return .empty }
    return removed(joints(old, span.old, .joined), span.substance)
  }

  private func insertion(_ span: Comparison.Span) -> HTML {
    guard !span.new.isEmpty else { return .empty }
    return added(joints(new, span.new, .parted), span.substance)
  }

  /// Text taken out, with words for those who don't see the stroke.
  func removed(_ content: HTML, _ substance: Comparison.Substance) -> HTML {
    .element(
      .del, [.classes(substance.rawValue)],
      unseen(scope.text(.deletionStarts)), content, unseen(scope.text(.deletionEnds)))
  }

  /// Text put in, with words for those who don't see the line under it.
  func added(_ content: HTML, _ substance: Comparison.Substance) -> HTML {
    .element(
      .ins, [.classes(substance.rawValue)],
      unseen(scope.text(.insertionStarts)), content, unseen(scope.text(.insertionEnds)))
  }

  private func unseen(_ words: String) -> HTML {
    .element(.span, [.classes("unseen"), .language(scope.catalogue.language)], .text(words))
  }

  /// Paragraph ends that both sides share.
  private func broken(_ text: StyledText, _ range: Range<Int>) -> HTML {
    .sequence(text.paragraphs(of: range), separator: .lineBreak, keepsEmpty: true)
  }

  private enum Joint { case parted, joined }

  /// Paragraph ends that one side alone has: where a paragraph was split, or two were merged.
  private func joints(_ text: StyledText, _ range: Range<Int>, _ joint: Joint) -> HTML {
    let phrase: Phrase = joint == .parted ? .partedHere : .joinedHere
    let mark = HTML.element(
      .span, [.classes("joint"), .language(scope.catalogue.language)], "¶ ", scope.words(phrase))
    return .sequence(
      text.paragraphs(of: range), separator: joint == .parted ? .lineBreak + mark : mark,
      keepsEmpty: true)
  }
}
