internal import Glibc

/// What the widths of lines say of a gap between two of them, as the logarithm of the odds that a
/// paragraph ends there.
///
/// A line that was broken because it was full leaves less room than the next word needs, give or take
/// what the lines of the text differ by; a paragraph's last line may be of any width. A first line
/// leaves the room of the indent that it lost besides. The two are weighed together, so that a line
/// which leaves a little room is believed if the next is a little short.
struct WidthOdds {
  /// The deviation of full lines.
  private let deviation: Double
  private let indent: Double

  /// How much a single measure may say: beyond it the column changed, which happens too.
  private static let limit = 4.0
  /// Lines differ by so much even where they seem not to.
  private static let least = 0.17
  private let prior: Double

  init(_ layout: TextLayout) {
    let share = min(0.92, max(0.4, layout.shareOfEnds * 1.1))
    prior = log(share / (1 - share))
    deviation = max(Self.least, layout.deviation)
    indent = layout.indent
  }

  /// The room that a line leaves in its column, and the next word.
  struct Room {
    var width: Double
    /// By how many em the next word is wider than one Han character.
    var excess: Double
  }

  /// The odds before any line is measured; fewer paragraphs end in a colon or a bracket.
  func prior(isWeak: Bool) -> Double { isWeak ? prior - 1.5 : prior }

  /// The odds that a line is the last of its paragraph.
  func end(_ room: Room, column: Double) -> Double {
    // Any width is as likely as another: one in as many as the column has em.
    let full = max(0, surplus(room))
    let widths = max(1 + room.excess, deviation * 2.5)
    return min(Self.limit, log(widths / max(column, 2 * widths)) + full * full / 2)
  }

  /// The odds that a line is the first of its paragraph.
  func start(_ room: Room) -> Double {
    guard indent > 0, !standsInAnother(room.width) else { return 0 }
    let asFirst = surplus(Room(width: room.width - indent, excess: room.excess))
    let asOther = surplus(room)
    let odds = (asOther * asOther - asFirst * asFirst) / 2
    return max(-Self.limit, min(Self.limit, odds))
  }

  /// The odds that a line is the only one of its paragraph: it has no room for an indent, or any width.
  func only(room: Double) -> Double {
    if standsInAnother(room) { return 0 }
    let missing = max(0, indent - room) / deviation
    return -min(Self.limit, missing * missing / 2)
  }

  /// Whether a line is so much wider than its column that it stands in another one.
  private func standsInAnother(_ room: Double) -> Bool { room < -max(1.5, 3 * deviation) }

  /// By how many deviations a line leaves more room than the next word needs, or is too wide.
  private func surplus(_ room: Room) -> Double {
    let most = 0.5 + room.excess
    if room.width < 0 { return room.width / deviation }
    return max(0, room.width - most) / deviation
  }
}
