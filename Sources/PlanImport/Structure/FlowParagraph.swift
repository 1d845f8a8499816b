internal import PlanModel

/// A paragraph of a source that sets its paragraphs apart, such as a web page, with what its
/// typography says of it.
struct FlowParagraph {
  /// What the source's markup says it is.
  enum Form: Equatable {
    case paragraph
    case item(depth: Int, number: String?)
    case row
  }

  var form = Form.paragraph
  /// The words on one line, normalised in their spaces.
  var text: [Unicode.Scalar]
  /// The text as Markdown, where it is more than the words.
  var markup: String?
  /// The heading level that the markup gives.
  var tag: Int?
  /// Whether the markup gives others the same heading level, so that it is no title of the whole.
  var isOneOfSeveral = false
  /// Whether the markup names the line a title, without giving it a level.
  var isNamedTitle = false
  var isCentred = false
  var isAtEnd = false
  /// What the paragraph is if it is no heading: an item whose number opens ``text``.
  var item: (depth: Int, number: String, text: [Unicode.Scalar])?
  /// Whether it goes on in an item that another paragraph opened.
  var goesOnInItem = false
  /// Whether all of the words are bold.
  var isBold = false
  /// Whether an empty paragraph stands before it.
  var followsGap = false
  /// The number of the element in which it stands: two lines of one element have a line break
  /// between them.
  var element = 0
  /// The table around it that only lays out the page, the innermost of several.
  var table: Int?
  var source: SourcePlace?

  /// The text as a string.
  var string: String { String(scalars: text) }

  /// Whether it is a number mark and nothing else.
  var isBareMark: Bool { NumberMark(openingOf: text.prefix(40))?.length == text.count }

  /// Notes the rule by which it is a block of its own.
  mutating func begin(by rule: LineDecision.Rule) {
    guard let line = source?.lines.lowerBound else { return }
    source?.reasons.removeAll { !$0.rule.isJoin }
    source?.reasons.insert(SourcePlace.Reason(line: line, rule: rule), at: 0)
  }

  /// Takes the number from the text of an item, so that it is one for certain.
  mutating func becomeItem() {
    guard let item else { return }
    form = .item(depth: item.depth, number: item.number)
    text = item.text
    self.item = nil
  }
}

extension [FlowParagraph] {
  /// Marks the paragraphs whose heading level others have too.
  ///
  /// - Parameter level: The highest level that is looked at.
  mutating func markRepeatedTags(from level: Int = 1) {
    var tags: [Int: Int] = [:]
    for paragraph in self { if let tag = paragraph.tag { tags[tag, default: 0] += 1 } }
    for index in indices {
      self[index].isOneOfSeveral = self[index].tag.map { $0 >= level && tags[$0] != 1 } ?? false
    }
  }
}

extension SpaceRule {
  /// A line with its white space normalised; the space behind the mark of a chapter or an article
  /// (`第一条　`) stays, since it separates the two in print too.
  func normalized(_ line: some Collection<Unicode.Scalar>) -> [Unicode.Scalar] {
    let scalars = Array(line)
    guard let start = scalars.firstIndex(where: { !SourceLine.isSpace($0) }),
      let last = scalars.lastIndex(where: { !SourceLine.isSpace($0) })
    else { return [] }
    let text = scalars[start...last]
    guard text.contains(where: SourceLine.isSpace) else { return Array(text) }
    let mark = NumberMark(openingOf: text.prefix(40))
    let markEnd = mark.flatMap { mark -> Int? in
      switch mark.scheme {
      case .part, .chapter, .section, .article: start + mark.text.unicodeScalars.count
      default: nil
      }
    }
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.count)
    var index = start
    while index <= last {
      guard SourceLine.isSpace(text[index]) else {
        result.append(text[index])
        index += 1
        continue
      }
      let run = index
      while index <= last, SourceLine.isSpace(text[index]) { index += 1 }
      if run == markEnd {
        result.append(Self.separator(text[run]))
      } else {
        result.append(contentsOf: replacement(for: run..<index, in: text).unicodeScalars)
      }
    }
    return result
  }
}
