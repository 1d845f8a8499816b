import PlanModel

/// Something that a search finds: a block, as it stands in some versions, or a note.
///
/// It holds no text; an ``Edition`` has what it says.
enum SearchEntry: Sendable {
  /// A block as it stands in a version: first the one that readers are led to, then the newest; and
  /// where else it stands so.
  case block(BlockPlace, further: [BlockPlace])
  /// A note, by its place in the site's list.
  case note(Int)

  /// Where a block stands.
  struct BlockPlace: Sendable {
    /// The version, by its index.
    var version: Int
    /// The block, by its index.
    var block: Int
  }

  /// What it is; the numbers stand in the index.
  enum Kind: Int {
    case heading
    case paragraph
    case note
  }
}

extension Edition {
  /// Everything that is searched, what weighs most first: the headings, the notes, the paragraphs;
  /// each as they stand in the version that readers are led to, then what the other versions have
  /// otherwise.
  var searchEntries: [SearchEntry] {
    var headings: [SearchEntry] = []
    var paragraphs: [SearchEntry] = []
    for entry in blockEntries {
      if kind(of: entry) == .heading { headings.append(entry) } else { paragraphs.append(entry) }
    }
    return headings + site.notes.indices.map { .note($0) } + paragraphs
  }

  private var blockEntries: [SearchEntry] {
    let ranked = versionsByRank
    var entries: [SearchEntry] = []
    // The entry of each block of the versions gone through.
    var entryOfBlock = [[Int]](repeating: [], count: versions.count)
    for (rank, version) in ranked.enumerated() {
      for (index, block) in versions[version].plan.blocks.enumerated() {
        let place = SearchEntry.BlockPlace(version: version, block: index)
        if let known = self.place(saying: block, in: ranked[..<rank]),
          case let entry = entryOfBlock[known.version][known.block],
          case .block(let first, let further) = entries[entry]
        {
          entries[entry] = .block(first, further: further + [place])
          entryOfBlock[version].append(entry)
        } else {
          entryOfBlock[version].append(entries.count)
          entries.append(.block(place, further: []))
        }
      }
    }
    return entries
  }

  /// Where a block stands with the same words in one of some versions.
  private func place(
    saying block: Block, in versions: ArraySlice<Int>
  ) -> SearchEntry.BlockPlace? {
    for version in versions {
      if let index = self.versions[version].index(of: block.id),
        self.versions[version].plan.blocks[index].heading.utf8.elementsEqual(block.heading.utf8)
      {
        return SearchEntry.BlockPlace(version: version, block: index)
      }
    }
    return nil
  }

  /// The version that readers are led to, then the others, the newest first.
  private var versionsByRank: [Int] {
    let first = versions.indices.filter { versions[$0].name == principal.name }
    return first + versions.indices.reversed().filter { versions[$0].name != principal.name }
  }
}

/// What is said of an entry.
extension Edition {
  func kind(of entry: SearchEntry) -> SearchEntry.Kind {
    guard case .block(let place, _) = entry else { return .note }
    return versions[place.version].plan.blocks[place.block].kind.isHeading ? .heading : .paragraph
  }

  /// What is searched.
  func text(of entry: SearchEntry) -> String {
    switch entry {
    case .block(let place, _): return versions[place.version].plan.blocks[place.block].heading
    case .note(let index):
      let note = site.notes[index]
      let words = [note.quote, note.text] + note.parts.map(\.name) + [note.deadline?.words ?? ""]
      return words.filter { !$0.isEmpty }.joined(separator: "\n")
    }
  }

  /// What its place in a page is called: the block's identifier or the note's.
  func target(of entry: SearchEntry) -> String {
    switch entry {
    case .block(let place, _): versions[place.version].plan.blocks[place.block].id.rawValue
    case .note(let index): site.notes[index].id
    }
  }

  /// Where it stands, in words.
  func label(of entry: SearchEntry) -> String {
    switch entry {
    case .block(let place, _):
      return versions[place.version].position(of: place.block).text
    case .note(let index):
      let note = site.notes[index]
      guard let version = self.places(of: note).first else { return "" }
      let placement = note.placements.first { $0.version == versions[version].name }
      let block = placement?.passages.first.flatMap { versions[version].index(of: $0.block) }
      return block.map { versions[version].position(of: $0).text } ?? ""
    }
  }

  /// The versions in which it stands so, by index; for a note those in which it has a place.
  func versions(of entry: SearchEntry) -> [Int] {
    switch entry {
    case .block(let place, let further): [place.version] + further.map(\.version)
    case .note(let index): places(of: site.notes[index])
    }
  }

  /// For each version of a block the name of the chapter's page, empty if it stands on the version's
  /// own; none if all do.
  func chapters(of entry: SearchEntry) -> [String] {
    guard case .block(let place, let further) = entry else { return [] }
    let names = ([place] + further).map { place -> String in
      let address = versions[place.version].address(ofBlock: place.block)
      guard case .chapter(_, let start) = address else { return "" }
      return start.rawValue
    }
    return names.allSatisfy(\.isEmpty) ? [] : names
  }

  /// The versions in which a note has a place.
  private func places(of note: Site.Note) -> [Int] {
    versionsByRank.filter { index in
      note.placements.contains {
        $0.version == versions[index].name && $0.outcome == .attached
      }
    }
  }
}
