public import PlanModel

extension Comparison {
  /// Compares two versions by their texts alone; identifiers are not looked at.
  ///
  /// Nothing but the texts, the kinds of the blocks and their number marks decides, and the same
  /// blocks always give the same links.
  ///
  /// - Complexity: O(*c* + *n* log *n*) for *n* blocks of *c* scalars in all, and the squares of the
  ///   gaps that remain between what is certain, up to a limit.
  public init(aligning old: [Block], with new: [Block]) {
    let alignment = Alignment(old, new)
    self.init(
      beads: alignment.matching.inNewOrder, ComparedPair(alignment), blocks: (old, new))
  }

  /// Compares two versions by the identifiers of their blocks.
  ///
  /// The same identifier is the same block, and ``Block/ancestors`` tell of what else a block was
  /// made: so the links say what somebody has decided, and not what the texts suggest.
  ///
  /// - Complexity: O(*c* + *n* log *n*) for *n* blocks of *c* scalars in all.
  public init(identifying old: [Block], with new: [Block]) {
    var bodies = TextInterner()
    let pair = ComparedPair(
      old: ComparedDocument(old, bodies: &bodies), new: ComparedDocument(new, bodies: &bodies),
      bodies: bodies)
    self.init(beads: identifiedBeads(old, new), pair, blocks: (old, new))
  }
}

/// Both sides as integers.
struct ComparedPair {
  var old: ComparedDocument
  var new: ComparedDocument
  var bodies: TextInterner

  init(old: ComparedDocument, new: ComparedDocument, bodies: TextInterner) {
    self.old = old
    self.new = new
    self.bodies = bodies
  }

  init(_ alignment: Alignment) {
    self.init(old: alignment.old, new: alignment.new, bodies: alignment.bodies)
  }
}
