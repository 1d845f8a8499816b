import Annotations
import ArgumentParser
import Workspace

extension AnnotationCommands {
  struct Change: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Changes what a note says, in its file.",
      discussion: """
        Only the words of what is changed are touched: comments, order, quotation marks and every \
        other byte of the file stay. What the note would say is checked against its kind first; if \
        anything is wrong, nothing is written.

        CHANGES
          field=value        the field says this and nothing else
          field.part=value   one part of it, such as deadline.text; nothing takes it away
          field+=value       a list gets one more
          field-=value       a list loses one
          --remove field     the note says nothing of it any more

        EXAMPLES
          variorum annotations set ports-zhoushan lead=浙江省 support+=宁波市 support-=上海市
          variorum annotations set ports-zhoushan deadline=2025 deadline.text=到2025年
          variorum annotations set ports-zhoushan "status+=2021-06-30 done https://…" --dry-run
          variorum annotations set gas-plan basis=official source=https://… --remove note

        Values are written as for ‘variorum annotations add’, whose help lists them. A status is \
        added with the day, the state (planned, under-way, done, dropped, delayed), the address \
        that proves it and a remark; status-=2021-06-30 takes it out again.
        """)

    @Argument(help: "The note's name.")
    var note: String

    @Argument(help: ArgumentHelp("What is to change.", valueName: "field=value"))
    var changes: [String] = []

    @Option(help: ArgumentHelp("A field that is to go; may be given again.", valueName: "field"))
    var remove: [String] = []

    @Flag(help: "Show the note as it would be, and write nothing.")
    var dryRun = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
      if changes.isEmpty, remove.isEmpty {
        throw ValidationError("say what is to change: field=value, or --remove field")
      }
      if let wrong = changes.first(where: { NoteChange($0) == nil }) {
        throw ValidationError("‘\(wrong)’ isn't of the form field=value")
      }
    }

    func run() throws {
      try common.run {
        let written = try common.openProject().change(
          note,
          by: changes.compactMap(NoteChange.init) + remove.map { NoteChange(.remove, $0) },
          isTrial: dryRun)
        StandardOutput.write(dryRun ? written.text : written.summary)
        return written.diagnostics
      }
    }
  }
}
