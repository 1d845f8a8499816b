public import PlanModel

extension Comparison {
  /// One change with the texts around it, for somebody to say what it is worth.
  public struct Change: Sendable {
    /// The link in which it stands.
    public var link: Link
    /// The place, in both texts.
    public var span: Span
    /// The whole text of the link's old side.
    public var oldText: [Unicode.Scalar]
    /// The whole text of the link's new side.
    public var newText: [Unicode.Scalar]

    /// The words that are gone.
    public var removed: String { String(String.UnicodeScalarView(oldText[span.old])) }
    /// The words that are new.
    public var added: String { String(String.UnicodeScalarView(newText[span.new])) }
  }

  /// What a change is worth and what it touches.
  public struct Judgement: Sendable, Hashable {
    /// What the change is worth.
    public var substance: Substance
    /// What the change touches.
    public var tags: [String]

    /// Creates a judgement.
    public init(_ substance: Substance, tags: [String] = []) {
      self.substance = substance
      self.tags = tags
    }
  }

  /// Asks about every change of words, and raises its substance and adds its tags accordingly; the
  /// links follow their spans.
  ///
  /// An inserted or deleted block is one change from end to end. Changes of typesetting and of number
  /// marks are not asked about.
  ///
  /// - Parameters:
  ///   - old: The blocks of the old side.
  ///   - new: The blocks of the new side.
  ///   - judge: What one change is worth; `nil` leaves it as it is.
  /// - Returns: The comparison with the judgements in it.
  public func judged(
    old: [Block], new: [Block], by judge: (Change) -> Judgement?
  ) -> Comparison {
    var judged = self
    for index in links.indices where links[index].substance ?? .typographic > .typographic {
      let link = links[index]
      var change = Change(
        link: link, span: Span(old: 0..<0, new: 0..<0), oldText: link.oldText(in: old),
        newText: link.newText(in: new))
      for place in link.spans.indices where link.spans[place].substance > .typographic {
        change.span = link.spans[place]
        if let judgement = judge(change) { judged.links[index].spans[place].take(judgement) }
      }
      if link.spans.isEmpty {
        change.span = Span(old: 0..<change.oldText.count, new: 0..<change.newText.count)
        if let judgement = judge(change) { judged.links[index].take(judgement) }
      } else {
        judged.links[index].followSpans()
      }
    }
    return judged
  }
}

extension Comparison.Span {
  fileprivate mutating func take(_ judgement: Comparison.Judgement) {
    substance = max(substance, judgement.substance)
    tags = Set(tags + judgement.tags).sorted()
  }
}

extension Comparison.Link {
  fileprivate mutating func take(_ judgement: Comparison.Judgement) {
    substance = max(substance ?? judgement.substance, judgement.substance)
    tags = Set(tags + judgement.tags).sorted()
  }

  fileprivate mutating func followSpans() {
    substance = spans.map(\.substance).max()
    tags = Set(tags + spans.flatMap(\.tags).filter { $0 != Comparison.markTag }).sorted()
  }
}

extension Comparison {
  /// The tag of a span that is a number mark and nothing else.
  public static let markTag = "mark"
}
