import ArgumentParser
import PlanModel
import PluginKit
import Workspace

struct Convert: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown
    case json
  }

  static let configuration = CommandConfiguration(
    abstract: "Converts one file to identified Markdown or JSON, without a project.",
    discussion: """
      EXAMPLES
        variorum convert page.txt > plan.md
        variorum convert page.txt --format json --starts-in "第五章 第一节"
        variorum convert - --encoding GB18030 < page.txt
      """)

  @Argument(help: ArgumentHelp("The source; - is standard input.", valueName: "source"))
  var source: String

  @Option(help: "The form of the result: markdown or json.")
  var format: Format = .markdown

  @Option(help: "The format of the source: text or markdown.")
  var from: String?

  @Option(help: "The encoding of the source: UTF-8, UTF-16LE, UTF-16BE or GB18030.")
  var encoding: String?

  @Option(help: "The place in the plan's numbering at which the text begins.")
  var startsIn: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.run {
      let bytes = try SourceFile(source).read()
      let conversion = try Conversion(
        ImportSource(name: source, bytes: bytes, encoding: encoding, startsIn: startsIn),
        format: from, plugins: Project.standardPlugins)
      switch format {
      case .markdown: StandardOutput.write(conversion.plan.planFile)
      case .json: StandardOutput.write(try conversion.json())
      }
      return conversion.diagnostics.filter { $0.severity > .note }
    }
  }
}
