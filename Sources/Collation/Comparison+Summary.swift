extension Comparison {
  /// How much has changed, in figures.
  public struct Summary: Sendable {
    /// How many links there are of each kind that occurs, in the order of the kinds.
    public var kinds: [(kind: Kind, count: Int)]
    /// How many links changed by no more than each substance that occurs, from least to most.
    public var substances: [(substance: Substance, count: Int)]
    /// How many links bear each tag, in the order of the tags' names.
    public var tags: [(name: String, count: Int)]
    /// How many links stand at another place.
    public var moved: Int

    init(of links: [Link]) {
      var kinds: [Kind: Int] = [:]
      var substances: [Substance: Int] = [:]
      var tags: [String: Int] = [:]
      moved = 0
      for link in links {
        kinds[link.kind, default: 0] += 1
        if let substance = link.substance { substances[substance, default: 0] += 1 }
        for tag in link.tags { tags[tag, default: 0] += 1 }
        moved += link.isMoved ? 1 : 0
      }
      self.kinds = Kind.allCases.compactMap { kind in kinds[kind].map { (kind, $0) } }
      self.substances = Substance.allCases.compactMap { substance in
        substances[substance].map { (substance, $0) }
      }
      self.tags = tags.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }

  /// How much has changed, in figures.
  ///
  /// - Complexity: O(*n*) for *n* links.
  public var summary: Summary { Summary(of: links) }
}
