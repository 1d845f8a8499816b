import PlanMarkdown
import PlanModel

/// The words of some blocks, joined as spans of changes count them, with the styles of their markup.
///
/// Links stay plain words here: where texts are compared, a link leads to the place of a change.
struct StyledText {
  /// The words, a line feed between two blocks.
  let scalars: [Unicode.Scalar]
  private let styles: [InlineStyle]
  /// Stretches under the same styles; none if nothing is styled.
  private let runs: [MarkedRun]

  init(_ blocks: some Collection<Block>) {
    var scalars: [Unicode.Scalar] = []
    var styles: [(style: InlineStyle, range: Range<Int>)] = []
    for (place, block) in blocks.enumerated() {
      if place > 0 { scalars.append("\n") }
      for (style, range) in block.styles where !style.isLink {
        styles.append(
          (style, range.lowerBound + scalars.count..<range.upperBound + scalars.count))
      }
      scalars += block.text.unicodeScalars
    }
    self.scalars = scalars
    self.styles = styles.map(\.style)
    runs = styles.isEmpty ? [] : markedRuns(count: scalars.count, ranges: styles.map(\.range))
  }

  /// No words.
  static let empty = StyledText([])

  /// All of the words.
  var html: HTML { html(of: scalars.indices) }

  /// A stretch of the words.
  func html(of range: Range<Int>) -> HTML {
    guard !runs.isEmpty else { return .text(scalars[range]) }
    return .sequence(
      runs.compactMap { run in
        let part = run.range.clamped(to: range)
        guard !part.isEmpty else { return nil }
        return run.marks.reduce(.text(scalars[part])) { $0.styled(styles[$1]) }
      })
  }

  /// The paragraphs of a stretch, and parts of paragraphs at its ends.
  func paragraphs(of range: Range<Int>) -> [HTML] {
    scalars[range].split(separator: "\n", omittingEmptySubsequences: false).map {
      html(of: $0.startIndex..<$0.endIndex)
    }
  }
}

extension Block {
  /// The number mark and the words with their styles, as a person would write them on one line.
  var styledHeading: HTML {
    let words: HTML = markup == nil ? .text(text) : StyledText(CollectionOfOne(self)).html
    guard let number else { return words }
    return .text(text.isEmpty ? number : number + " ") + words
  }
}

extension HTML {
  /// The words in the element of a style; a link is made elsewhere.
  func styled(_ style: InlineStyle) -> HTML {
    switch style {
    case .emphasis: .element(.em, [], self)
    case .strong: .element(.strong, [], self)
    case .code: .element(.code, [], self)
    case .link: self
    }
  }
}

extension InlineStyle {
  fileprivate var isLink: Bool { if case .link = self { true } else { false } }
}
