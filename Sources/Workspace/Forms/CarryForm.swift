internal import Annotations
internal import PlanModel

extension CarriedNotes {
  /// The outcomes as JSON of the form `variorum/carry/1`, one line.
  ///
  /// - Throws: If a value cannot be encoded.
  public func json() throws -> [UInt8] { try JSONForm.bytes(of: CarryForm(self)) }

  /// The outcomes as lines for a terminal: counts, then each note that isn't simply where it was.
  public var text: String {
    var lines: [String] = []
    var counts: [String] = []
    for outcome in Placement.Outcome.allCases {
      let count = outcomes.count { $0.placement?.outcome == outcome }
      if count > 0 { counts.append("\(count) \(outcome.rawValue)") }
    }
    let review = outcomes.count { $0.placement?.needsReview == true }
    if review > 0 { counts.append("\(review) for review") }
    lines.append(counts.joined(separator: ", "))
    for outcome in outcomes {
      guard let placement = outcome.placement else {
        lines.append("not-found   \(outcome.id)  «\(outcome.quote)»")
        continue
      }
      let how = placement.change.map { " \($0.rawValue)" } ?? ""
      let block = placement.passage.map { " #\(compared.new.blocks[$0.start.block].id)" } ?? ""
      let mark = placement.needsReview ? "  ← look" : ""
      lines.append(
        "\(placement.outcome.rawValue)\(how)  \(outcome.id)\(block)  "
          + "\(Int((placement.confidence * 100).rounded())) %\(mark)")
      if placement.change != .same {
        lines.append("    was «\(outcome.quote)»")
        if let quote = placement.quote, quote != outcome.quote {
          lines.append("    now «\(quote)»")
        }
        if let reason = placement.reason { lines.append("    \(reason.text)") }
        for passage in placement.nearest {
          let block = compared.new.blocks[passage.start.block]
          lines.append("    nearest: #\(block.id) «\(passage.quote(in: compared.new.blocks))»")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// `annotations carry --format json`: DESIGN section 9 fixes the form; fields may be added.
private struct CarryForm: Encodable {
  struct Side: Encodable {
    struct Block: Encodable {
      var id: String
      var number: String?
      var text: String
    }

    var blocks: [Block]
  }

  struct Target: Encodable {
    var block: Int
    var start: Int
    var endBlock: Int
    var end: Int
    var id: String
    var quote: String
  }

  struct Outcome: Encodable {
    var id: String
    var outcome: String
    var how: String?
    var review: Bool
    var confidence: Double
    var method: String?
    var target: Target?
    var candidates: [Target]
    var nearest: [Target]
    var reason: String?
  }

  var schema = "variorum/carry/1"
  var new: Side
  var outcomes: [Outcome]

  init(_ carried: CarriedNotes) {
    let blocks = carried.compared.new.blocks
    func target(_ passage: Passage) -> Target {
      Target(
        block: passage.start.block, start: passage.start.offset, endBlock: passage.end.block,
        end: passage.end.offset, id: blocks[passage.start.block].id.rawValue,
        quote: passage.quote(in: blocks))
    }
    new = Side(
      blocks: blocks.map { .init(id: $0.id.rawValue, number: $0.number, text: $0.text) })
    outcomes = carried.outcomes.map { outcome in
      guard let placement = outcome.placement else {
        return Outcome(
          id: outcome.id, outcome: "orphaned", review: false, confidence: 1, candidates: [],
          nearest: [], reason: "its passage doesn't stand in the old version")
      }
      return Outcome(
        id: outcome.id, outcome: placement.outcome.rawValue, how: placement.change?.rawValue,
        review: placement.needsReview,
        confidence: (placement.confidence * 1000).rounded() / 1000, method: placement.method,
        target: placement.passage.map(target), candidates: placement.candidates.map(target),
        nearest: placement.nearest.map(target), reason: placement.reason?.text)
    }
  }
}
