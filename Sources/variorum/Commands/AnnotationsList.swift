import Annotations
import ArgumentParser
import Foundation
import PlanModel
import Workspace

extension AnnotationCommands {
  struct List: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case text
      case csv
      case json
    }

    static let configuration = CommandConfiguration(
      abstract: "Lists the notes with their agencies, times, states and places.",
      discussion: """
        Whether something is overdue is computed against a day and stored nowhere: a year is over \
        when its last day is.

        EXAMPLES
          variorum annotations list
          variorum annotations list --kind task --agency 上海市 --role lead
          variorum annotations list --overdue --today 2026-01-01 --format csv > overdue.csv
          variorum annotations list --review --in 2024-06-01-demo
        """)

    @Option(help: "Only notes of this kind.")
    var kind: String?

    @Option(help: "Only notes that name this agency, by identifier, name or alias.")
    var agency: String?

    @Option(help: "Only notes that name an agency, or the one of --agency, in this role: lead.")
    var role: String?

    @Option(help: "Only notes that are due before this day: 2026-01-01.")
    var dueBefore: String?

    @Flag(help: "Only notes that are overdue.")
    var overdue = false

    @Option(help: "Only notes in this state: planned, under-way, done, dropped or delayed.")
    var status: String?

    @Flag(help: "Only notes whose place a person has to look at or to choose.")
    var review = false

    @Option(
      name: .customLong("in"), help: "The version; the one that readers are led to by default.")
    var version: String?

    @Option(help: "The day against which times are held; the clock's by default.")
    var today: String?

    @Option(help: "The form of the result: text, csv or json.")
    var format: Format = .text

    @OptionGroup var common: CommonOptions

    func run() throws {
      try common.run {
        let project = try common.openProject()
        var filter = NoteFilter()
        (filter.kind, filter.role) = (kind, role)
        (filter.isOverdue, filter.needsReview) = (overdue, review)
        filter.dueBefore = try dueBefore.map(CalendarDay.named)
        filter.state = try status.map { word in
          guard let state = Annotation.StatusEntry.State(rawValue: word) else {
            let known = Annotation.StatusEntry.State.allCases.map(\.rawValue)
            throw DocumentError(
              code: "unknown-state", "there is no state ‘\(word)’",
              help: "the states are: \(known.joined(separator: ", "))")
          }
          return state
        }
        let listing = try project.listing(
          filter, agency: agency, in: version, on: try today.map(CalendarDay.named) ?? .ofClock())
        switch format {
        case .text: StandardOutput.write(listing.text(columns: Terminal.columns))
        case .csv: StandardOutput.write(try project.exported(listing, as: "csv"))
        case .json: listing.writeJSON { StandardOutput.write($0) }
        }
        return listing.diagnostics
      }
    }
  }
}

extension CalendarDay {
  /// The day that a person wrote.
  static func named(_ text: String) throws -> CalendarDay {
    guard let day = CalendarDay(text) else {
      throw DocumentError(code: "bad-date", "‘\(text)’ is no day", help: "write 2026-01-01")
    }
    return day
  }

  /// The clock's day, where the person is; only the command line asks for it.
  static func ofClock() throws -> CalendarDay {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: .init())
    guard let year = parts.year, let month = parts.month, let number = parts.day,
      let day = CalendarDay(year: year, month: month, day: number)
    else {
      throw DocumentError(code: "no-clock", "the clock tells no day", help: "name one: --today")
    }
    return day
  }
}
