import PlanModel

/// The alignment of two lists of blocks by their text, as it comes about step by step.
///
/// Linear in the length of the texts but for the small gaps that remain between what is certain.
/// The steps, in their order: unique bodies in any order, growth over equal neighbours, the vote on
/// numbers, candidates by rare features, what moved for certain, the gaps by dynamic programming,
/// the rest best first, and at last the parts of splits and merges that were left over.
struct Alignment {
  let old: ComparedDocument
  let new: ComparedDocument
  let bodies: TextInterner
  var matching: Matching

  /// How often each body stands on both sides together.
  private(set) var repetitions: [Int]

  /// Whether numbers stay with their text in these documents.
  var numbersAreStable = false
  /// The number under which each block stands, interned.
  var oldNumbers: [Int?] = []
  var newNumbers: [Int?] = []

  /// The candidates that were found for what is not equal.
  private(set) var candidates = Candidates()

  private let sharing: WorkSharing

  /// Aligns two documents.
  init(
    _ old: ComparedDocument, _ new: ComparedDocument, bodies: TextInterner, _ sharing: WorkSharing
  ) {
    self.sharing = sharing
    self.old = old
    self.new = new
    self.bodies = bodies
    matching = Matching(oldCount: old.count, newCount: new.count)
    repetitions = Array(repeating: 0, count: bodies.count)
    for entry in old.entries { repetitions[entry.body] += 1 }
    for entry in new.entries { repetitions[entry.body] += 1 }
    linkAnchors()
    grow()
    dropLoneAnchors()
    voteOnNumbers()
    linkBareNumbers()
    linkEdited()
  }

  /// Links what is not equal.
  private mutating func linkEdited() {
    let index = FeatureIndex(self)
    let candidates = Candidates(self, index, sharing)
    self.candidates = candidates
    var programme = GapProgramme(index: index)
    fillClosedRuns(&programme, candidates)
    linkStrays(candidates)
    fillChainGaps(&programme, candidates)
    for _ in 0..<3 {
      grow()
      fillOpenRuns(&programme, candidates)
      linkOutOfOrder(candidates)
      linkTitles()
    }
    linkLastOfRepeated()
    linkRewrittenArticles()
    takeInParts(index)
  }

  /// The links in the heaviest in-order chain, in the order of the new side.
  func chain() -> [Matching.Bead] {
    let beads = matching.inNewOrder
    let chain = heaviestChain(
      olds: beads.map { $0.old[0] },
      weights: beads.map { bead in bead.old.reduce(0) { $0 + old.entries[$1].weight } })
    return chain.map { beads[$0] }
  }

  /// How alike two blocks are, from 0 to 1: twice what they share over what they hold (Dice), put
  /// right by how much of it stands in order where that is in doubt.
  ///
  /// `common` is the weight of the features that both hold, `totals` that of the features of each;
  /// `sequence` is prepared with the old block. Where numbers are stable, the same number speaks for
  /// a pair and another one against it.
  func similarity(
    _ oldIndex: Int, _ newIndex: Int, common: Float, totals: Float, _ sequence: CommonSequence
  ) -> Float {
    guard old.entries[oldIndex].body != new.entries[newIndex].body else { return 1 }
    var similarity = totals > 0 ? 2 * common / totals : 0
    if Self.doubtful.contains(similarity) {
      let order = sequence.common(with: text(ofNew: newIndex))
      let expected =
        order.paired * (0.25 + 0.65 * similarity) + (1 - order.paired) * 0.98 * similarity
      similarity += Self.orderWeight * (order.share - expected)
    }
    if numbersAreStable, let oldNumber = oldNumbers[oldIndex], let newNumber = newNumbers[newIndex]
    {
      similarity += oldNumber == newNumber ? 0.10 : -0.12
    }
    if (old.entries[oldIndex].level > 0) != (new.entries[newIndex].level > 0) { similarity -= 0.1 }
    return min(0.99, max(0, similarity))
  }

  /// Where features alone don't tell a heavy edition from chance.
  private static let doubtful: ClosedRange<Float> = 0.12...0.65
  private static let orderWeight: Float = 1

  /// The folded body of a block.
  func text(ofOld index: Int) -> ArraySlice<Unicode.Scalar> {
    bodies[old.entries[index].body]
  }

  /// The folded body of a block.
  func text(ofNew index: Int) -> ArraySlice<Unicode.Scalar> {
    bodies[new.entries[index].body]
  }
}
