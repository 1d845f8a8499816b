public import Collation

extension ComparedVersions {
  /// How much has changed, in figures.
  public struct Summary: Sendable {
    /// How many links there are of each kind that occurs, in the order of the kinds.
    public var kinds: [(kind: Comparison.Kind, count: Int)]
    /// How many links changed by no more than each substance that occurs, from least to most.
    public var substances: [(substance: Comparison.Substance, count: Int)]
    /// How many links bear each tag, in the order of the tags' names.
    public var tags: [(name: String, count: Int)]
    /// How many links stand at another place.
    public var moved: Int

    init(of links: [Comparison.Link]) {
      kinds = Comparison.Kind.allCases.map { kind in (kind, links.count { $0.kind == kind }) }
        .filter { $0.count > 0 }
      substances = Comparison.Substance.allCases.map { substance in
        (substance, links.count { $0.substance == substance })
      }.filter { $0.count > 0 }
      var counts: [String: Int] = [:]
      for tag in links.flatMap(\.tags) { counts[tag, default: 0] += 1 }
      tags = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      moved = links.count(where: \.isMoved)
    }
  }

  /// How much has changed, in figures.
  ///
  /// - Complexity: O(*n*) for *n* links.
  public var summary: Summary { Summary(of: comparison.links) }
}
