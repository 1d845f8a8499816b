public import Collation
public import PlanModel

/// Which block of a new version bears which identifier of the versions before it.
///
/// Survival is decided by what a comparison of the texts links and never by a number or a text
/// alone. Of a split the largest part keeps the identifier; of a merge the largest parent gives it.
/// An inserted copy never gets one, nor does what is only a counterpart, and what was linked with
/// too little confidence gets none either, for a false identifier is worse than a lost one.
public struct Lineage: Sendable, Hashable {
  /// What was decided for each block of the new version, in their order.
  public internal(set) var decisions: [Decision]

  /// The blocks of the version before whose identifiers nobody bears now, in their order.
  public private(set) var retirements: [Retirement] = []

  /// Decides on the identifiers of a new version.
  ///
  /// - Parameters:
  ///   - new: The blocks of the new version.
  ///   - old: The blocks of the version before it; empty if it is the first.
  ///   - elsewhere: Blocks of other versions, earlier and later, whose identifiers the version before
  ///     does not bear, the nearest version first. A block that was there gets its identifier back.
  public init(of new: [DraftBlock], from old: [Block], elsewhere: [Block] = []) {
    // Nothing is carried from nothing, and a first version is no reason to read it twice.
    let comparison = old.isEmpty ? Comparison(links: []) : Comparison(linking: old, with: new)
    self.init(comparison, of: new, from: old, elsewhere: elsewhere)
  }

  /// Decides on the identifiers of a version that has its place among others.
  ///
  /// They come from the version before; if there is none, from the one after; and for what stands in
  /// neither, from the other versions, the nearest first.
  ///
  /// - Parameters:
  ///   - new: The blocks of the new version.
  ///   - earlier: The versions before it, in their order.
  ///   - later: The versions after it, in their order.
  public init(of new: [DraftBlock], after earlier: [[Block]], before later: [[Block]] = []) {
    let near = earlier.last ?? later.first ?? []
    var seen = Set(near.map(\.id))
    let elsewhere = (later + earlier.reversed()).flatMap { blocks in
      blocks.filter { seen.insert($0.id).inserted }
    }
    self.init(of: new, from: near, elsewhere: elsewhere)
    guard earlier.isEmpty else { return }
    // What comes first was made of nothing that comes later.
    for place in decisions.indices { decisions[place].ancestors = [] }
    retirements = []
  }

  /// Decides by a comparison that has been made already.
  ///
  /// - Parameters:
  ///   - comparison: The comparison of `old` with `new`.
  ///   - new: The blocks of the new version.
  ///   - old: The blocks of the version before it.
  ///   - elsewhere: As for ``init(of:from:elsewhere:)``.
  public init(
    _ comparison: Comparison, of new: [DraftBlock], from old: [Block], elsewhere: [Block] = []
  ) {
    decisions = Array(repeating: Decision(), count: new.count)
    for link in comparison.links where link.kind != .counterpart {
      guard !link.old.isEmpty, !link.new.isEmpty else { continue }
      decide(link, new, old)
    }
    bringBack(elsewhere, new)
    let bearers = Set(decisions.compactMap(\.old))
    var successors: [Int: [Int]] = [:]
    for link in comparison.links where link.kind != .counterpart {
      for place in link.old { successors[place] = link.new }
    }
    retirements = old.indices.filter { !bearers.contains($0) }.map {
      Retirement(old: $0, successors: successors[$0] ?? [])
    }
  }

  /// What is linked with less confidence carries nothing.
  ///
  /// Measured on 24,000 links of generated revisions of laws and policies: of what is above the bar
  /// 0.3 % is wrong, of the few links below it half.
  public static let carryingBar = 0.3

  /// What is carried with less confidence is put before a person.
  public static let doubtBar = 0.5

  private mutating func decide(_ link: Comparison.Link, _ new: [DraftBlock], _ old: [Block]) {
    let parent = Self.largest(link.old) { old[$0].text }
    let bearer = Self.largest(link.new) { new[$0].text }
    let runnerUp = link.rival.map { RunnerUp(id: old[$0.old].id, similarity: $0.similarity) }
    guard link.confidence >= Self.carryingBar else {
      decisions[bearer].confidence = link.confidence
      decisions[bearer].doubt = Doubt(
        reason: .tooUnlike, runnerUp: RunnerUp(id: old[parent].id, similarity: link.confidence))
      return
    }
    for place in link.new {
      decisions[place].confidence = link.confidence
      decisions[place].ancestors = link.old.filter { place != bearer || $0 != parent }
        .map { old[$0].id }
    }
    decisions[bearer].old = parent
    decisions[bearer].identifier = old[parent].id
    if link.confidence < Self.doubtBar {
      let isClose = (link.rival?.similarity ?? 0) > link.confidence
      decisions[bearer].doubt = Doubt(
        reason: isClose ? .closeRunnerUp : .muchChanged, runnerUp: runnerUp)
    }
  }

  private static func largest(_ places: [Int], text: (Int) -> String) -> Int {
    // The first of equals.
    var best = places[0]
    for place in places.dropFirst()
    where text(place).unicodeScalars.count > text(best).unicodeScalars.count {
      best = place
    }
    return best
  }
}
