public import Collation
internal import PlanModel

extension ComparedVersions {
  /// The comparison as CommonMark: a table of figures, then each change under a heading, with what is
  /// gone in `<del>` and what is new in `<ins>`.
  ///
  /// These two elements say what they mean to every reader of the page, and emphasis by `**` fails
  /// beside Chinese punctuation (CommonMark, section 6.2).
  ///
  /// - Parameters:
  ///   - least: The least substance that is shown.
  ///   - context: How many unchanged blocks are shown before and behind each change.
  /// - Returns: The text, with a line feed at its end.
  public func markdown(
    least: Comparison.Substance = .typographic, context: Int = 0
  ) -> String {
    let listing = ComparisonListing(self, least: least, context: context)
    let names = listing.names.map(escaped)
    let title = names.filter { !$0.isEmpty }.joined(separator: " → ")
    var parts = ["# \(title.isEmpty ? "Comparison" : title)"]
    parts += listing.notices.map { "> \(escaped($0))" }
    parts.append(figures)
    parts += listing.entries.flatMap { block(of: $0, listing) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var figures: String {
    let summary = comparison.summary
    var rows = summary.kinds.map { ($0.kind.rawValue, $0.count) }
    if summary.moved > 0 { rows.append(("moved", summary.moved)) }
    rows += summary.substances.map { ($0.substance.rawValue, $0.count) }
    rows += summary.tags.map { (escaped($0.name), $0.count) }
    return (["| what | how many |", "|---|---:|"] + rows.map { "| \($0.0) | \($0.1) |" })
      .joined(separator: "\n")
  }

  private func block(of entry: ComparisonListing.Entry, _ listing: ComparisonListing) -> [String] {
    func text(_ link: Comparison.Link) -> String {
      marked(MarkedText(link, of: self, side: .both, least: listing.least))
    }
    switch entry {
    case .hidden(let count): return ["*… \(count) unchanged*"]
    case .context(let link): return [text(link)]
    case .change(let link):
      let named = listing.identifier(of: link).map { "`\($0)`" }
      let worth = link.substance.map(\.rawValue)
      let tags = link.tags.isEmpty ? nil : link.tags.map(escaped).joined(separator: ", ")
      return [
        "## \(listing.words(for: link)): \(escaped(listing.place(of: link)))",
        [named, worth, tags].compactMap(\.self).joined(separator: " · "), text(link),
      ]
    case .movedTogether(let links):
      return ["## \(escaped(listing.title(of: links)))"] + links.map(text)
    }
  }

  private func marked(_ text: MarkedText) -> String {
    let line = text.runs.map { run in
      let words = escaped(String(String.UnicodeScalarView(run.scalars.map(\.shownOnTerminal))))
      switch run.mark {
      case .kept: return words
      case .removed: return "<del>\(words)</del>"
      case .added: return "<ins>\(words)</ins>"
      }
    }.joined()
    return line.withoutBlockMark
  }

  /// Every character that CommonMark may read as markup inside a line, with a backslash before it.
  private func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "&", "!", "$", "=":
        escaped.append("\\")
      case "\n":
        escaped.append(" ")
        continue
      default: break
      }
      escaped.append(scalar)
    }
    return String(escaped)
  }
}

extension String {
  /// The line without what would begin a list: `1.` and `-` get a backslash.
  fileprivate var withoutBlockMark: String {
    if let first = unicodeScalars.first, first == "-" || first == "+" { return "\\" + self }
    let digits = unicodeScalars.prefix { ("0"..."9").contains($0) }
    let rest = unicodeScalars.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" else { return self }
    return String(String.UnicodeScalarView(digits)) + "\\"
      + String(String.UnicodeScalarView(rest))
  }
}
