public import PlanModel

extension Comparison {
  /// Compares two versions by their texts alone; identifiers are not looked at.
  ///
  /// Nothing but the texts, the kinds of the blocks and their number marks decides, and the same
  /// blocks always give the same links.
  ///
  /// - Complexity: O(*c* + *n* log *n*) for *n* blocks of *c* scalars in all, and the squares of the
  ///   gaps that remain between what is certain, up to a limit.
  ///
  /// - Parameters:
  ///   - old: The blocks of the old side.
  ///   - new: The blocks of the new side.
  ///   - sharing: How the work is shared out; the links don't depend on it.
  public init(aligning old: [Block], with new: [Block], sharing: WorkSharing = .inTurn) {
    self.init(linking: old, with: new, sharing: sharing)
    links = SpanSearch(old: old, new: new).found(in: links)
  }

  /// Links two versions by their texts alone, without the spans of change.
  ///
  /// - Complexity: As for ``init(aligning:with:sharing:)``.
  package init(linking old: [Block], with new: [Block], sharing: WorkSharing = .inTurn) {
    self.init(old.map(SourceBlock.init), new.map(SourceBlock.init), sharing)
  }

  /// Links a draft to an earlier version by the texts alone, without the spans of change.
  ///
  /// That is all that deciding on identifiers needs.
  ///
  /// - Complexity: As for ``init(aligning:with:sharing:)``.
  public init(
    linking old: [Block], with new: [DraftBlock], sharing: WorkSharing = .inTurn
  ) {
    self.init(old.map(SourceBlock.init), new.map(SourceBlock.init), sharing)
  }

  /// Links two drafts by their texts alone, without the spans of change.
  package init(
    linking old: [DraftBlock], with new: [DraftBlock], sharing: WorkSharing = .inTurn
  ) {
    self.init(old.map(SourceBlock.init), new.map(SourceBlock.init), sharing)
  }

  private init(_ old: [SourceBlock], _ new: [SourceBlock], _ sharing: WorkSharing) {
    var bodies = TextInterner()
    let oldSide = ComparedDocument(old, bodies: &bodies, sharing)
    let newSide = ComparedDocument(new, bodies: &bodies, sharing)
    self.init(Alignment(oldSide, newSide, bodies: bodies, sharing))
  }

  /// Compares two versions by the identifiers of their blocks.
  ///
  /// The same identifier is the same block, and the ancestors of a `Block` tell of what else a block was
  /// made: so the links say what somebody has decided, and not what the texts suggest.
  ///
  /// - Complexity: O(*c* + *n* log *n*) for *n* blocks of *c* scalars in all.
  public init(identifying old: [Block], with new: [Block]) {
    self.init(linkingIdentified: old, with: new)
    links = SpanSearch(old: old, new: new).found(in: links)
  }

  /// Links two versions by the identifiers of their blocks, without the spans of change.
  package init(
    linkingIdentified old: [Block], with new: [Block], sharing: WorkSharing = .inTurn
  ) {
    var bodies = TextInterner()
    let oldSide = ComparedDocument(old.map(SourceBlock.init), bodies: &bodies, sharing)
    let newSide = ComparedDocument(new.map(SourceBlock.init), bodies: &bodies, sharing)
    self.init(beads: identifiedBeads(old, new), oldSide, newSide)
  }
}
