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
    abstract: "Converts one file to identified Markdown or JSON; a project is left as it is.",
    discussion: """
      Where there is a project, its own importers and transformers take part.

      EXAMPLES
        variorum convert page.txt > plan.md
        variorum convert page.txt --format json --starts-in "第五章 第一节"
        variorum convert page.txt --explain | less
        variorum convert - --encoding GB18030 < page.txt
      """)

  @OptionGroup var options: SourceOptions

  @Option(help: "The form of the result: markdown or json.")
  var format: Format = .markdown

  @Flag(
    help: "Tell for each line of the source which block it went to, and by which rule.")
  var explain = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.run {
      let source = try options.read()
      let plugins =
        try common.openProjectIfAny()?.plugins(at: [.importer, .transformer])
        ?? Project.standardPlugins
      let conversion = try Conversion(source, format: options.from, plugins: plugins)
      switch format {
      case .markdown where explain:
        StandardOutput.write(
          conversion.explanation(of: source.bytes, columns: Terminal.columns))
      case .markdown: StandardOutput.write(conversion.plan.planFile)
      case .json: StandardOutput.write(try conversion.json(isExplained: explain))
      }
      return (conversion.diagnostics + plugins.faults.drained()).filter { $0.severity > .note }
    }
  }
}
