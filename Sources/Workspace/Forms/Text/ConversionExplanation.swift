internal import PlanImport
internal import PlanModel

extension Conversion {
  /// The source's lines beside the rule that joined each to the one before it or parted it from
  /// that, under the block that was made of them; what was left out stands with its reason.
  ///
  /// - Parameters:
  ///   - bytes: The source as received.
  ///   - columns: The columns of the terminal.
  /// - Returns: Lines of text, safe to be shown on a terminal.
  public func explanation(of bytes: [UInt8], columns: Int) -> String {
    let lines = explainedLines(of: bytes)
    var decided: [Int: LineDecision] = [:]
    for decision in draft.decisions + (isRead ? readDecisions : []) {
      decided[decision.line] = decision
    }
    let width = max(20, (columns - 12) / 2)
    var text = ""
    var next = 1
    for part in explainedParts {
      text += part.title.cut(to: columns, isPadded: false) + "\n"
      guard let place = part.place, place.upperBound >= next else { continue }
      for number in max(next, place.lowerBound)...place.upperBound where number <= lines.count {
        if lines[number - 1].allSatisfy(\.isWhitespace) { continue }
        let line = lines[number - 1].cut(to: width, isPadded: true)
        let digits = String(number)
        text += String(repeating: " ", count: max(0, 7 - digits.count)) + digits + " │ " + line
        text += " │ " + Self.words(decided[number]).cut(to: width, isPadded: false) + "\n"
      }
      next = place.upperBound + 1
    }
    return text
  }

  /// Whether the lines are what was read from a source that is no text itself.
  private var isRead: Bool { !draft.readLines.isEmpty }

  private func explainedLines(of bytes: [UInt8]) -> TextLines {
    if isRead { return TextLines(draft.readLines.map(\.text)) }
    let encoding = draft.metadata["encoding"]?.text.flatMap(TextEncoding.named)
    return sourceLines(of: bytes, encoding: encoding)
  }

  /// What the blocks' reasons say of each of their lines.
  private var readDecisions: [LineDecision] {
    draft.blocks.compactMap(\.source).flatMap { place in
      zip(place.reasons, place.reasons.dropFirst().map(\.line) + [place.lines.upperBound + 1])
        .flatMap { reason, end in
          (reason.line..<max(reason.line + 1, end)).map {
            LineDecision(line: $0, isJoined: reason.rule.isJoin, rule: reason.rule)
          }
        }
    }
  }

  private struct Part {
    var title: String
    var place: ClosedRange<Int>?
    var start: Int
  }

  /// Blocks and furniture in the order of the source.
  private var explainedParts: [Part] {
    var parts: [Part] = []
    var start = 0
    for (block, origin) in zip(plan.blocks, draft.blocks) {
      start = origin.source.map(order) ?? start
      parts.append(
        Part(
          title: "▸ \(block.id) \(block.kind.name)\(Self.words(origin.source)): \(block.heading)",
          place: origin.source?.lines, start: start))
    }
    for piece in draft.furniture {
      parts.append(
        Part(
          title: (piece.role == .title ? "▸ the plan's title: " : "✕ \(piece.role.rawValue): ")
            + piece.text,
          place: piece.source.lines, start: order(piece.source)))
    }
    return parts.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }
    .map(\.element)
  }

  private func order(_ place: SourcePlace) -> Int {
    isRead ? place.lines.lowerBound : place.bytes.lowerBound
  }

  /// From which element of a page something was made, and by which rules where the element itself
  /// doesn't say it.
  private static func words(_ place: SourcePlace?) -> String {
    guard let place, let element = place.element else { return "" }
    var rules: [String] = []
    for reason in place.reasons where rules.last != reason.rule.reason {
      rules.append(reason.rule.reason)
    }
    return " from <\(element)>" + (rules.isEmpty ? "" : " (\(rules.joined(separator: "; ")))")
  }

  private static func words(_ decision: LineDecision?) -> String {
    guard let decision else { return "" }
    let doubt = decision.isDoubtful ? " (doubtful)" : ""
    return (decision.isJoined ? "joined: " : "begins: ") + decision.rule.reason + doubt
  }
}
