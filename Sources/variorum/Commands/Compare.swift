import ArgumentParser
import Collation
import Foundation
import PlanModel
import Workspace

struct Compare: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case html
  }

  enum Colour: String, ExpressibleByArgument, CaseIterable {
    case auto
    case always
    case never
  }

  static let configuration = CommandConfiguration(
    abstract: "Compares two versions of the project, or two files.",
    discussion: """
      Versions of the project are compared by their identifiers, other files by their texts.

      EXAMPLES
        variorum compare 2019-12-02 2024-06-01-demo
        variorum compare old.txt new.txt --substance substantive
        variorum compare old.md new.md --format html > changes.html
      """)

  @Argument(help: "The old version, or a file.")
  var old: String

  @Argument(help: "The new version, or a file.")
  var new: String

  @Option(help: "The form of the result: text, json or html.")
  var format: Format = .text

  @Option(help: "The format of the files: text or markdown.")
  var from: String?

  @Option(help: "The least substance shown as text: typographic, wording or substantive.")
  var substance = "typographic"

  @Option(help: "Whether text is coloured: auto, always or never.")
  var color: Colour = .auto

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard Comparison.Substance(rawValue: substance) != nil else {
      throw ValidationError("--substance takes typographic, wording or substantive")
    }
  }

  func run() throws {
    try common.run {
      let (compared, diagnostics) = try ComparedVersions.comparing(
        old, with: new, project: try common.openProjectIfAny(), format: from)
      switch format {
      case .json: compared.writeJSON { StandardOutput.write($0) }
      case .html: StandardOutput.write(try compared.html(oldName: old, newName: new))
      case .text:
        StandardOutput.write(
          ComparisonText(
            compared, isColoured: isColoured,
            least: Comparison.Substance(rawValue: substance) ?? .typographic
          ).text)
      }
      return diagnostics.filter { $0.severity > .note }
    }
  }

  private var isColoured: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
        && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }
  }
}
