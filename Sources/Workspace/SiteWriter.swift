internal import PlanModel
internal import SiteRendering

/// Writes a site's files, and clears away what an earlier build wrote and this one doesn't.
///
/// A file that holds the right bytes is left as it is, so that whoever copies the site copies what
/// changed. The names of the files stand in a list beside them: what isn't in it is none of ours.
struct SiteWriter: Sendable {
  /// Files that were written or found to be right.
  struct Written: Sendable {
    var paths: [String] = []
    /// How many of them were written.
    var changed = 0
  }

  let folder: Folder

  /// The names of the files that a build wrote, so that the next one knows its own.
  static let listFile = ".variorum-files"

  /// Writes some files; any number of threads may do so at once.
  ///
  /// - Throws: A `DocumentError` if one cannot be written.
  func write(_ pages: [Page]) throws -> Written {
    var written = Written()
    for page in pages {
      if try folder.write(page.bytes, to: page.path) { written.changed += 1 }
      written.paths.append(page.path)
    }
    return written
  }

  /// Removes the files of an earlier build and writes the new list.
  ///
  /// - Parameter results: What became of the whole site.
  /// - Returns: How many files the site has, and how many of them were written or removed.
  /// - Throws: The first error among the results; then nothing is removed, and the list names the
  ///   files of both builds.
  func finish(
    _ results: [Result<Written, any Error>]
  ) throws -> (files: Int, changed: Int, removed: Int) {
    let listed = (try? folder.text(Self.listFile))?.split(separator: "\n").map(String.init) ?? []
    var paths: Set<String> = []
    var changed = 0
    for case .success(let written) in results {
      paths.formUnion(written.paths)
      changed += written.changed
    }
    do {
      for result in results { _ = try result.get() }
    } catch {
      try? list(paths.union(listed))
      throw error
    }
    let stale = listed.filter { !paths.contains($0) }
    for path in stale { try? folder.remove(path) }
    try list(paths)
    return (paths.count, changed, stale.count)
  }

  private func list(_ paths: Set<String>) throws {
    let sorted = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    try folder.write(Array((sorted.joined(separator: "\n") + "\n").utf8), to: Self.listFile)
  }
}
