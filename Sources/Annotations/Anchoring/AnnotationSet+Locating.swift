public import PlanModel

extension AnnotationSet {
  /// Finds each note's passage in the version in which it was marked.
  ///
  /// - Parameter versions: The versions of the plan.
  /// - Returns: The passage of each note by its index, where it was found, and what is wrong: an
  ///   unknown version or paragraph, a quote that isn't there or stands in several places, words
  ///   said to be the text's own that aren't. A note that leaves its paragraph out and quotes words
  ///   that stand once in the version is found, and nothing is said of it.
  public func located(
    in versions: [NamedPlan]
  ) -> (passages: [Int: Passage], diagnostics: [Diagnostic]) {
    var passages: [Int: Passage] = [:]
    var found: [Diagnostic] = []
    var locators: [String: QuoteLocator] = [:]
    func locator(_ version: NamedPlan) -> QuoteLocator {
      if let locator = locators[version.version] { return locator }
      let locator = QuoteLocator(version)
      locators[version.version] = locator
      return locator
    }
    for (index, annotation) in annotations.enumerated() {
      let target = annotation.target
      found += Self.faults(
        ofDecisionsIn: annotation, versions: versions, search: { locator($0).search })
      guard let version = versions.first(where: { $0.version == target.version }) else {
        let near = nearestName(to: target.version, among: versions.map(\.version))
        found.append(
          Diagnostic(
            .error, code: "unknown-version", "there is no version ‘\(target.version)’",
            at: target.place, help: near.map { "did you mean ‘\($0)’?" }))
        continue
      }
      switch locator(version).passage(of: target) {
      case .success(let passage):
        passages[index] = passage
        found += wordsNotThere(annotation, passage, in: version.plan)
      case .failure(let fault): found.append(fault.diagnostic)
      }
    }
    return (passages, found)
  }

  /// A note that rests on the text must find its words there: the agencies, by any of their names,
  /// and the words of its times.
  private func wordsNotThere(
    _ annotation: Annotation, _ passage: Passage, in plan: Plan
  ) -> [Diagnostic] {
    guard annotation.basis == .text else { return [] }
    let text = passage.blocks.map { plan.blocks[$0].text }.joined(separator: "\n")
    let names = annotation.agencies.map { role, reference in
      let agency = agencies.agencies.first { $0.id == reference.agency }
      return (shown: reference.name, all: [reference.name] + (agency?.spokenNames ?? []))
    }
    let times = annotation.dates.compactMap(\.date.words).map { (shown: $0, all: [$0]) }
    return (names + times).filter { !$0.all.contains(where: text.holds) }.map { words in
      Diagnostic(
        .warning, code: "not-in-text", "the text doesn't say ‘\(words.shown)’ there",
        at: annotation.place, help: "if it is your reading of the text, write basis: reading")
    }
  }
}

extension String {
  /// Whether some words stand in the text, as the same bytes or as canonically the same characters.
  ///
  /// Bytes come first: they are there for all but a few notes, and found in a tenth of the time.
  fileprivate func holds(_ words: String) -> Bool {
    utf8Span.span.holds(words.utf8Span.span) || contains(words)
  }
}

extension Agency {
  /// The names by which a text may call it.
  fileprivate var spokenNames: [String] { name.texts.map(\.text) + aliases }
}

/// Finds the passages that targets name in one version.
private struct QuoteLocator {
  struct Fault: Error {
    var diagnostic: Diagnostic
  }

  private let version: NamedPlan
  let search: QuoteSearch
  private let indices: [BlockID: Int]

  init(_ version: NamedPlan) {
    self.version = version
    search = QuoteSearch(version.plan.blocks)
    indices = Dictionary(
      version.plan.blocks.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  private var blocks: [Block] { version.plan.blocks }

  func passage(of target: Annotation.Target) -> Result<Passage, Fault> {
    func fault(_ code: String, _ message: String, _ help: String?) -> Result<Passage, Fault> {
      .failure(
        Fault(diagnostic: Diagnostic(.error, code: code, message, at: target.place, help: help)))
    }
    for id in [target.paragraph, target.to].compactMap(\.self)
    where indices[id] == nil {
      let near = nearestName(to: id.rawValue, among: blocks.map(\.id.rawValue))
      return fault(
        "unknown-paragraph", "‘\(version.version)’ has no paragraph \(id)",
        near.map { "did you mean \($0)?" })
    }
    // Whoever names the paragraph means that one, and the rest of the text needn't be looked through.
    let starting = passages(of: target, in: target.paragraph.flatMap { indices[$0] })
    let here = starting.filter { passage in
      target.to.map { $0 == blocks[passage.end.block].id } ?? true
    }
    if here.count == 1 { return .success(here[0]) }
    if here.count > 1 {
      let inOneBlock = here.allSatisfy { $0.start.block == here[0].start.block }
      let places = here.map { "\(blocks[$0.start.block].id)" }.joined(separator: ", ")
      return fault(
        "ambiguous-quote", "the quote stands in \(here.count) places (\(places))",
        inOneBlock ? "add a prefix or suffix: the words beside it" : "add the paragraph")
    }
    if let other = starting.first, let to = target.to {
      return fault(
        "quote-elsewhere", "the quote doesn't end in \(to)",
        "it ends in \(blocks[other.end.block].id)")
    }
    if target.paragraph != nil, let elsewhere = passages(of: target, in: nil).first {
      return fault(
        "quote-elsewhere",
        "the quote doesn't stand in \(target.paragraph?.rawValue ?? "the block")",
        "it stands in \(blocks[elsewhere.start.block].id)")
    }
    return fault(
      "quote-not-found", "the quote doesn't stand in ‘\(version.version)’", nearest(to: target))
  }

  private func passages(of target: Annotation.Target, in block: Int?) -> [Passage] {
    search.passages(
      of: target.quote, prefix: target.prefix, suffix: target.suffix, in: block)
  }

  /// Where the quote nearly stands, and how it reads there; or what keeps it from standing there.
  private func nearest(to target: Annotation.Target) -> String? {
    if target.prefix != nil || target.suffix != nil,
      let bare = search.passages(of: target.quote).first
    {
      return "without its prefix and suffix it stands in \(blocks[bare.start.block].id)"
    }
    return search.nearest(to: target.quote).map { passage in
      "the nearest stands in \(blocks[passage.start.block].id): «\(passage.quote(in: blocks))»"
    }
  }
}
