package import Collation
import PlanModel

/// A comparison with the versions that it compares.
package struct EditionComparison: Sendable {
  package let old: EditionVersion
  package let new: EditionVersion
  package let links: [Comparison.Link]

  /// The parts that have pages of their own; none if all of it stands on one page.
  package let parts: [ComparisonPart]

  /// For each link after which old places of moved links are shown, those links; -1 is the start.
  let departures: [Int: [Int]]

  private let linkOfOld: [Int]
  private let linkOfNew: [Int]

  init(
    _ comparison: Comparison, from old: EditionVersion, to new: EditionVersion
  ) throws(SiteFault) {
    self.old = old
    self.new = new
    links = comparison.links
    departures = Self.departures(of: links)
    parts = Self.parts(of: links, departures: departures, in: new)
    let fault = SiteFault.unfitComparison(old: old.name, new: new.name)
    linkOfOld = try Self.owners(
      links.map(\.old), count: old.plan.blocks.count, fault: fault)
    linkOfNew = try Self.owners(
      links.map(\.new), count: new.plan.blocks.count, fault: fault)
  }

  /// The link that a block of the old version stands in.
  package func link(ofOld block: Int) -> Int { linkOfOld[block] }

  /// The link that a block of the new version stands in.
  package func link(ofNew block: Int) -> Int { linkOfNew[block] }

  /// The texts of one side of a link, joined as the spans count them.
  func oldText(of link: Comparison.Link) -> StyledText {
    StyledText(link.old.map { old.plan.blocks[$0] })
  }

  /// The texts of the other side of a link, joined as the spans count them.
  func newText(of link: Comparison.Link) -> StyledText {
    StyledText(link.new.map { new.plan.blocks[$0] })
  }

  /// The link of each block; a block in no link or in two is a fault.
  private static func owners(
    _ sides: [[Int]], count: Int, fault: SiteFault
  ) throws(SiteFault) -> [Int] {
    var owners = [Int](repeating: -1, count: count)
    for (link, side) in sides.enumerated() {
      for block in side {
        guard owners.indices.contains(block), owners[block] < 0 else { throw fault }
        owners[block] = link
      }
    }
    guard !owners.contains(-1) else { throw fault }
    return owners
  }
}
