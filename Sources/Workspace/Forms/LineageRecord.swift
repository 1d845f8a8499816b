internal import Identity
internal import PlanModel

/// What `lineage.json` says: which identifiers were doubtful at a version's import, for a person to
/// look at, and which ones nobody bears any longer.
///
/// plan.md is the truth: a decision is overruled there. What is retired here is never given again.
struct LineageRecord: Codable {
  /// An identifier that a person should look at.
  struct Doubt: Codable {
    /// A block that might have been meant instead.
    struct RunnerUp: Codable {
      var id: String
      var similarity: Double
      var text: String?
    }

    var id: String
    /// The block's first line in the source.
    var line: Int?
    /// The start of the block's text.
    var text: String
    /// The start of the text that bore the identifier before.
    var was: String?
    var confidence: Double
    var reason: String
    var runnerUp: RunnerUp?
  }

  /// An identifier that nobody bears any longer.
  struct Retirement: Codable {
    var id: String
    /// The start of the text that bore it.
    var text: String
    /// The blocks that took its text in.
    var successors: [String]
  }

  var schema = "variorum/lineage/1"
  /// The version from which the identifiers were carried.
  var from: String?
  /// How many blocks bear an identifier that was there before.
  var carried: Int
  /// How many bear a new one.
  var minted: Int
  var doubtful: [Doubt]
  var retired: [Retirement]

  /// The record of a conversion.
  ///
  /// - Parameters:
  ///   - conversion: The conversion.
  ///   - near: The version from which identifiers were carried, with its name.
  init(of conversion: Conversion, near: (name: String, plan: Plan)?) {
    let (lineage, blocks) = (conversion.lineage, conversion.plan.blocks)
    let nearBlocks = near?.plan.blocks ?? []
    func text(of id: BlockID) -> String? {
      nearBlocks.first { $0.id == id }.map { Self.start(of: $0.text) }
    }
    from = near?.name
    carried = lineage.decisions.count { $0.identifier != nil }
    minted = lineage.decisions.count - carried
    doubtful = blocks.indices.compactMap { place in
      let decision = lineage.decisions[place]
      guard let doubt = decision.doubt else { return nil }
      return Doubt(
        id: blocks[place].id.rawValue,
        line: conversion.draft.blocks[place].source?.lines.lowerBound,
        text: Self.start(of: blocks[place].text), was: decision.identifier.flatMap(text(of:)),
        confidence: Self.rounded(decision.confidence), reason: doubt.reason.rawValue,
        runnerUp: doubt.runnerUp.map {
          .init(
            id: $0.id.rawValue, similarity: Self.rounded($0.similarity), text: text(of: $0.id))
        })
    }
    retired = lineage.retirements.map { retirement in
      Retirement(
        id: nearBlocks[retirement.old].id.rawValue,
        text: Self.start(of: nearBlocks[retirement.old].text),
        successors: retirement.successors.map { blocks[$0].id.rawValue })
    }
  }

  private static func start(of text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(40)))
  }

  private static func rounded(_ share: Double) -> Double { (share * 1000).rounded() / 1000 }
}
