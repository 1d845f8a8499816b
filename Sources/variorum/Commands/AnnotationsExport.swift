import ArgumentParser
import PlanModel
import Workspace

extension AnnotationCommands {
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes the notes in another program's form: a table or a calendar.",
      discussion: """
        EXAMPLES
          variorum annotations export csv > notes.csv
          variorum annotations export ics --version 2024-06-01-demo > deadlines.ics
        """)

    @Argument(help: "The form: csv (RFC 4180), ics (RFC 5545) or akn (Akoma Ntoso 3.0).")
    var form: String

    @Option(
      help: "The version in which the notes stand; the one that readers are led to by default.")
    var version: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
      try common.run {
        StandardOutput.write(try common.openProject().exported(form, version: version))
        return []
      }
    }
  }
}
