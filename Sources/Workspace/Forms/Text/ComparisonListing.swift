internal import Collation
internal import PlanModel

/// What a comparison shows, in the order of the new side: every written form of it goes through this.
struct ComparisonListing {
  /// One thing that is shown.
  enum Entry {
    /// A change.
    case change(Comparison.Link)
    /// Several blocks that moved together, and in which nothing else changed.
    case movedTogether([Comparison.Link])
    /// A block that is the same, shown because it stands beside a change.
    case context(Comparison.Link)
    /// Blocks that aren't shown.
    case hidden(Int)
  }

  let compared: ComparedVersions
  let least: Comparison.Substance
  private let context: Int
  private let oldPositions: [Outline.Position]
  private let newPositions: [Outline.Position]

  /// Prepares a listing.
  ///
  /// - Parameters:
  ///   - compared: The two versions.
  ///   - least: The least substance that is shown.
  ///   - context: How many unchanged blocks are shown before and behind each change.
  init(_ compared: ComparedVersions, least: Comparison.Substance, context: Int) {
    self.compared = compared
    self.least = least
    self.context = context
    oldPositions = Outline(of: compared.old).positions
    newPositions = Outline(of: compared.new).positions
  }

  /// What is shown, in order.
  var entries: [Entry] {
    let links = compared.comparison.links
    let isChange = links.map(isShown)
    var isNear = isChange
    for index in links.indices where isChange[index] {
      for near in max(0, index - context)..<min(links.count, index + context + 1) {
        isNear[near] = true
      }
    }
    let passages = movedTogether
    var entries: [Entry] = []
    var hidden = 0
    var index = 0
    while index < links.count {
      if !isNear[index] {
        hidden += 1
        index += 1
        continue
      }
      if hidden > 0 { entries.append(.hidden(hidden)) }
      hidden = 0
      if let passage = passages[index] {
        entries.append(.movedTogether(Array(links[passage])))
        index = passage.upperBound
      } else {
        entries.append(isChange[index] ? .change(links[index]) : .context(links[index]))
        index += 1
      }
    }
    if hidden > 0 { entries.append(.hidden(hidden)) }
    return entries
  }

  /// The passages of several blocks that moved as they were, by their first link.
  ///
  /// New number marks change nothing in them: they say where the passage stands now.
  private var movedTogether: [Int: Range<Int>] {
    let links = compared.comparison.links
    var passages: [Int: Range<Int>] = [:]
    for passage in compared.comparison.movedPassages {
      var start = passage.lowerBound
      for index in passage.lowerBound...passage.upperBound {
        let isUntouched =
          index < passage.upperBound && [.equal, .renumbered].contains(links[index].kind)
          && links[index].spans.allSatisfy { $0.tags.contains(Comparison.markTag) }
        if isUntouched { continue }
        if index - start > 1 { passages[start] = start..<index }
        start = index + 1
      }
    }
    return passages
  }

  private func isShown(_ link: Comparison.Link) -> Bool {
    guard link.kind != .equal || link.isMoved || link.isRenumbered || !link.spans.isEmpty else {
      return false
    }
    return least == .typographic || link.substance ?? .typographic >= least
  }

  /// What happened to a link, in words: `edited, moved`.
  func words(for link: Comparison.Link) -> String {
    let isTypesetting = link.kind == .equal && !link.spans.isEmpty
    var words = [isTypesetting ? "typeset anew" : link.kind.rawValue]
    if link.isMoved { words.append("moved") }
    if link.isRenumbered, link.kind != .renumbered { words.append("renumbered") }
    return words.joined(separator: ", ")
  }

  /// Where a link stands on both sides.
  func place(of link: Comparison.Link) -> String {
    let old = link.old.map { oldPositions[$0].text }
    let new = link.new.map { newPositions[$0].text }
    let places = [old, new].filter { !$0.isEmpty }.map { $0.joined(separator: " + ") }
    return places.count == 2 && places[0] == places[1]
      ? places[0] : places.joined(separator: " → ")
  }

  /// The identifier by which a link is named.
  func identifier(of link: Comparison.Link) -> String? {
    (link.new.first.map { compared.new.blocks[$0].id }
      ?? link.old.first.map { compared.old.blocks[$0].id })?.rawValue
  }

  /// The title of a link for a terminal.
  func title(of link: Comparison.Link) -> String {
    let tags = link.tags.isEmpty ? nil : "[\(link.tags.joined(separator: ", "))]"
    return [words(for: link), place(of: link), identifier(of: link).map { "#\($0)" }, tags]
      .compactMap(\.self).joined(separator: "  ")
  }

  /// The title of blocks that moved together.
  func title(of passage: [Comparison.Link]) -> String {
    guard let first = passage.first, let last = passage.last else { return "" }
    return "moved together  \(place(of: first)) … \(place(of: last))  \(passage.count) blocks"
  }

  /// The names of the sides: version and title, or what they were called.
  var names: [String] {
    [(compared.old, compared.oldName), (compared.new, compared.newName)].map { plan, name in
      let own = [plan.metadata.version, plan.metadata.title].compactMap(\.self)
      return own.isEmpty ? name : own.joined(separator: " ")
    }
  }

  /// What the versions want to be said of them wherever they are shown.
  var notices: [String] {
    [compared.old.metadata.notice, compared.new.metadata.notice].compactMap(\.self)
  }
}
