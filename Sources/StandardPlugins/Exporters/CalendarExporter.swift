internal import Annotations
internal import PlanModel
public import PluginKit

/// Writes the notes that are due on some day as a calendar (iCalendar, RFC 5545).
///
/// A time that is no day stands on its last day, and the entry says how exact the words are: `到2025年`
/// is a year. Entries are named by their notes, so that a calendar that is read again changes and
/// does not double; they are dated by the version, and no clock is read.
public struct CalendarExporter: Exporter {
  /// The exporter's name.
  public let name = "calendar"
  /// The word for the form.
  public let format = "ics"
  /// What the file is called.
  public let fileName = "deadlines.ics"
  /// What it is.
  public let mediaType = "text/calendar; charset=utf-8"

  /// Creates an exporter.
  public init() {}

  /// The calendar; one without entries if nothing is due.
  public func bytes(of register: NoteRegister) -> [UInt8] {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Variorum//Variorum//EN"]
    lines.append("X-WR-CALNAME:" + Self.escaped(register.title))
    let stamp = CalendarDay(String(register.version.prefix(10)))
    for entry in register.entries where entry.placement?.outcome != .orphaned {
      for (key, date) in entry.note.dates {
        guard let day = date.lastDay else { continue }
        lines += event(entry, register, key: key, date, on: day, stamp)
      }
    }
    lines.append("END:VCALENDAR")
    return lines.flatMap(Self.folded)
  }

  private func event(
    _ entry: NoteRegister.Entry, _ register: NoteRegister, key: String, _ date: DateExpression,
    on day: CalendarDay, _ stamp: CalendarDay?
  ) -> [String] {
    let note = entry.note
    let words = (entry.placement?.quote ?? note.target.quote)
    let summary = String(String.UnicodeScalarView(words.unicodeScalars.prefix(60)))
    let agencies = note.agencies.map { "\($0.role): \($0.reference.name)" }
    var description = agencies
    description.append(
      "\(date.kind.rawValue) \(date.value ?? "")" + (date.words.map { " (\($0))" } ?? ""))
    if let precision = date.precision, precision != .day {
      description.append("precision: \(precision.rawValue)")
    }
    description.append(words)
    return [
      "BEGIN:VEVENT", "UID:\(Self.escaped(note.id))-\(Self.escaped(key))@variorum",
      "DTSTAMP:\(Self.compact(stamp))T000000Z", "DTSTART;VALUE=DATE:\(Self.compact(day))",
      "DTEND;VALUE=DATE:\(Self.compact(Self.next(day)))", "SUMMARY:" + Self.escaped(summary),
      "DESCRIPTION:" + Self.escaped(description.joined(separator: "\n")),
      "CATEGORIES:" + Self.escaped(note.kind), "TRANSP:TRANSPARENT",
      "X-VARIORUM-PRECISION:" + (date.precision?.rawValue ?? "none"), "END:VEVENT",
    ]
  }

  private static func compact(_ day: CalendarDay?) -> String {
    day.map { $0.description.replacing("-", with: "") } ?? "19700101"
  }

  /// The day after: the end of an entry is the first day that is not part of it.
  private static func next(_ day: CalendarDay) -> CalendarDay {
    CalendarDay(year: day.year, month: day.month, day: day.day + 1)
      ?? CalendarDay(year: day.year, month: day.month + 1, day: 1)
      ?? CalendarDay(year: day.year + 1, month: 1, day: 1) ?? day
  }

  /// Section 3.3.11: backslash, semicolon, comma and line feed; controls are left out.
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result.append(contentsOf: ["\\", scalar])
      case "\n": result.append(contentsOf: ["\\", "n"])
      default: if scalar.value >= 0x20 && scalar.value != 0x7F { result.append(scalar) }
      }
    }
    return String(result)
  }

  /// Section 3.1: no line is longer than 75 octets.
  ///
  /// What goes on begins with a space. No scalar is cut.
  private static func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var length = 0
    for scalar in line.unicodeScalars {
      let encoded = Array(String(Character(scalar)).utf8)
      if length + encoded.count > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        length = 1
      }
      bytes += encoded
      length += encoded.count
    }
    return bytes + [0x0D, 0x0A]
  }
}
