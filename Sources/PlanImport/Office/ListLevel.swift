internal import PlanModel

/// How one level of a list is numbered.
struct ListLevel {
  /// A piece of the mark that stands before the words.
  enum Piece {
    case sign(Unicode.Scalar)
    /// The number of a level, from 0.
    case number(Int)
  }

  var start = 1
  var format = CountingFormat.decimal
  var mark: [Piece] = []
  /// Whether anything stands between mark and words.
  var isSetOff = true
  /// The level, from 1, behind whose numbers this one begins anew; 0 if it never does, and `nil` if
  /// it does behind each level above.
  var restart: Int?
  /// Whether the numbers of all levels are written in digits.
  var isInDigits = false
  /// The style whose paragraphs stand at this level.
  var style: String?

  /// A mark has so many pieces at most.
  static let longestMark = 64
}

/// What stands before the words of a paragraph in a list.
enum ListMark {
  /// A number as it is shown, with what parts it from the words.
  case number([Unicode.Scalar], depth: Int)
  /// A sign that is the same before each.
  case bullet(depth: Int)

  /// The mark as text, where it is a number.
  var text: [Unicode.Scalar] {
    if case .number(let text, _) = self { text } else { [] }
  }

  /// The depth and the number of an item of an ordered list: digits with a point behind, as Markdown
  /// and HTML number theirs.
  var item: (depth: Int, number: String)? {
    guard case .number(let text, let depth) = self else { return nil }
    let number = text.prefix { !SourceLine.isSpace($0) }
    guard number.last == ".", (2...6).contains(number.count),
      number.dropLast().allSatisfy({ ("0"..."9").contains($0) }), number.first != "0"
    else { return nil }
    return (depth, String(scalars: number))
  }
}
