internal import PlanModel

/// Reads the documents of a book in their order, and says which it could not.
struct BookDocuments {
  private(set) var read: [BookDocument] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let file: String
  private var setAside: [String] = []

  init(file: String) { self.file = file }

  /// Reads what a package names.
  mutating func read(
    _ package: BookPackage, from archive: inout ArchivePackage
  ) throws(ImportError) {
    var seen: Set<String> = []
    for (index, item) in package.spine.enumerated() {
      guard let item else {
        add(.warning, "missing-document", "document \(index + 1) of the book is not in its list")
        continue
      }
      if seen.insert(item.reference).inserted { try read(item, from: &archive) }
    }
    if !setAside.isEmpty {
      add(
        .note, "set-aside",
        "contents tables, covers and title pages are no text: " + Self.list(setAside))
    }
    let others = package.others.filter { !seen.contains($0.reference) }
    if !others.isEmpty {
      add(
        .warning, "outside-order",
        "the book has documents that its order of reading leaves out, and that are not read: "
          + Self.list(others.map(\.reference)),
        help: "import them for themselves if they belong to the plan")
    }
  }

  private mutating func read(
    _ item: BookPackage.Item, from archive: inout ArchivePackage
  ) throws(ImportError) {
    guard let path = item.path, let bytes = try archive.part(path) else {
      add(
        .warning, "missing-document", "the archive has no \(item.reference), which the book names",
        help: "look for a whole copy of the book")
      return
    }
    guard item.isText else {
      add(
        .warning, "unread-document",
        "\(item.reference) is no document of text (\(item.mediaType)), and is not read")
      return
    }
    if bytes.allSatisfy({ $0 <= 0x20 }) { return }
    let document = try BookDocument(bytes, at: path, roles: item.roles, file: file)
    if document.role != nil { setAside.append(item.reference) }
    read.append(document)
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(8).joined(separator: ", ")
      + (names.count > 8 ? " and \(names.count - 8) more" : "")
  }

  private mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(severity, code: code, message, at: FilePlace(file: file), help: help))
  }
}
