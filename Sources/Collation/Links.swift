import PlanModel

extension Comparison {
  /// Makes links of what an alignment found.
  init(_ alignment: Alignment) {
    let beads = alignment.matching.inNewOrder
    self.init(beads: beads, alignment.old, alignment.new) { alignment.evidence(for: $0) }
    if !areVersions(beads, alignment.old, alignment.new) {
      for index in links.indices where !links[index].old.isEmpty && !links[index].new.isEmpty {
        links[index].kind = .counterpart
      }
    }
  }

  /// Makes links of beads: kinds, moves, and the blocks that stand alone.
  init(
    beads: [Matching.Bead], _ old: ComparedDocument, _ new: ComparedDocument,
    evidence: (Matching.Bead) -> Evidence = { _ in Evidence(confidence: 1, rival: nil) }
  ) {
    var links = beads.map { Link($0, old, new, evidence($0)) }
    for index in movedLinks(beads, old, new) { links[index].isMoved = true }
    self.init(links: links)
    placeUnlinked(oldCount: old.count, newCount: new.count)
  }

  /// Adds the insertions at their places and each deletion behind what stood before it.
  private mutating func placeUnlinked(oldCount: Int, newCount: Int) {
    var linkOfNew = [Int?](repeating: nil, count: newCount)
    var isGone = [Bool](repeating: true, count: oldCount)
    for (index, link) in links.enumerated() {
      if let first = link.new.first { linkOfNew[first] = index }
      for place in link.new.dropFirst() { linkOfNew[place] = -1 }
      for place in link.old { isGone[place] = false }
    }
    var placed: [Link] = []
    placed.reserveCapacity(links.count)
    func placeDeletions(from start: Int) {
      var place = start
      while place < oldCount, isGone[place] {
        isGone[place] = false
        placed.append(Link(old: [place], new: [], kind: .deleted))
        place += 1
      }
    }
    placeDeletions(from: 0)
    for place in 0..<newCount {
      guard let index = linkOfNew[place] else {
        placed.append(Link(old: [], new: [place], kind: .inserted))
        continue
      }
      guard index >= 0 else { continue }
      placed.append(links[index])
      for last in links[index].old { placeDeletions(from: last + 1) }
    }
    links = placed
  }
}

extension Comparison.Link {
  /// The link of a bead, without its spans.
  fileprivate init(
    _ bead: Matching.Bead, _ oldSide: ComparedDocument, _ newSide: ComparedDocument,
    _ evidence: Evidence
  ) {
    self.init(old: bead.old, new: bead.new, kind: .edited, confidence: evidence.confidence)
    rival = evidence.rival
    let old = oldSide.entries[bead.old[0]]
    let new = newSide.entries[bead.new[0]]
    isRenumbered = old.mark != new.mark
    if bead.new.count > 1 {
      kind = .split
    } else if bead.old.count > 1 {
      kind = .merged
    } else if old.body == new.body {
      kind = isRenumbered ? .renumbered : .equal
    } else if old.isTitle && new.isTitle {
      kind = .retitled
    }
  }
}

extension ComparedDocument.Entry {
  /// Whether the block is a heading, or stands for one: `第三章 商标注册` in the guise of a paragraph.
  var isTitle: Bool {
    level > 0 || length < 40 && (scheme == .part || scheme == .chapter || scheme == .section)
  }
}

/// The links outside the heaviest in-order chain.
///
/// A link weighs what its blocks hold on both sides, so that of two swapped sections the shorter one
/// moved, and the same one if the sides are swapped.
private func movedLinks(_ beads: [Matching.Bead], _ old: ComparedDocument, _ new: ComparedDocument)
  -> [Int]
{
  let chain = heaviestChain(
    olds: beads.map { $0.old[0] },
    weights: beads.map { bead in
      bead.old.reduce(0) { $0 + old.entries[$1].weight }
        + bead.new.reduce(0) { $0 + new.entries[$1].weight }
    })
  var isMoved = [Bool](repeating: true, count: beads.count)
  for index in chain { isMoved[index] = false }
  return isMoved.indices.filter { isMoved[$0] }
}

/// Whether two documents are versions of one text, or only of one kind, as the reports of two years
/// are.
///
/// Year on year about a fourth of the paragraphs of such reports have a counterpart; of a law that is
/// rewritten from the ground up more than half of one side lives on. So they are no versions if on
/// either side less than a third is linked. Short documents say too little to tell.
private func areVersions(
  _ beads: [Matching.Bead], _ old: ComparedDocument, _ new: ComparedDocument
) -> Bool {
  guard old.count >= 12, new.count >= 12 else { return true }
  func weight(_ document: ComparedDocument, _ places: some Sequence<Int>) -> Int {
    places.reduce(0) { $0 + document.entries[$1].weight }
  }
  let oldShare = weight(old, beads.lazy.flatMap(\.old)) * 3 >= weight(old, old.entries.indices)
  let newShare = weight(new, beads.lazy.flatMap(\.new)) * 3 >= weight(new, new.entries.indices)
  return oldShare || newShare
}
