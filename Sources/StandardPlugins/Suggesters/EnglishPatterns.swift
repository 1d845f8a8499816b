/// The patterns by which duties and times are found in English.
///
/// Regular expressions aren't Sendable and are costly to make, so they are made once for a plan.
struct EnglishPatterns {
  /// What a sentence must have for a pattern to fit: found by one pass over its bytes, where a
  /// pattern would try at every character.
  struct Clues {
    /// Whether it may hold a duty.
    var duty = false
    /// Whether it may hold a year.
    var year = false
    /// Whether it may hold a span of time.
    var span = false
    /// Whether it may hold an amount.
    var amount = false

    var isAny: Bool { duty || year || span || amount }

    init(in sentence: String) {
      var digits = 0
      let bytes = Array(sentence.utf8)
      for (place, byte) in bytes.enumerated() {
        digits = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? digits + 1 : 0
        if digits == 4 { year = true }
        if digits > 0 { amount = true }
        func follows(_ word: StaticString) -> Bool {
          unsafe bytes[place...].starts(
            with: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
        }
        switch byte {
        case UInt8(ascii: "s") where follows("shall"), UInt8(ascii: "m") where follows("must"),
          UInt8(ascii: "r") where follows("responsible"):
          duty = true
        case UInt8(ascii: "i") where follows("ithin "): span = true
        default: break
        }
      }
    }
  }

  let duty =
    /\b[Tt]he ((?:[A-Z][A-Za-z\-]+(?: (?:of|for|and|the|on) | ))*(?:Agency|Agencies|Authority|Authorities|Board|Commission|Commissioner|Committee|Council|Court|Department|Director|Government|Inspectorate|Minister|Ministry|Office|Registrar|Secretary|Tribunal|Member States?)(?: (?:of|for|on)(?: the)?(?: [A-Z][A-Za-z\-]+(?: and)?)+)?) (?:shall|must|is responsible for|are responsible for)\b/
    .matchingSemantics(.unicodeScalar)
  let day =
    /\b([Bb]y|[Bb]efore|[Nn]o later than|[Nn]ot later than|[Uu]ntil) (?:the end of )?(?:(\d{1,2}) )?(January|February|March|April|May|June|July|August|September|October|November|December) ((?:19|20|21)\d\d)\b/
    .matchingSemantics(.unicodeScalar)
  let year =
    /\b[Bb]y (the end of )?((?:19|20|21)\d\d)\b/.matchingSemantics(.unicodeScalar)
  let span =
    /\b[Ww]ithin (\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (day|week|month|year)s?\b/
    .matchingSemantics(.unicodeScalar)

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The last day that words such as `by 31 December 2025` or `before March 2025` leave.
  ///
  /// - Parameters:
  ///   - day: The day, where one is named.
  ///   - name: The month's name.
  ///   - digits: The year.
  ///   - isBefore: Whether the month that is named, where no day is, is no longer meant. A day that is
  ///     named stands as it is: `before 1 March` is kept as the day of the words.
  /// - Returns: `nil` if there is no such day.
  static func day(
    _ day: Int?, of name: Substring, in digits: Substring, isBefore: Bool
  ) -> String? {
    guard var month = months.firstIndex(where: { $0 == name }), var year = Int(digits) else {
      return nil
    }
    if isBefore, day == nil { (month, year) = month == 0 ? (11, year - 1) : (month - 1, year) }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month]).contains(day ?? 1) else { return nil }
    return "\(year)-\(padded(month + 1))-\(padded(day ?? lengths[month]))"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
