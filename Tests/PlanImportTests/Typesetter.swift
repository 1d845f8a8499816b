import Fuzzing
import PlanModel

/// Sets blocks as a newspaper does, in columns of some width: the inverse of the import.
struct Typesetter {
  private var random: SplitMix64
  /// The widths of the columns in em, used one after another.
  var widths: [Int]
  /// By how many em a line may be squeezed or stretched.
  var slack: Int
  /// Quarters of the column that titles take, being set in larger type.
  var titleQuarters = 3
  /// Whether blank lines stand between blocks.
  var hasBlankLines: Bool
  /// Whether the first line of a section stands with its heading, with a blank line behind it.
  var detachesFirstLines: Bool

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    widths = [Int.random(in: 14...32, using: &random), Int.random(in: 16...24, using: &random)]
    slack = Int.random(in: 0...1, using: &random)
    hasBlankLines = Bool.random(using: &random)
    detachesFirstLines = hasBlankLines && Bool.random(using: &random)
  }

  mutating func page(of blocks: [DraftBlock]) -> String {
    var lines: [String] = ["2021 年 3 月 4 日 星期四", "", "要 闻"]
    var column = 0
    for (index, block) in blocks.enumerated() {
      if index.isMultiple(of: 9) { column += 1 }
      let width = widths[column % widths.count]
      let isHeading = block.kind.isHeading
      let text = isHeading ? "\(block.number ?? "") \(block.text)" : block.text
      let previous = index > 0 ? blocks[index - 1].kind : nil
      let underHeading = previous?.isHeading ?? false
      if hasBlankLines, index > 0, !underHeading || previous == .heading(level: 1) {
        lines.append("")
      }
      let set = broken(
        text, width: isHeading ? width * titleQuarters / 4 : width, indent: isHeading ? 0 : 2)
      if detachesFirstLines, previous == .heading(level: 2), set.count > 1 {
        lines.append(set[0])
        lines.append("")
        lines.append(contentsOf: set.dropFirst())
      } else {
        lines.append(contentsOf: set)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Breaks a text into lines: no closing punctuation at the start of a line, no opening one at its
  /// end, no break inside a word of letters and digits.
  private mutating func broken(_ text: String, width: Int, indent: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var room = Double(width - indent)
    for unit in units(of: text) {
      let size = unit.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) }
      if size > room, !line.isEmpty {
        lines.append(line)
        line = ""
        room = Double(width) + Double(slack) * Double(Int.random(in: -1...1, using: &random)) / 2
      }
      line += unit
      room -= size
    }
    return lines + [line]
  }

  private func units(of text: String) -> [String] {
    var units: [String] = []
    var opens = false
    for character in text {
      let closes = "，。、；：！？）”》’".contains(character)
      let isWord = character.isASCII && units.last?.last?.isASCII == true
      if !units.isEmpty, closes || opens || isWord {
        units[units.count - 1].append(character)
      } else {
        units.append(String(character))
      }
      opens = "（“《‘".contains(character)
    }
    return units
  }
}
