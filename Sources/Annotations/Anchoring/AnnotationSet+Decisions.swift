internal import PlanModel

extension AnnotationSet {
  /// What is wrong with a note's decisions: one that cannot be followed would be lost in silence.
  static func faults(
    ofDecisionsIn annotation: Annotation, versions: [NamedPlan],
    search: (NamedPlan) -> QuoteSearch
  ) -> [Diagnostic] {
    annotation.decisions.compactMap { decision in
      func fault(_ code: String, _ message: String, _ help: String?) -> Diagnostic {
        Diagnostic(.error, code: code, message, at: decision.place, help: help)
      }
      guard let named = versions.first(where: { $0.version == decision.version }) else {
        let near = nearestName(to: decision.version, among: versions.map(\.version))
        return fault(
          "unknown-version", "there is no version ‘\(decision.version)’ to decide on",
          near.map { "did you mean ‘\($0)’?" })
      }
      guard decision.verdict == .reattached else { return nil }
      let blocks = named.plan.blocks
      let block = decision.paragraph.flatMap { id in blocks.firstIndex { $0.id == id } }
      if let id = decision.paragraph, block == nil {
        let near = nearestName(to: id.rawValue, among: blocks.map(\.id.rawValue))
        return fault(
          "unknown-paragraph", "‘\(named.version)’ has no paragraph \(id)",
          near.map { "did you mean \($0)?" })
      }
      let quote = decision.quote ?? ""
      let found = search(named).passages(of: quote, in: block)
      switch found.count {
      case 1: return nil
      case 0:
        let elsewhere = search(named).passages(of: quote).first
        return fault(
          elsewhere == nil ? "quote-not-found" : "quote-elsewhere",
          "the quote of the decision doesn't stand there",
          elsewhere.map { "it stands in \(blocks[$0.start.block].id)" })
      default:
        return fault(
          "ambiguous-quote", "the quote of the decision stands in \(found.count) places",
          block == nil ? "add the paragraph, or quote more" : "quote more")
      }
    }
  }
}
