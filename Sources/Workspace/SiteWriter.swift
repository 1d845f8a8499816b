internal import PlanModel
internal import SiteRendering

/// Writes a site's files, and clears away what an earlier build wrote and this one doesn't.
///
/// A file that holds the right bytes is left as it is, so that whoever copies the site copies what
/// changed. A file whose inputs are those of the last build isn't even rendered, if it still looks as
/// that build left it.
struct SiteWriter: Sendable {
  /// Files that were written or found to be right.
  struct Written: Sendable {
    var entries: [BuildRecord.Entry] = []
    /// How many of them were written.
    var changed = 0
  }

  private let folder: Folder
  private let renderer: SiteRenderer
  private let record: BuildRecord
  private let shared: ContentHash

  /// Prepares to write a site into a folder.
  init(_ renderer: SiteRenderer, into folder: Folder) {
    self.folder = folder
    self.renderer = renderer
    record = BuildRecord(in: folder)
    shared = ContentHash(of: renderer.sharedInputs, after: ContentHash(of: ToolIdentity.bytes))
  }

  /// Writes the files of a portion; any number of threads may do so at once.
  ///
  /// - Throws: A `DocumentError` if one cannot be written.
  func write(_ portion: SiteRenderer.Portion) throws -> Written {
    let inputs = renderer.inputs(of: portion)
    let hash = inputs.map { ContentHash(of: $0.bytes, after: shared) }
    if let inputs, let hash, let entry = record.entry(of: inputs.path, made: hash),
      let stamp = entry.stamp, folder.stamp(of: inputs.path) == stamp
    {
      return Written(entries: [entry])
    }
    var written = Written()
    for page in renderer.pages(of: portion) {
      if try folder.write(page.bytes, to: page.path) { written.changed += 1 }
      var entry = BuildRecord.Entry(path: page.path)
      if let inputs, inputs.path == page.path {
        entry.inputs = hash
        entry.stamp = folder.stamp(of: page.path)
      }
      written.entries.append(entry)
    }
    return written
  }

  /// Removes the files of an earlier build and records this one.
  ///
  /// - Parameter results: What became of the whole site.
  /// - Returns: How many files the site has, and how many of them were written or removed.
  /// - Throws: The first error among the results; then nothing is removed, and the record names the
  ///   files of both builds.
  func finish(
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
