internal import PlanModel

/// What a web page sets around its text, where the whole page was copied as plain text: what its
/// catalogue says of the paper above, buttons and credits at both ends.
struct CopiedPage {
  /// The role of each line, `nil` for the text.
  private(set) var roles: [Furniture.Role?]
  /// What the catalogue says.
  private(set) var catalogue = PageCatalogue()

  /// So many lines are looked at before the first sentence and behind the last.
  private static let reach = 24

  /// Looks at the lines of a text before its first sentence, and at those behind its last.
  init(_ lines: [SourceLine], in source: SourceText) {
    func isSentence(_ index: Int) -> Bool { source.scalars[lines[index].content].contains("。") }
    roles = [Furniture.Role?](repeating: nil, count: lines.count)
    let head = lines.indices.prefix(Self.reach).prefix { !isSentence($0) }
    let tail = lines.indices.dropFirst(head.count).suffix(Self.reach).reversed()
      .prefix { !isSentence($0) }
    for index in head where catalogue.read(Self.cells(lines[index], in: source)) {
      roles[index] = .catalogue
    }
    for index in Array(head) + tail where roles[index] == nil {
      if PageFurniture.isCopied(source.scalars[lines[index].content]) { roles[index] = .navigation }
    }
  }

  /// The parts of a line between tabs, or between the wide spaces of several fields; a label may be
  /// letter-spaced.
  private static func cells(_ line: SourceLine, in source: SourceText) -> [[Unicode.Scalar]] {
    let scalars = source.scalars[line.content]
    guard scalars.count <= 400 else { return [] }
    return scalars.split(separator: "\t").map(Array.init)
  }
}
