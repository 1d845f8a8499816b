internal import PlanModel
internal import SiteRendering

/// Writes a site's files, and clears away what an earlier build wrote and this one doesn't.
///
/// A file that holds the right bytes is left as it is, so that whoever copies the site copies what
/// changed. A file whose inputs are those of the last build isn't even rendered, if it still looks as
/// that build left it.
struct SiteWriter: Sendable {
  /// Files that were written or found to be right.
  private struct Written: Sendable {
    var entries: [BuildRecord.Entry] = []
    /// How many of them were written.
    var changed = 0
  }

  private let folder: Folder
  private let renderer: SiteRenderer
  private let record: BuildRecord
  /// The portions, and for each the hash of all that it is made of, if that is known.
  private let portions: [SiteRenderer.Portion]
  private let hashes: [ContentHash?]

  /// Prepares to write a site into a folder.
  ///
  /// - Parameters:
  ///   - renderer: The site.
  ///   - folder: The folder.
  ///   - record: What an earlier build wrote there.
  init(_ renderer: SiteRenderer, into folder: Folder, after record: BuildRecord) {
    self.folder = folder
    self.renderer = renderer
    self.record = record
    portions = renderer.portions
    hashes = Self.hashes(of: portions, by: renderer)
  }

  private static func hashes(
    of portions: [SiteRenderer.Portion], by renderer: SiteRenderer
  ) -> [ContentHash?] {
    let shared = ContentHash(of: renderer.sharedInputs, after: ContentHash(of: ToolIdentity.bytes))
    let own = WorkSharing.atOnce.map(portions.count) { index in
      renderer.inputs(of: portions[index]).map { inputs in
        (hash: ContentHash(of: inputs.bytes, after: shared), portions: inputs.portions)
      }
    }
    var hashes: [SiteRenderer.Portion: ContentHash] = [:]
    for (portion, inputs) in zip(portions, own) { hashes[portion] = inputs?.hash }
    return own.map { inputs in
      guard let inputs, !inputs.portions.isEmpty else { return inputs?.hash }
      let parts = inputs.portions.compactMap { hashes[$0] }
      return parts.count == inputs.portions.count
        ? ContentHash(of: parts.flatMap(\.bytes), after: inputs.hash) : nil
    }
  }

  /// Writes the site; any number of threads share in that.
  ///
  /// - Returns: How many files the site has, and how many of them were written or removed.
  /// - Throws: A `DocumentError` if a file cannot be written; then nothing is removed, and the record
  ///   names the files of both builds.
  func write() throws -> (files: Int, changed: Int, removed: Int) {
    // Work that is shared out does not share out again what it falls into.
    let divisible = portions.indices.filter { portions[$0].isDivisible }
    let others = portions.indices.filter { !portions[$0].isDivisible }
    return try finish(
      divisible.map { index in Result { try write(portion: index, sharing: .atOnce) } }
        + WorkSharing.atOnce.map(others.count) { place in
          Result { try write(portion: others[place], sharing: .inTurn) }
        })
  }

  /// Writes the files of a portion, unless they are there and made of the same.
  private func write(portion index: Int, sharing: WorkSharing) throws -> Written {
    let hash = hashes[index]
    if let entries = hash.flatMap(record.entries(madeOf:)), entries.allSatisfy(isUnchanged) {
      return Written(entries: entries)
    }
    let pages = renderer.pages(of: portions[index], sharing: sharing)
    let results = sharing.map(pages.count) { place in
      Result { try write(pages[place], madeOf: hash) }
    }
    var written = Written()
    for result in results {
      let (entry, isChanged) = try result.get()
      written.entries.append(entry)
      if isChanged { written.changed += 1 }
    }
    return written
  }

  private func write(
    _ page: Page, madeOf hash: ContentHash?
  ) throws -> (entry: BuildRecord.Entry, isChanged: Bool) {
    let isChanged = try folder.write(page.bytes, to: page.path)
    var entry = BuildRecord.Entry(path: page.path)
    if let hash { (entry.inputs, entry.stamp) = (hash, folder.stamp(of: page.path)) }
    return (entry, isChanged)
  }

  /// Whether a file still looks as an earlier build left it.
  private func isUnchanged(_ entry: BuildRecord.Entry) -> Bool {
    entry.stamp.map { $0 == folder.stamp(of: entry.path) } ?? false
  }

  /// Removes the files of an earlier build and records this one, if every portion could be written.
  private func finish(
    _ results: [Result<Written, any Error>]
  ) throws -> (files: Int, changed: Int, removed: Int) {
    var made = BuildRecord()
    var changed = 0
    var paths: Set<String> = []
    var taken: String?
    for case .success(let written) in results {
      made.add(written.entries)
      changed += written.changed
      for entry in written.entries where !paths.insert(entry.path).inserted { taken = entry.path }
    }
    do {
      if let taken {
        throw DocumentError(
          code: "taken-path", "two files of the site would be ‘\(taken)’",
          help: "an exporter's file has the name of a page: give it another fileName")
      }
      for result in results { _ = try result.get() }
    } catch {
      made.add(record.paths.subtracting(made.paths).map { BuildRecord.Entry(path: $0) })
      try? made.write(to: folder)
      throw error
    }
    let stale = record.paths.subtracting(made.paths)
    for path in stale { try? folder.remove(path) }
    try made.write(to: folder)
    return (made.paths.count, changed, stale.count)
  }
}
