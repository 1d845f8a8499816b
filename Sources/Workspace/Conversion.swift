public import Identity
internal import PlanMarkdown
public import PlanModel
public import PluginKit

/// A source converted: the plan, its draft with places, and what a person should look at.
public struct Conversion: Sendable {
  /// The plan with identifiers.
  public var plan: Plan
  /// The draft from which it was made.
  public var draft: PlanDraft
  /// Which block bears which identifier of other versions.
  public var lineage: Lineage
  /// What is doubtful, in the import and in the identifiers.
  public var diagnostics: [Diagnostic]

  /// Reads and converts a source; its blocks get new identifiers, or those of other versions.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - format: The format that a person named, if any.
  ///   - plugins: The importers.
  ///   - earlier: The versions before it, in their order.
  ///   - later: The versions after it, in their order.
  ///   - retired: Identifiers that nobody bears any longer, and nobody may.
  /// - Throws: A `DocumentError` if the source cannot be read.
  public init(
    _ source: ImportSource, format: String? = nil, plugins: PluginSet, after earlier: [Plan] = [],
    before later: [Plan] = [], retired: Set<BlockID> = []
  ) throws {
    let read = try plugins.importer(for: source, format: format).draft(of: source)
    let draft: PlanDraft
    do {
      draft = try plugins.transformed(read)
    } catch let error as DocumentError {
      throw error.naming(source.name)
    }
    self.init(draft, file: source.name, after: earlier, before: later, retired: retired)
  }

  /// Converts a draft.
  ///
  /// - Parameters:
  ///   - draft: The draft.
  ///   - file: The source's name, for messages.
  ///   - earlier: The versions before it, in their order.
  ///   - later: The versions after it, in their order.
  ///   - retired: Identifiers that nobody bears any longer, and nobody may.
  public init(
    _ draft: PlanDraft, file: String, after earlier: [Plan] = [], before later: [Plan] = [],
    retired: Set<BlockID> = []
  ) {
    self.draft = draft
    lineage = Lineage(
      of: draft.blocks, after: earlier.map(\.blocks), before: later.map(\.blocks))
    var mint = Mint(taken: retired.union((earlier + later).flatMap { $0.blocks.map(\.id) }))
    var blocks: [Block] = []
    blocks.reserveCapacity(draft.blocks.count)
    for (block, decision) in zip(draft.blocks, lineage.decisions) {
      let id =
        decision.identifier
        ?? mint.identifier(for: block.kind, number: block.number, text: block.text)
      blocks.append(
        Block(
          id: id, kind: block.kind, number: block.number, text: block.text, markup: block.markup,
          ancestors: decision.ancestors))
    }
    plan = Plan(metadata: draft.metadata, blocks: blocks)
    diagnostics = draft.diagnostics + [draft.directionWarning(file: file)].compactMap(\.self)
    diagnostics += Self.doubts(in: lineage, plan: plan, draft: draft, file: file)
  }

  /// The doubtful decisions on identifiers, with their reasons and the runner-up.
  private static func doubts(
    in lineage: Lineage, plan: Plan, draft: PlanDraft, file: String
  ) -> [Diagnostic] {
    zip(lineage.decisions, zip(plan.blocks, draft.blocks)).compactMap { decision, pair in
      guard let doubt = decision.doubt else { return nil }
      let (block, draft) = pair
      let runnerUp = doubt.runnerUp.map {
        "; the next would have been \($0.id) (\(percent($0.similarity)) alike)"
      }
      return Diagnostic(
        .warning, code: "doubtful-identifier",
        "\(block.id) «\(block.text.prefix(16))»: \(reason(doubt.reason)), "
          + "\(percent(decision.confidence)) sure\(runnerUp ?? "")",
        at: FilePlace(file: file, line: draft.source?.lines.lowerBound ?? 1),
        help: "if that is wrong, write the right identifier into plan.md")
    }
  }

  private static func reason(_ reason: Lineage.Reason) -> String {
    switch reason {
    case .tooUnlike: "too unlike an earlier block to bear its identifier"
    case .muchChanged: "bears the identifier of a block most of whose words were changed"
    case .closeRunnerUp: "another block is nearly as like"
    case .returned: "is a block of another version that was gone from the one before"
    }
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

extension Plan {
  /// The plan as the text of a plan.md.
  public var planFile: String { markdown }
}
