internal import PlanModel

/// Checks that the numbers of headings, articles and items follow one another.
///
/// A number may begin again at 1 under any heading, or run on through parts as articles and the
/// `（一）` of many papers do; anything else is a gap, a repeat or a disorder, and a person should look:
/// a line may be lost, or a paragraph may have been taken for a heading.
struct NumberingCheck {
  private(set) var diagnostics: [Diagnostic] = []
  private let file: String
  /// The last number of each family, with the line in which it stands.
  private var last: [NumberMark.Scheme: (value: [Int], text: String, section: Int)] = [:]
  /// How many headings, and paragraphs with a mark of their own, stand before.
  private var section = 0
  /// The last numbers of the text around the box that is open.
  private var around: [NumberMark.Scheme: (value: [Int], text: String, section: Int)]?

  /// Checks the blocks of a draft.
  ///
  /// - Parameters:
  ///   - blocks: The blocks in order.
  ///   - boxed: The indices of those that stand in a box, which counts on its own.
  ///   - file: The source's name.
  /// - Returns: A warning for each gap, repeat and disorder.
  static func diagnostics(
    of blocks: [DraftBlock], boxed: Set<Int> = [], file: String
  ) -> [Diagnostic] {
    var check = NumberingCheck(file: file)
    for (index, block) in blocks.enumerated() {
      check.enter(isBoxed: boxed.contains(index) && !block.kind.isHeading)
      check.read(block)
    }
    return check.diagnostics
  }

  private mutating func enter(isBoxed: Bool) {
    if isBoxed, around == nil {
      around = last
      last = [:]
    } else if !isBoxed, let outer = around {
      last = outer
      around = nil
    }
  }

  private init(file: String) { self.file = file }

  private mutating func read(_ block: DraftBlock) {
    guard block.kind != .row else { return }
    let mark: NumberMark?
    if case .item = block.kind, block.number != nil { return }
    if let number = block.number {
      mark = NumberMark(openingOf: number)
    } else {
      mark = NumberMark(openingOf: block.text)
    }
    guard let mark, !mark.value.isEmpty, isChecked(mark, block) else {
      if block.kind.isHeading {
        section += 1
        forget(below: nil)
      }
      return
    }
    compare(mark, at: block.source?.lines.lowerBound ?? 1)
    section += 1
    last[mark.scheme] = (mark.value, mark.text, section)
    forget(below: mark.scheme)
  }

  /// Marks inside running text, such as `第五条` in a sentence that refers to it, open paragraphs too;
  /// only what stands apart from its text counts.
  private func isChecked(_ mark: NumberMark, _ block: DraftBlock) -> Bool {
    switch mark.scheme {
    case .part, .chapter, .section, .box, .annex, .decimal: block.kind.isHeading
    case .article: block.kind.isHeading || mark.length > mark.text.unicodeScalars.count
    case .letter, .circled: false
    case .chineseComma, .chineseParenthesis, .arabicPoint, .arabicParenthesis: true
    }
  }

  private mutating func compare(_ mark: NumberMark, at line: Int) {
    guard let (before, text, section) = last[mark.scheme] else { return }
    let value = mark.value
    if value == before {
      // Under another heading the count begins anew.
      if value == [1], self.section > section { return }
      report("repeat", "\(mark.text) comes twice in succession", line)
    } else if mark.scheme == .decimal || value.count > 1 || before.count > 1 {
      if value.lexicographicallyPrecedes(before), value.last != 1 {
        report("disorder", "\(mark.text) stands behind \(text)", line)
      } else if value.dropLast() == before.dropLast(),
        value[value.count - 1] > before[before.count - 1] + 1
      {
        report("gap", "\(mark.text) follows \(text)", line)
      }
    } else if value[0] > before[0] + 1 {
      report("gap", "\(mark.text) follows \(text)", line)
    } else if value[0] < before[0], value[0] != 1 {
      report("disorder", "\(mark.text) stands behind \(text)", line)
    }
  }

  private mutating func report(_ what: String, _ message: String, _ line: Int) {
    diagnostics.append(
      Diagnostic(
        .warning, code: "numbering-\(what)", message, at: FilePlace(file: file, line: line),
        help: "look whether the source says so; a line may be lost or out of its place"))
  }

  /// The items inside an item count on their own; headings and articles may run on.
  private mutating func forget(below scheme: NumberMark.Scheme?) {
    let rank = scheme.flatMap(Self.order.firstIndex).map { $0 + 1 } ?? Self.order.startIndex
    for inner in Self.order[rank...] { last[inner] = nil }
  }

  /// The families that begin anew under any heading, outermost first; those that may run through
  /// the whole text are no part of it.
  private static let order: [NumberMark.Scheme] = [.arabicPoint, .arabicParenthesis]
}
