import PlanModel

/// What pages are made of, for a build that renders only what has changed.
///
/// Of most portions nobody can say in short what they depend on; they are rendered each time. The
/// chapters, which make up the bulk of a long plan, depend on their own blocks and on what all pages
/// share. Whoever lets a chapter show more has to add it here; a test that compares a build after a
/// change with one from nothing tells if it was forgotten.
extension SiteRenderer {
  /// Everything that all pages depend on: the theme, the interface's words, the site's own.
  public var sharedInputs: [UInt8] {
    let site = edition.site
    var inputs = Inputs()
    for name in TemplateName.allCases { inputs.add(theme.template(name).text) }
    inputs.add([theme.logo, site.title, site.address?.text, site.footer])
    for file in theme.files {
      inputs.add(file.path)
      inputs.add(file.bytes)
    }
    for catalogue in site.catalogues { inputs.add([catalogue.language, catalogue.source]) }
    for version in edition.versions {
      inputs.add([version.name, version.label, version.version.sourceName])
      inputs.add(version.version.sourceLines.isEmpty ? 0 : 1)
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

  /// What a portion depends on besides ``sharedInputs``, and the one file that it makes.
  ///
  /// - Returns: `nil` if that can't be told; then the portion has to be rendered.
  public func inputs(of portion: Portion) -> (path: String, bytes: [UInt8])? {
    guard case .page(let address, let catalogue) = portion.content else { return nil }
    let scope = PageScope(
      edition: edition, catalogue: edition.site.catalogues[catalogue], address: address)
    var inputs = Inputs()
    inputs.add(scope.path)
    switch address {
    case .chapter(let name, let start):
      guard let (version, chapter) = self.chapter(of: name, from: start),
        add(chapter, of: version, to: &inputs)
      else { return nil }
    case .chapterSource(let name, let start):
      guard let (version, chapter) = self.chapter(of: name, from: start),
        add(chapter, of: version, to: &inputs)
      else { return nil }
      let range = version.chapters.ranges[chapter]
      let first = version.firstLines[range.lowerBound]
      let isLast = range.upperBound == version.plan.blocks.count
      let lines = version.version.sourceLines
      let end = isLast ? lines.count + 1 : version.firstLines[range.upperBound]
      inputs.add(first)
      for line in lines[(first - 1)..<max(first - 1, end - 1)] { inputs.add(line) }
    default: return nil
    }
    return (scope.path, inputs.bytes)
  }

  /// Adds a chapter's blocks with their places, and the names of its neighbours.
  ///
  /// - Returns: Whether that is all; a note on a block may depend on anything.
  private func add(_ chapter: Int, of version: EditionVersion, to inputs: inout Inputs) -> Bool {
    let notes = edition.notes(in: version)
    for index in version.chapters.ranges[chapter] {
      guard notes.marks(ofBlock: index).isEmpty else { return false }
      let block = version.plan.blocks[index]
      inputs.add([block.id.rawValue, block.kind.name, block.number, block.text, block.markup])
      inputs.add(level(of: block.kind))
      inputs.add(version.position(of: index).text)
      inputs.add(edition.hasHistory(block.id) ? 1 : 0)
      let lines = version.version.places[block.id]?.lines
      inputs.add(lines?.lowerBound ?? 0)
      inputs.add(lines?.upperBound ?? 0)
    }
    for other in [chapter - 1, chapter + 1] where version.chapters.ranges.indices.contains(other) {
      let start = version.plan.blocks[version.chapters.ranges[other].lowerBound].id
      inputs.add([start.rawValue, version.chapterTitle(other), other < chapter ? "<" : ">"])
    }
    return true
  }

  private func level(of kind: Block.Kind) -> Int {
    switch kind {
    case .heading(let level): level
    case .item(let depth): depth
    case .paragraph, .row: 0
    }
  }
}

/// Values one after another, each with its length, so that no two lists of values read the same.
private struct Inputs {
  var bytes: [UInt8] = []

  mutating func add(_ number: Int) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ values: [UInt8]) {
    add(values.count)
    bytes.append(contentsOf: values)
  }

  /// Texts of which some may be missing.
  mutating func add(_ texts: [String?]) {
    for text in texts {
      if let text { add(text) } else { add(-1) }
    }
  }

  mutating func add(_ value: MetadataValue) {
    switch value {
    case .text(let text): add(text)
    case .list(let values):
      add(values.count)
      for value in values { add(value) }
    case .mapping(let fields):
      add(fields.count)
      for field in fields {
        add(field.key)
        add(field.value)
      }
    }
  }
}
