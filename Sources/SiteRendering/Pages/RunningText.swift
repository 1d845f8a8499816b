/// Some blocks of a version, one after another, with what belongs to them.
struct RunningText {
  let scope: PageScope
  let version: EditionVersion
  let blocks: Range<Int>

  var html: HTML {
    .element(
      .div, [.classes("text"), .language(version.language)],
      children: blocks.map { index in
        Passage(scope: scope, version: version, index: index, topLevel: version.topLevel).html
          + .newline
      })
  }
}
