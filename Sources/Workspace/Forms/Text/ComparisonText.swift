public import Collation
internal import PlanModel

/// A comparison as text for a terminal: the summary, then each change in its place.
///
/// It holds nothing but lines and, if asked for, colours, so that any pager shows it.
public struct ComparisonText: Sendable {
  /// How the text is written.
  public struct Options: Sendable {
    /// Whether changes are coloured; without, they stand in `[-…-]` and `{+…+}`.
    public var isColoured = false
    /// The least substance that is shown.
    public var least = Comparison.Substance.typographic
    /// How many unchanged blocks are shown before and behind each change.
    public var context = 0
    /// The columns of the terminal, for the two texts side by side; `nil` for one below the other.
    public var columns: Int?

    /// The ordinary way: inline, without colours and context.
    public init() {}
  }

  private let listing: ComparisonListing
  private let options: Options
  private let style: TextStyle

  /// Prepares a text.
  public init(_ compared: ComparedVersions, _ options: Options = Options()) {
    self.options = options
    style = TextStyle(isColoured: options.isColoured)
    listing = ComparisonListing(compared, least: options.least, context: options.context)
  }

  /// Passes the text on line by line, each with its line feed.
  public func write(to sink: (String) -> Void) {
    for line in header { sink(line + "\n") }
    for entry in listing.entries {
      for line in lines(of: entry) { sink(line + "\n") }
    }
  }

  /// The text, with a line feed at its end.
  public var text: String {
    var text = ""
    write { text += $0 }
    return text
  }

  private var header: [String] {
    let compared = listing.compared
    var lines = zip(["---", "+++"], listing.names).map { style.bold(shown("\($0) \($1)")) }
    lines += listing.notices.map { shown("! \($0)") }
    let summary = compared.comparison.summary
    let counts = summary.kinds.map { "\($0.count) \($0.kind.rawValue)" }
    let moved = summary.moved > 0 ? ["\(summary.moved) of them moved"] : []
    lines.append((counts + moved).joined(separator: ", "))
    let worth = summary.substances.map { "\($0.count) \($0.substance.rawValue)" }
    if !worth.isEmpty { lines.append("changes: " + worth.joined(separator: ", ")) }
    let touched = summary.tags.map { "\($0.name) \($0.count)" }
    if !touched.isEmpty { lines.append("touched: " + touched.joined(separator: ", ")) }
    return lines
  }

  private func lines(of entry: ComparisonListing.Entry) -> [String] {
    switch entry {
    case .hidden(let count): return [style.dim("  … \(count) unchanged")]
    case .context(let link): return [""] + body(of: link).map(style.dim)
    case .change(let link):
      return ["", style.bold(shown(listing.title(of: link)))] + body(of: link)
    case .movedTogether(let links):
      let starts = [links.first, links.last].compactMap(\.self).map { "  " + start(of: $0) }
      return ["", style.bold(shown(listing.title(of: links)))]
        + (links.count > 2 ? [starts[0], "  …", starts[1]] : starts)
    }
  }

  private func body(of link: Comparison.Link) -> [String] {
    func text(_ side: MarkedText.Side) -> MarkedText {
      MarkedText(link, of: listing.compared, side: side, least: listing.least)
    }
    guard let columns = options.columns else { return [style.line(text(.both))] }
    return SideBySide(columns: columns, style: style).lines(text(.old), text(.new))
  }

  /// The first words of a block.
  private func start(of link: Comparison.Link) -> String {
    guard let block = link.new.first.map({ listing.compared.new.blocks[$0] }) else { return "" }
    let scalars = block.heading.unicodeScalars
    let start = String(String.UnicodeScalarView(scalars.prefix(30)))
    return shown(start) + (scalars.count > 30 ? "…" : "")
  }

  /// Control characters could steer the terminal.
  private func shown(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map(\.shownOnTerminal)))
  }
}
