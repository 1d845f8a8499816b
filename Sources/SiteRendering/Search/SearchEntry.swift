import PlanModel

/// Something that a search finds: a block, as it stands in some versions, or a note.
struct SearchEntry {
  /// What it is; the numbers stand in the index.
  enum Kind: Int {
    case heading
    case paragraph
    case note
  }

  var kind: Kind
  /// The versions in which it stands so, by index: first the one that readers are led to, then the
  /// newest; for a note those in which it has a place.
  var versions: [Int]
  /// For each of ``versions`` the name of the chapter's page; empty if it stands on the version's own.
  var chapters: [String]
  /// What its place in a page is called: the block's identifier or the note's.
  var target: String
  /// Where it stands, in words.
  var label: String
  /// What is searched.
  var text: String
}

extension Edition {
  /// Everything that is searched, what weighs most first: the headings, the notes, the paragraphs;
  /// each as they stand in the version that readers are led to, then what the other versions have
  /// otherwise.
  var searchEntries: [SearchEntry] {
    let blocks = blockEntries
    return blocks.filter { $0.kind == .heading } + site.notes.map(entry)
      + blocks.filter { $0.kind != .heading }
  }

  private var blockEntries: [SearchEntry] {
    var entries: [SearchEntry] = []
    // The entries of each block, by what it says.
    var known: [BlockID: [Int]] = [:]
    for index in versionsByRank {
      let version = versions[index]
      for (place, block) in version.plan.blocks.enumerated() {
        let text = block.heading
        if let entry = known[block.id]?.first(where: {
          entries[$0].text.utf8.elementsEqual(text.utf8)
        }) {
          entries[entry].versions.append(index)
          entries[entry].chapters.append(version.chapter(ofBlock: place))
          continue
        }
        known[block.id, default: []].append(entries.count)
        entries.append(
          SearchEntry(
            kind: block.kind.isHeading ? .heading : .paragraph, versions: [index],
            chapters: [version.chapter(ofBlock: place)], target: block.id.rawValue,
            label: version.position(of: place).text,
            text: text))
      }
    }
    return entries
  }

  /// The version that readers are led to, then the others, the newest first.
  private var versionsByRank: [Int] {
    let first = versions.indices.filter { versions[$0].name == principal.name }
    return first + versions.indices.reversed().filter { versions[$0].name != principal.name }
  }

  private func entry(of note: Site.Note) -> SearchEntry {
    let places = versionsByRank.filter { index in
      note.placements.contains {
        $0.version == versions[index].name && $0.outcome == .attached
      }
    }
    let label = places.first.flatMap { index -> String? in
      let placement = note.placements.first { $0.version == versions[index].name }
      let block = placement?.passages.first.flatMap { versions[index].index(of: $0.block) }
      return block.map { versions[index].position(of: $0).text }
    }
    let words = [note.quote, note.text] + note.parts.map(\.name) + [note.deadline?.words ?? ""]
    return SearchEntry(
      kind: .note, versions: places, chapters: [], target: note.id, label: label ?? "",
      text: words.filter { !$0.isEmpty }.joined(separator: "\n"))
  }
}

extension EditionVersion {
  /// The name of a block's chapter's page; empty if the block stands on the version's own page.
  fileprivate func chapter(ofBlock index: Int) -> String {
    guard case .chapter(_, let start) = address(ofBlock: index) else { return "" }
    return start.rawValue
  }
}
