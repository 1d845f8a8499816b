import ArgumentParser
import Workspace

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks the configuration, every version and every note of the project.",
    discussion: """
      Ends with status 1 if anything is wrong, and tells file, line and column.

      EXAMPLES
        variorum check
        variorum check --diagnostics json
      """)

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.run {
      let result = try common.openProject().check()
      StandardOutput.write(result.summary + "\n")
      return result.diagnostics
    }
  }
}
