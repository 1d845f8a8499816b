/// Links to the files that hold the notes for other programs.
struct FileLinks {
  let scope: PageScope

  var html: HTML {
    let files = scope.edition.site.files
    guard !files.isEmpty else { return .empty }
    return .element(
      .p, [.classes("file")], scope.words(.asFiles), " ",
      .sequence(
        files.map { file in
          .element(.a, [.href(scope.reference(toFile: file.path))], .text(file.path))
        }, separator: " · "))
  }
}
