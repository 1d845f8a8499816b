public import Collation
internal import PlanModel

/// A comparison as text for a terminal: the summary, then each change in its place.
public struct ComparisonText: Sendable {
  private let compared: ComparedVersions
  private let isColoured: Bool
  private let least: Comparison.Substance
  private let oldPositions: [Outline.Position]
  private let newPositions: [Outline.Position]

  /// Prepares a text.
  ///
  /// - Parameters:
  ///   - compared: The two versions.
  ///   - isColoured: Whether changes are coloured; without, they stand in `[-…-]` and `{+…+}`, as in
  ///     `git diff --word-diff`.
  ///   - least: The least substance that is shown.
  public init(
    _ compared: ComparedVersions, isColoured: Bool, least: Comparison.Substance = .typographic
  ) {
    self.compared = compared
    self.isColoured = isColoured
    self.least = least
    oldPositions = Outline(of: compared.old).positions
    newPositions = Outline(of: compared.new).positions
  }

  /// The text, with a line feed at its end.
  public var text: String {
    var lines = header
    var hidden = 0
    for link in compared.comparison.links {
      if isShown(link) {
        if hidden > 0 { lines.append(dim("  … \(hidden) unchanged")) }
        hidden = 0
        lines.append("")
        lines.append(bold(title(of: link)))
        lines.append(body(of: link))
      } else {
        hidden += 1
      }
    }
    if hidden > 0 { lines.append(dim("  … \(hidden) unchanged")) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var header: [String] {
    var lines = ["--- \(name(compared.old))", "+++ \(name(compared.new))"].map(bold)
    for notice in [compared.old.metadata.notice, compared.new.metadata.notice] {
      if let notice { lines.append("! \(notice)") }
    }
    let summary = compared.summary
    let counts = summary.kinds.map { "\($0.count) \($0.kind.rawValue)" }
    let moved = summary.moved > 0 ? ["\(summary.moved) of them moved"] : []
    lines.append((counts + moved).joined(separator: ", "))
    let touched = summary.tags.map { "\($0.name) \($0.count)" }
    if !touched.isEmpty { lines.append("touched: " + touched.joined(separator: ", ")) }
    return lines
  }

  private func name(_ plan: Plan) -> String {
    [plan.metadata.version, plan.metadata.title].compactMap(\.self).joined(separator: " ")
  }

  private func isShown(_ link: Comparison.Link) -> Bool {
    let hasChange = link.kind != .equal || link.isMoved || link.isRenumbered
    return hasChange && (least == .typographic || link.substance ?? .typographic >= least)
  }

  private func title(of link: Comparison.Link) -> String {
    var words = [link.kind.rawValue]
    if link.isMoved { words.append("moved") }
    if link.isRenumbered, link.kind != .renumbered { words.append("renumbered") }
    let old = link.old.map { oldPositions[$0].text }
    let new = link.new.map { newPositions[$0].text }
    let places = [old, new].filter { !$0.isEmpty }.map { $0.joined(separator: " + ") }
    let place =
      places.count == 2 && places[0] == places[1] ? places[0] : places.joined(separator: " → ")
    let id =
      (link.new.first.map { compared.new.blocks[$0].id }
      ?? link.old.first.map { compared.old.blocks[$0].id }).map { "#\($0)" }
    let tags = link.tags.isEmpty ? nil : "[\(link.tags.joined(separator: ", "))]"
    return ([words.joined(separator: ", "), place, id, tags].compactMap(\.self)).joined(
      separator: "  ")
  }

  private func body(of link: Comparison.Link) -> String {
    let old = link.old.map { compared.old.blocks[$0] }
    let new = link.new.map { compared.new.blocks[$0] }
    if link.new.isEmpty { return old.map { removed($0.heading) }.joined(separator: "\n") }
    if link.old.isEmpty { return new.map { added($0.heading) }.joined(separator: "\n") }
    var mark = ""
    if let first = old.first?.number, let second = new.first?.number {
      mark = first == second ? first + " " : removed(first) + added(second) + " "
    }
    return mark + marked(link, old: old.map(\.text), new: new.map(\.text))
  }

  /// The new text with what is gone and what is new in it; a paragraph's end shows as ¶.
  private func marked(_ link: Comparison.Link, old: [String], new: [String]) -> String {
    let oldText = Array(old.joined(separator: "\n").unicodeScalars)
    let newText = Array(new.joined(separator: "\n").unicodeScalars)
    var result = ""
    var place = 0
    for span in link.spans where span.substance >= least {
      result += words(newText[place..<span.new.lowerBound])
      if !span.old.isEmpty { result += removed(words(oldText[span.old])) }
      if !span.new.isEmpty { result += added(words(newText[span.new])) }
      place = span.new.upperBound
    }
    return result + words(newText[place...])
  }

  private func words(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    // Control characters could steer the terminal.
    let shown = scalars.map { scalar -> Unicode.Scalar in
      scalar == "\n" ? "¶" : scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
    }
    return String(String.UnicodeScalarView(shown))
  }

  private func removed(_ text: String) -> String {
    isColoured ? "\u{1B}[31;9m\(text)\u{1B}[0m" : "[-\(text)-]"
  }

  private func added(_ text: String) -> String {
    isColoured ? "\u{1B}[32;4m\(text)\u{1B}[0m" : "{+\(text)+}"
  }

  private func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  private func dim(_ text: String) -> String { isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
