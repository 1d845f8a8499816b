public import Collation
public import PlanModel

extension AnnotationSet {
  /// Where each note stands in each version from the one on in which it was marked.
  ///
  /// A person's decision, which the note holds, wins over what is computed.
  ///
  /// - Parameters:
  ///   - passages: The notes' passages, as ``located(in:)`` found them.
  ///   - versions: The versions, oldest first.
  ///   - comparisons: The comparison of each version with the next one; one fewer than versions.
  ///   - sharing: How the notes are shared out.
  /// - Returns: For each note by index its placements in the order of the versions.
  public func placements(
    of passages: [Int: Passage], in versions: [NamedPlan], comparisons: [Comparison],
    sharing: WorkSharing = .inTurn
  ) -> [Int: [Placement]] {
    let steps = zip(comparisons, zip(versions, versions.dropFirst())).map { comparison, pair in
      Carrying(from: pair.0, to: pair.1, by: comparison, agencies: agencies)
    }
    let indices = passages.keys.sorted()
    let found = sharing.map(0..<indices.count, by: Carrying.atOnce) { stretch in
      indices[stretch].map { index in
        passages[index].flatMap { placements(ofNote: index, on: $0, in: versions, steps) }
      }
    }
    var result: [Int: [Placement]] = [:]
    for (index, placements) in zip(indices, found.joined()) { result[index] = placements }
    return result
  }

  /// Where one note stands in each version from the one on in which it was marked.
  private func placements(
    ofNote index: Int, on passage: Passage, in versions: [NamedPlan], _ steps: [Carrying]
  ) -> [Placement]? {
    let annotation = annotations[index]
    guard let first = versions.firstIndex(where: { $0.version == annotation.target.version })
    else { return nil }
    var placements = [Placement.marked(passage, in: versions[first])]
    for (step, version) in zip(steps, versions.dropFirst()).dropFirst(first) {
      let last = placements[placements.count - 1]
      var placement = last.passage.map(step.placement) ?? last.inherited(by: version.version)
      // What one step leaves in doubt no later step makes sure.
      placement.confidence = min(placement.confidence, max(last.confidence, 0.5))
      annotation.decide(on: &placement, in: version)
      placements.append(placement)
    }
    return placements
  }
}

extension Placement {
  /// The placement in a later version of a note that has no place any longer.
  fileprivate func inherited(by version: String) -> Placement {
    Placement(
      version: version, outcome: .orphaned, confidence: confidence, method: method,
      reason: .lostBefore(version: self.version))
  }
}

extension Annotation {
  /// Puts a person's decision in the place of what was computed.
  fileprivate func decide(on placement: inout Placement, in version: NamedPlan) {
    guard let decision = decisions.last(where: { $0.version == version.version }) else { return }
    switch decision.verdict {
    case .confirmed:
      placement.needsReview = false
      placement.confidence = placement.outcome == .attached ? 1 : placement.confidence
    case .retired:
      placement = Placement(
        version: version.version, outcome: .orphaned, confidence: 1, method: "decision",
        reason: .retired)
    case .reattached:
      let block = decision.paragraph.flatMap { id in
        version.plan.blocks.firstIndex { $0.id == id }
      }
      let found = QuoteSearch(version.plan.blocks).passages(of: decision.quote ?? "", in: block)
      guard found.count == 1 else { return }
      placement = Placement(
        version: version.version, outcome: .attached, change: .moved, confidence: 1,
        method: "decision", passage: found[0], quote: decision.quote)
    }
  }
}
