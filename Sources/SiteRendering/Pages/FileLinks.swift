/// Links to the files that hold what a page shows for other programs.
struct FileLinks {
  let scope: PageScope

  var html: HTML {
    let files = paths
    guard !files.isEmpty, !scope.isStandalone else { return .empty }
    return .element(
      .p, [.classes("file")], scope.words(.asFiles), " ",
      .sequence(
        files.map { path in
          let name = path.split(separator: "/").last.map(String.init) ?? path
          return .element(.a, [.href(scope.reference(toFile: path))], .text(name))
        }, separator: " · "))
  }

  private var paths: [String] {
    let exported = scope.edition.site.files.map(\.path)
    return switch scope.address {
    // What exporters write is about all notes.
    case .notes, .deadlines: exported + scope.address.data.map(\.path)
    default: scope.address.data.map(\.path)
    }
  }
}
