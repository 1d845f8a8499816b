import ArgumentParser
import PlanModel
import PluginKit
import Workspace

extension AnnotationCommands {
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reads notes out of another program's file.",
      discussion: """
        Each passage is looked for in a version by its words and those beside it. If one isn't \
        there, or a note is faulty, all of them are told and nothing is written. Notes that are \
        there already and say the same are left alone.

        EXAMPLES
          variorum annotations import csv notes.csv
          variorum annotations import jsonld notes.jsonld --file theirs.yml
          curl "https://api.hypothes.is/api/search?uri=…" |
            variorum annotations import hypothesis - --version 2019-12-02 --dry-run
        """)

    @Argument(help: "The form: csv, jsonld (W3C Web Annotation) or hypothesis.")
    var form: String

    @Argument(help: "The file; - is standard input.")
    var source: String

    @Option(help: "The version; the one that readers are led to by default.")
    var version: String?

    @Option(help: "The file in Annotations/ into which the notes go.")
    var file: String = "notes.yml"

    @Flag(help: "Show what would be written, and write nothing.")
    var dryRun = false

    @OptionGroup var common: CommonOptions

    func run() throws {
      try common.run {
        let written = try common.openProject().importNotes(
          ImportSource(name: source, bytes: try SourceFile(source).read()), as: form, in: version,
          to: file, isTrial: dryRun)
        StandardOutput.write(dryRun ? written.text : written.summary)
        return written.diagnostics
      }
    }
  }
}
