import PlanModel

/// What pages are made of, for a build that renders only what has changed.
///
/// Of most portions nobody can say in short what they depend on; they are rendered each time. The
/// chapters and the texts that are searched, which make up the bulk of a long plan, depend on their
/// own blocks and notes and on what all pages share, and what is made of all of them depends on them.
/// Whoever lets one of them show more has to add it here; a test that compares a build after a change
/// with one from nothing tells if it was forgotten.
extension SiteRenderer {
  /// Everything that all pages depend on: the theme, the interface's words, the site's own.
  public var sharedInputs: [UInt8] {
    let site = edition.site
    var inputs = InputBytes()
    for name in TemplateName.allCases { inputs.add(theme.template(name).text) }
    inputs.add([theme.logo, site.title, site.address?.text, site.footer])
    for file in theme.files {
      inputs.add(file.path)
      inputs.add(file.bytes)
    }
    for catalogue in site.catalogues { inputs.add([catalogue.language, catalogue.source]) }
    for version in edition.versions {
      inputs.add([version.name, version.label, version.version.sourceName])
      inputs.add(version.version.sourceLines.isEmpty ? 0 : version.version.isSourceRead ? 2 : 1)
      inputs.add(version.topLevel)
      inputs.add(.mapping(version.plan.metadata.fields))
    }
    for comparison in edition.comparisons {
      inputs.add([comparison.old.name, comparison.new.name])
    }
    inputs.add([edition.principal.name, edition.newest.name])
    inputs.add(edition.comparisons.isEmpty ? 0 : 1)
    inputs.add(site.notes.isEmpty ? 0 : 1)
    inputs.add(edition.busyAgencies.isEmpty ? 0 : 1)
    return inputs.bytes
  }

  /// What a portion is made of.
  public struct Inputs: Sendable {
    /// What it is made of itself; no other portion's bytes are the same.
    public var bytes: [UInt8]
    /// The portions that are made of all the rest that it is made of.
    public var portions: [Portion] = []
  }

  /// What a portion depends on besides ``sharedInputs``.
  ///
  /// - Returns: `nil` if that can't be told; then the portion has to be rendered.
  public func inputs(of portion: Portion) -> Inputs? {
    var bytes = InputBytes()
    switch portion.content {
    case .chapter(let name, let start):
      guard let (version, chapter) = self.chapter(of: name, from: start) else { return nil }
      add(chapter, of: version, to: &bytes)
      return Inputs(bytes: bytes.bytes)
    case .data(.plan(let name)):
      guard let version = edition.version(name), version.chapters.isSplit else { return nil }
      bytes.add(["plan", name])
      return Inputs(
        bytes: bytes.bytes,
        portions: version.chapters.ranges.map { range in
          Portion(
            content: .chapter(version: name, start: version.plan.blocks[range.lowerBound].id))
        })
    case .searchTexts(let shelf) where isLong:
      bytes.add(["search"])
      search.add(shelf: shelf, to: &bytes)
      return Inputs(bytes: bytes.bytes)
    case .searchLists where isLong:
      bytes.add(["lists"])
      return Inputs(
        bytes: bytes.bytes,
        portions: search.shelves.indices.map { Portion(content: .searchTexts(shelf: $0)) })
    default: return nil
    }
  }

  /// Whether some text is cut into chapters; a short one is rendered in no time, and its build leaves
  /// no times of files behind.
  private var isLong: Bool { edition.versions.contains { $0.chapters.isSplit } }

  /// Adds a chapter's blocks with their places, lines and notes, and the names of its neighbours.
  private func add(
    _ chapter: Int, of version: EditionVersion, to inputs: inout InputBytes
  ) {
    let notes = edition.notes(in: version)
    let range = version.chapters.ranges[chapter]
    inputs.add(["chapter", version.name])
    for index in range {
      if !notes.marks(ofBlock: index).isEmpty { add(notesOn: index, of: version, to: &inputs) }
      let block = version.plan.blocks[index]
      inputs.add([block.id.rawValue, block.kind.name, block.number, block.text, block.markup])
      inputs.add(block.ancestors.map(\.rawValue))
      inputs.add(level(of: block.kind))
      inputs.add(version.position(of: index))
      inputs.add(edition.hasHistory(block.id) ? 1 : 0)
      let place = version.version.places[block.id]
      inputs.add(place?.lines.lowerBound ?? 0)
      inputs.add(place?.lines.upperBound ?? 0)
      for reason in place?.reasons ?? [] {
        inputs.add(reason.line)
        inputs.add(reason.rule.rawValue)
      }
      inputs.add(-1)
    }
    for other in [chapter - 1, chapter + 1] where version.chapters.ranges.indices.contains(other) {
      let start = version.plan.blocks[version.chapters.ranges[other].lowerBound].id
      inputs.add([start.rawValue, version.chapterTitle(other), other < chapter ? "<" : ">"])
    }
    let lines = version.version.sourceLines
    guard !lines.isEmpty else { return }
    let first = version.firstLines[range.lowerBound]
    let isLast = range.upperBound == version.plan.blocks.count
    let end = isLast ? lines.count + 1 : version.firstLines[range.upperBound]
    inputs.add(first)
    for line in lines[(first - 1)..<max(first - 1, end - 1)] { inputs.add(line) }
    for start in version.version.pageStarts where (first..<max(first, end)).contains(start.line) {
      inputs.add(start.line)
      inputs.add(start.page)
    }
  }

  /// Adds the notes on a block as they are shown: a card may tell of agencies, of other notes and of
  /// other versions, so that what it shows is shorter than all that it depends on.
  private func add(
    notesOn index: Int, of version: EditionVersion, to inputs: inout InputBytes
  ) {
    for catalogue in edition.site.catalogues {
      let scope = PageScope(
        edition: edition, catalogue: catalogue, address: version.address(ofBlock: index))
      let passage = Passage(
        scope: scope, version: version, index: index, topLevel: version.topLevel)
      inputs.add(passage.annotated.bytes)
    }
  }

  private func level(of kind: Block.Kind) -> Int {
    switch kind {
    case .heading(let level): level
    case .item(let depth): depth
    case .paragraph, .row: 0
    }
  }
}
