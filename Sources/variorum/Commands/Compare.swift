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
    case markdown
  }

  enum Colour: String, ExpressibleByArgument, CaseIterable {
    case auto
    case always
    case never
  }

  static let configuration = CommandConfiguration(
    abstract: "Compares two versions of the project, or two files.",
    discussion: """
      Versions of the project are compared by their identifiers, other files by their texts. A file \
      may be named as it stood in git: REVISION:PATH, as for `git show`.

      EXAMPLES
        variorum compare 2019-12-02 2024-06-01-demo
        variorum compare old.txt new.txt --substance substantive --context 1
        variorum compare old.md new.md --side-by-side --color always | less -R
        variorum compare HEAD~1:./plan.md plan.md
        variorum compare old.md new.md --format html > changes.html
      """)

  @Argument(help: "The old version, a file, or REVISION:PATH in git.")
  var old: String

  @Argument(help: "The new version, a file, or REVISION:PATH in git.")
  var new: String

  @Option(help: "The form of the result: text, json, html or markdown.")
  var format: Format = .text

  @Option(help: "The format of the files: text or markdown.")
  var from: String?

  @Option(
    help:
      "The least substance shown as text or Markdown: typographic, wording or substantive.")
  var substance = "typographic"

  @Option(help: "How many unchanged blocks text and Markdown show beside each change.")
  var context = 0

  @Flag(help: "Show the old text beside the new one.")
  var sideBySide = false

  @Option(help: "The columns for --side-by-side; the terminal's by default.")
  var width: Int?

  @Option(help: "Whether text is coloured: auto, always or never.")
  var color: Colour = .auto

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard Comparison.Substance(rawValue: substance) != nil else {
      throw ValidationError("--substance takes typographic, wording or substantive")
    }
    guard context >= 0 else { throw ValidationError("--context takes no negative number") }
    guard width ?? 40 >= 20 else { throw ValidationError("--width takes at least 20 columns") }
  }

  func run() throws {
    try common.run {
      let (compared, diagnostics) = try ComparedVersions.comparing(
        old, with: new, project: try common.openProjectIfAny(), format: from)
      switch format {
      case .json: compared.writeJSON { StandardOutput.write($0) }
      case .html: StandardOutput.write(try compared.html())
      case .markdown:
        StandardOutput.write(compared.markdown(least: least, context: context))
      case .text:
        var options = ComparisonText.Options()
        options.isColoured = isColoured
        options.least = least
        options.context = context
        options.columns = sideBySide ? width ?? Terminal.columns : nil
        ComparisonText(compared, options).write { StandardOutput.write($0) }
      }
      return diagnostics.filter { $0.severity > .note }
    }
  }

  private var least: Comparison.Substance {
    Comparison.Substance(rawValue: substance) ?? .typographic
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
