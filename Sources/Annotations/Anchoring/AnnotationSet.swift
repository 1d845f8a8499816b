public import PlanModel

/// All notes of a project.
public struct AnnotationSet: Sendable {
  /// The notes in the order of their files.
  public var annotations: [Annotation]
  /// The kinds.
  public var kinds: [AnnotationKind]
  /// The agencies.
  public var agencies: AgencyRegistry
  /// What is wrong among the notes.
  public var diagnostics: [Diagnostic]

  /// Brings files together; of two notes of one name the first counts.
  ///
  /// - Parameters:
  ///   - files: The files of notes.
  ///   - kinds: The file of kinds.
  ///   - agencies: The file of agencies.
  public init(_ files: [AnnotationFile], kinds: KindsFile, agencies: AgenciesFile) {
    self.kinds = kinds.kinds
    self.agencies = agencies.registry
    diagnostics = kinds.diagnostics + agencies.diagnostics + files.flatMap(\.diagnostics)
    annotations = []
    var places: [String: FilePlace] = [:]
    for annotation in files.flatMap(\.annotations) {
      if let first = places[annotation.id] {
        diagnostics.append(
          Diagnostic(
            .error, code: "duplicate-note",
            "the note ‘\(annotation.id)’ is there already, in \(first.file), line \(first.line)",
            at: annotation.place))
      } else {
        places[annotation.id] = annotation.place
        annotations.append(annotation)
      }
    }
    for annotation in annotations {
      guard let other = annotation.continues, places[other] == nil else { continue }
      let near = nearestName(to: other, among: annotations.map(\.id))
      diagnostics.append(
        Diagnostic(
          .error, code: "unknown-note", "there is no note ‘\(other)’ to continue",
          at: annotation.place, help: near.map { "did you mean ‘\($0)’?" }))
    }
    for id in cycles(annotations.map { ($0.id, $0.continues) }) {
      diagnostics.append(
        Diagnostic(
          .error, code: "circular", "the notes that ‘\(id)’ continues lead back to it",
          at: places[id]))
    }
  }

  /// The kind of a note.
  public func kind(of annotation: Annotation) -> AnnotationKind? {
    kinds.first { $0.name == annotation.kind }
  }
}

/// A version's name and its plan.
public struct NamedPlan: Sendable {
  /// The version's name.
  public var version: String
  /// The plan.
  public var plan: Plan

  /// Names a plan.
  public init(version: String, plan: Plan) {
    self.version = version
    self.plan = plan
  }
}

extension AnnotationSet {
  /// Finds each note's passage in the version in which it was marked.
  ///
  /// - Parameter versions: The versions of the plan.
  /// - Returns: The passage of each note by its index, where it was found, and what is wrong: an
  ///   unknown version or paragraph, a quote that isn't there or stands in several places, words
  ///   said to be the text's own that aren't.
  public func located(
    in versions: [NamedPlan]
  ) -> (passages: [Int: Passage], diagnostics: [Diagnostic]) {
    var passages: [Int: Passage] = [:]
    var found: [Diagnostic] = []
    var searches: [String: QuoteSearch] = [:]
    func search(_ named: NamedPlan) -> QuoteSearch {
      if let search = searches[named.version] { return search }
      let search = QuoteSearch(named.plan.blocks)
      searches[named.version] = search
      return search
    }
    for (index, annotation) in annotations.enumerated() {
      let target = annotation.target
      found += Self.faults(ofDecisionsIn: annotation, versions: versions, search: search)
      guard let named = versions.first(where: { $0.version == target.version }) else {
        let near = nearestName(to: target.version, among: versions.map(\.version))
        found.append(
          Diagnostic(
            .error, code: "unknown-version", "there is no version ‘\(target.version)’",
            at: target.place, help: near.map { "did you mean ‘\($0)’?" }))
        continue
      }
      switch Self.locate(annotation, in: named.plan, by: search(named)) {
      case .success(let passage):
        passages[index] = passage
        found += Self.wordsNotThere(annotation, passage, in: named.plan)
      case .failure(let fault): found.append(fault.diagnostic)
      }
    }
    return (passages, found)
  }

  private struct Fault: Error {
    var diagnostic: Diagnostic
  }

  private static func locate(
    _ annotation: Annotation, in plan: Plan, by search: QuoteSearch
  ) -> Result<Passage, Fault> {
    let target = annotation.target
    func fault(_ code: String, _ message: String, _ help: String?) -> Result<Passage, Fault> {
      .failure(
        Fault(diagnostic: Diagnostic(.error, code: code, message, at: target.place, help: help)))
    }
    var block: Int?
    var last: Int?
    for id in [target.paragraph, target.to].compactMap(\.self) {
      guard let place = plan.blocks.firstIndex(where: { $0.id == id }) else {
        let near = nearestName(to: id.rawValue, among: plan.blocks.map(\.id.rawValue))
        return fault(
          "unknown-paragraph", "‘\(target.version)’ has no paragraph \(id)",
          near.map { "did you mean \($0)?" })
      }
      if id == target.paragraph { block = place }
      if id == target.to { last = place }
    }
    let everywhere = search.passages(
      of: target.quote, prefix: target.prefix, suffix: target.suffix)
    let starting = everywhere.filter { block == nil || $0.start.block == block }
    let here = starting.filter { last == nil || $0.end.block == last }
    if here.count == 1 { return .success(here[0]) }
    if here.count > 1 {
      let places = here.map { "\(plan.blocks[$0.start.block].id)" }.joined(separator: ", ")
      return fault(
        "ambiguous-quote", "the quote stands in \(here.count) places (\(places))",
        here.allSatisfy { $0.start.block == here[0].start.block }
          ? "add a prefix or suffix: the words beside it" : "add the paragraph")
    }
    if let other = starting.first, let to = target.to {
      return fault(
        "quote-elsewhere", "the quote doesn't end in \(to)",
        "it ends in \(plan.blocks[other.end.block].id)")
    }
    if let elsewhere = everywhere.first {
      return fault(
        "quote-elsewhere",
        "the quote doesn't stand in \(target.paragraph?.rawValue ?? "the block")",
        "it stands in \(plan.blocks[elsewhere.start.block].id)")
    }
    let near = search.nearest(to: target.quote, count: 1).first.map { plan.blocks[$0] }
    return fault(
      "quote-not-found", "the quote doesn't stand in ‘\(target.version)’",
      near.map { "the nearest is \($0.id): \($0.text.prefix(24))…" })
  }

  /// A note that rests on the text must find its words there.
  private static func wordsNotThere(
    _ annotation: Annotation, _ passage: Passage, in plan: Plan
  ) -> [Diagnostic] {
    guard annotation.basis == .text else { return [] }
    let text = passage.blocks.map { plan.blocks[$0].text }.joined(separator: "\n")
    let words =
      annotation.agencies.map(\.reference.name) + annotation.dates.compactMap(\.date.words)
    return words.filter { !text.contains($0) }.map { word in
      Diagnostic(
        .warning, code: "not-in-text", "the text doesn't say ‘\(word)’ there", at: annotation.place,
        help: "if it is your reading of the text, write basis: reading")
    }
  }
}
