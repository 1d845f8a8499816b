/// How sure a link is, and what came next.
struct Evidence {
  var confidence: Double
  var rival: Comparison.Rival?
}

extension Alignment {
  /// What speaks for a link: how alike its blocks are, how far ahead they are of the next, and
  /// whether their neighbours belong together too.
  func evidence(for bead: Matching.Bead) -> Evidence {
    let rival = rival(of: bead)
    let support =
      (areNeighbours(bead.old[0] - 1, bead.new[0] - 1) ? 1.0 : 0)
      + (areNeighbours((bead.old.last ?? 0) + 1, (bead.new.last ?? 0) + 1) ? 1.0 : 0)
    guard bead.similarity < 1 else {
      let isUnique = repetitions[old.entries[bead.old[0]].body] == 2
      return Evidence(confidence: isUnique ? 1 : 0.6 + 0.2 * support, rival: rival)
    }
    let margin = bead.similarity - (rival?.similarity ?? 0)
    let confidence = 0.55 * bead.similarity + 0.25 * margin + 0.1 * support
    return Evidence(confidence: min(0.99, max(0, confidence)), rival: rival)
  }

  private func rival(of bead: Matching.Bead) -> Comparison.Rival? {
    guard !candidates.ofNew.isEmpty else { return nil }
    let found = bead.new.compactMap { block in
      candidates.ofNew[block].first { !bead.old.contains($0.block) }
    }
    return found.max { $0.similarity < $1.similarity }.map {
      Comparison.Rival(old: $0.block, similarity: Double($0.similarity))
    }
  }
}
