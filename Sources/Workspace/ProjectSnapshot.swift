internal import Foundation

/// What a project's files looked like at one moment: enough to see that one of them has changed.
public struct ProjectSnapshot: Sendable, Hashable {
  private struct File: Hashable, Comparable {
    var path: String
    var size: Int
    var modified: Double

    static func < (left: Self, right: Self) -> Bool {
      left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }
  }

  private let files: [File]

  /// Looks at every file from which the project's site is made.
  ///
  /// - Parameters:
  ///   - project: The project.
  ///   - output: The folder of the built site, which is no source of it.
  /// - Complexity: One look at each file's attributes; no file is read.
  public init(of project: Project, except output: Folder) {
    let built = URL(filePath: output.path).standardizedFileURL.path()
    files = ["Site", Project.annotationFolder].flatMap { name -> [File] in
      let root = URL(filePath: project.folder.shown(name), directoryHint: .isDirectory)
      let keys: [URLResourceKey] = [.fileSizeKey, .contentModificationDateKey, .isDirectoryKey]
      guard
        let walk = FileManager.default.enumerator(
          at: root, includingPropertiesForKeys: keys, options: [.skipsHiddenFiles])
      else { return [] }
      var found: [File] = []
      for case let place as URL in walk {
        let path = place.standardizedFileURL.path()
        if path == built || path + "/" == built || path == built + "/" {
          walk.skipDescendants()
          continue
        }
        guard let values = try? place.resourceValues(forKeys: Set(keys)),
          values.isDirectory != true
        else { continue }
        found.append(
          File(
            path: path, size: values.fileSize ?? 0,
            modified: values.contentModificationDate?.timeIntervalSince1970 ?? 0))
      }
      return found
    }.sorted()
  }
}
