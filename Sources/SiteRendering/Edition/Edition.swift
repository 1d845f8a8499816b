import Collation
package import PlanModel

/// A site with what the pages look up in it.
package struct Edition: Sendable {
  package let site: Site

  /// The versions, oldest first.
  package let versions: [EditionVersion]

  /// The comparisons, in the site's order.
  package let comparisons: [EditionComparison]

  /// The blocks of all versions in the order of their first appearance, each once.
  package let blocks: [BlockID]

  /// The blocks that have a page of their own history: those that are gone, and those that some
  /// comparison shows as changed.
  package let storied: [BlockID]

  private let storiedSet: Set<BlockID>

  /// The records of blocks that no version of the site has, by block.
  private let retirements: [BlockID: Site.Retirement]

  /// The agencies that some note names, in the site's order.
  package let busyAgencies: [Site.Agency]

  /// The notes by their facets.
  let facetedNotes: FacetedNotes

  private let notesByVersion: [EditionNotes]
  /// The places of the notes in the site's list.
  let indexOfNote: [String: Int]
  private let indexOfAgency: [String: Int]
  private let indexOfVersion: [String: Int]
  private let comparisonByPair: [String: Int]

  /// Checks a site and prepares its tables.
  ///
  /// - Parameters:
  ///   - site: The site.
  ///   - sharing: How the tables of long texts are made.
  /// - Throws: A ``SiteFault`` if the site contradicts itself.
  /// - Complexity: O(*n*) in the number of blocks, links and notes.
  package init(_ site: Site, sharing: WorkSharing = .inTurn) throws(SiteFault) {
    guard !site.versions.isEmpty, !site.catalogues.isEmpty else { throw .empty }
    self.site = site
    versions = site.versions.map {
      EditionVersion($0, pagination: site.pagination, sharing: sharing)
    }
    indexOfVersion = try Self.table(of: site.versions.map(\.name))
    _ = try Self.table(of: site.catalogues.map(\.language))
    indexOfNote = try Self.table(of: site.notes.map(\.id))
    indexOfAgency = try Self.table(of: site.agencies.map(\.id))
    facetedNotes = FacetedNotes(of: site)
    notesByVersion = versions.map { EditionNotes(site.notes, in: $0) }
    var comparisons: [EditionComparison] = []
    var pairs: [String: Int] = [:]
    for (index, pair) in site.comparisons.enumerated() {
      guard let old = indexOfVersion[pair.old] else { throw .unknownVersion(pair.old) }
      guard let new = indexOfVersion[pair.new] else { throw .unknownVersion(pair.new) }
      comparisons.append(
        try EditionComparison(pair.comparison, from: versions[old], to: versions[new]))
      pairs[pair.old + ".." + pair.new] = index
    }
    self.comparisons = comparisons
    comparisonByPair = pairs
    let versions = versions
    let blocks = versions.enumerated().flatMap { rank, version in
      version.plan.blocks.map(\.id).filter { id in
        versions[..<rank].allSatisfy { $0.index(of: id) == nil }
      }
    }
    self.blocks = blocks
    var seen: Set<BlockID> = []
    let lost = site.retirements.filter { retirement in
      versions.allSatisfy { $0.index(of: retirement.block) == nil }
        && seen.insert(retirement.block).inserted
    }
    retirements = Dictionary(
      lost.map { ($0.block, $0) }, uniquingKeysWith: { first, _ in first })
    storied =
      Self.storied(blocks, comparisons: comparisons, newest: versions.last) + lost.map(\.block)
    storiedSet = Set(storied)
    let named = Set(facetedNotes.all)
    busyAgencies = site.agencies.filter { NoteFacet(.agency, $0.id).map(named.contains) ?? false }
  }

  /// The newest version.
  package var newest: EditionVersion { versions[versions.count - 1] }

  /// The version that a reader is led to: the newest that comes without a notice, since nobody
  /// should take a draft or a fiction for the plan; the newest of all if each has one.
  package var principal: EditionVersion {
    versions.last { $0.plan.metadata.notice == nil } ?? newest
  }

  /// The version of a name.
  package func version(_ name: String) -> EditionVersion? {
    indexOfVersion[name].map { versions[$0] }
  }

  /// The notes as they stand in a version.
  package func notes(in version: EditionVersion) -> EditionNotes {
    notesByVersion[indexOfVersion[version.name] ?? 0]
  }

  /// The agency of an identifier.
  package func agency(_ id: String) -> Site.Agency? { indexOfAgency[id].map { site.agencies[$0] } }

  /// The comparison of two versions, if the site has it.
  package func comparison(old: String, new: String) -> EditionComparison? {
    comparisonByPair[old + ".." + new].map { comparisons[$0] }
  }

  /// The comparison that ends in the newest version and begins in the version before it, or the
  /// last one that there is.
  package var latestComparison: EditionComparison? {
    if versions.count > 1,
      let found = comparison(old: versions[versions.count - 2].name, new: newest.name)
    {
      return found
    }
    return comparisons.last
  }

  /// The blocks that the newest version doesn't have any more.
  package var retired: [BlockID] { storied.filter { newest.index(of: $0) == nil } }

  /// What was recorded of a block that no version of the site has.
  package func retirement(of block: BlockID) -> Site.Retirement? { retirements[block] }

  /// The blocks of earlier versions that a version doesn't have, in the order of their appearance.
  ///
  /// An address that names one of them in this version has to lead somewhere.
  package func departed(from version: EditionVersion) -> [BlockID] {
    let rank = indexOfVersion[version.name] ?? 0
    let earlier = Set(versions[..<rank].flatMap { $0.plan.blocks.map(\.id) })
    return storied.filter { block in
      guard version.index(of: block) == nil else { return false }
      if earlier.contains(block) { return true }
      return retirements[block].flatMap { indexOfVersion[$0.version] }.map { $0 <= rank } ?? false
    }
  }

  /// Whether a block has a page of its own history.
  package func hasHistory(_ block: BlockID) -> Bool { storiedSet.contains(block) }

  /// The blocks that are gone from the newest version, and those that a comparison shows as changed.
  private static func storied(
    _ blocks: [BlockID], comparisons: [EditionComparison], newest: EditionVersion?
  ) -> [BlockID] {
    var changed: Set<BlockID> = []
    for comparison in comparisons {
      for link in comparison.links where !link.isUnchanged {
        changed.formUnion(link.old.map { comparison.old.plan.blocks[$0].id })
        changed.formUnion(link.new.map { comparison.new.plan.blocks[$0].id })
      }
    }
    return blocks.filter { changed.contains($0) || newest?.index(of: $0) == nil }
  }

  private static func table(of names: [String]) throws(SiteFault) -> [String: Int] {
    var table: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      guard Self.isUsable(name) else { throw .unusableName(name) }
      guard table.updateValue(index, forKey: name) == nil else { throw .repeatedName(name) }
    }
    return table
  }

  /// Whether a name may be a folder's: it can't leave the site's folder, and means the same on
  /// every file system.
  static func isUsable(_ name: String) -> Bool {
    let reserved = [
      "agencies", "compare", "deadlines", "history", "method", "notes", "search", "search-index",
      "theme",
    ]
    guard !name.isEmpty, name.unicodeScalars.count <= 80, name.unicodeScalars.first != ".",
      name.unicodeScalars.last != ".", !reserved.contains(name)
    else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      scalar == "-" || scalar == "_" || scalar == "."
        || (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
  }
}
