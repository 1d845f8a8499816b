package import PlanModel

/// A version with its outline and the places of its blocks.
package struct EditionVersion: Sendable {
  package let version: Site.Version
  package let outline: Outline
  private let indices: [BlockID: Int]

  init(_ version: Site.Version) {
    self.version = version
    outline = Outline(of: version.plan)
    indices = Dictionary(
      version.plan.blocks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package var name: String { version.name }
  package var label: String { version.label }
  package var plan: Plan { version.plan }

  /// The language of the text; what nobody has named is undetermined.
  package var language: String { plan.metadata.language ?? "und" }

  /// The place of a block among the blocks.
  package func index(of id: BlockID) -> Int? { indices[id] }

  /// Where a block stands, for a person.
  package func position(of index: Int) -> Outline.Position { outline.positions[index] }
}
