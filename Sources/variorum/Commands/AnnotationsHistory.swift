import ArgumentParser
import PlanModel
import Workspace

extension AnnotationCommands {
  struct History: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case text
      case csv
      case json
    }

    static let configuration = CommandConfiguration(
      abstract: "Tells what became of each agency's tasks between two versions.",
      discussion: """
        A task is new, dropped, changed, reworded or unclear; of a changed one it is told whose part \
        changed, which date came earlier or later, which target was raised or lowered. A note of the \
        new version says with ‘continues:’ which earlier one it goes on from; a note that only moved \
        along with its words goes on by itself.

        EXAMPLES
          variorum annotations history
          variorum annotations history --from 2019-12-02 --to 2024-06-01-demo --agency 浙江省
          variorum annotations history --format csv > changes.csv
        """)

    @Option(help: "The old version; the one before the new one by default.")
    var from: String?

    @Option(help: "The new version; the last one by default.")
    var to: String?

    @Option(help: "Only what concerns this agency, by identifier, name or alias.")
    var agency: String?

    @Option(help: "Only notes of this kind.")
    var kind: String?

    @Flag(help: "Also what didn't change.")
    var all = false

    @Option(help: "The form of the result: text, csv or json.")
    var format: Format = .text

    @OptionGroup var common: CommonOptions

    func run() throws {
      try common.run {
        let report = try common.openProject().taskReport(
          from: from, to: to, agency: agency, kind: kind, isWhole: all)
        switch format {
        case .text: StandardOutput.write(report.text)
        case .csv: StandardOutput.write(report.csv)
        case .json: report.writeJSON { StandardOutput.write($0) }
        }
        return report.diagnostics
      }
    }
  }
}
