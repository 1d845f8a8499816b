/// What a build wrote: the names of its files and, for those that the next build need not render if
/// nothing has changed, of what they were made.
///
/// It stands beside the files. What isn't in it is none of ours; if it is lost or faulty, the next
/// build renders everything, and that is all.
struct BuildRecord: Sendable {
  /// A file of the site.
  struct Entry: Sendable {
    var path: String
    /// The hash of everything that decides its bytes, if that is known.
    var inputs: ContentHash?
    /// How it looked when it was written.
    var stamp: String?
  }

  private var entries: [String: Entry] = [:]
  /// The files that were made of the same, by its hash.
  private var pathsByInputs: [ContentHash: [String]] = [:]

  /// The record's name in the site's folder.
  static let file = ".variorum-files"

  /// A build that wrote nothing.
  init() {}

  /// The record of the last build into a folder; empty if there is none.
  init(in folder: Folder) {
    guard let text = try? folder.text(Self.file) else { return }
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      var entry = Entry(path: fields[0])
      if fields.count == 3 {
        entry.inputs = ContentHash(hexadecimal: fields[1])
        entry.stamp = fields[2]
      }
      entries[entry.path] = entry
      if let inputs = entry.inputs { pathsByInputs[inputs, default: []].append(entry.path) }
    }
  }

  /// The names of the files.
  var paths: Set<String> { Set(entries.keys) }

  /// The files that were made of what has this hash; `nil` if none were.
  func entries(madeOf inputs: ContentHash) -> [Entry]? {
    pathsByInputs[inputs].map { $0.compactMap { entries[$0] } }
  }

  mutating func add(_ entries: [Entry]) {
    for entry in entries { self.entries[entry.path] = entry }
  }

  /// Writes the record, sorted by the files' names.
  ///
  /// - Throws: A `DocumentError` if it cannot be written.
  func write(to folder: Folder) throws {
    let sorted = entries.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var text = ""
    for entry in sorted {
      text += entry.path
      if let inputs = entry.inputs, let stamp = entry.stamp {
        text += "\t\(inputs.hexadecimal)\t\(stamp)"
      }
      text += "\n"
    }
    try folder.write(Array(text.utf8), to: Self.file)
  }
}
