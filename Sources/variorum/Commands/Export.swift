import ArgumentParser
import PlanModel
import Workspace

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a version with its notes in another program's form.",
    discussion: """
      EXAMPLES
        variorum export csv > notes.csv
        variorum export jsonld > notes.jsonld
        variorum export ics --version 2024-06-01-demo > deadlines.ics
      """)

  @Argument(help: "The form, such as csv (RFC 4180), ics (RFC 5545), jsonld (W3C) or akn.")
  var form: String

  @Option(help: "The version; the one that readers are led to by default.")
  var version: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.run {
      StandardOutput.write(try common.openProject().exported(form, version: version))
      return []
    }
  }
}
