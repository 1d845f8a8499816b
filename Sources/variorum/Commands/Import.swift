import ArgumentParser
import PlanModel
import PluginKit
import Workspace

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Imports a source as a version of the project's plan.",
    discussion: """
      Keeps the source as received and writes plan.md, whose blocks have identifiers: those of the \
      version before where a block lives on, new ones elsewhere. Nothing is written if anything is \
      wrong. Doubtful decisions are told with their lines, and kept in lineage.json beside plan.md; \
      to overrule one, write the right identifier into plan.md.

      EXAMPLES
        variorum import page.txt --as 2019-12-02 --starts-in "第五章 第一节"
        variorum import revised.md --as 2024-06-01
        variorum import between.txt --as 2021-03-11 --previous 2019-12-02
        variorum import oldest.txt --as 2010-05-24 --next 2019-12-02
        variorum import - --as draft < page.txt
      """)

  @OptionGroup var options: SourceOptions

  @Option(name: .customLong("as"), help: "The version's name, such as its date.")
  var version: String

  @Option(
    help:
      "The version that it follows, whose identifiers are carried, or ‘none’; the last by default."
  )
  var previous: String?

  @Option(help: "The version before which it has its place, for one that is imported later.")
  var next: String?

  @Option(help: "The plan's title, where the source doesn't say it.")
  var title: String?

  @Option(help: "What readers see for the version's name.")
  var label: String?

  @Option(help: "A statement to stand on each page that shows the version.")
  var notice: String?

  @Flag(help: "Write the version over if it is there already.")
  var replace = false

  @Flag(
    name: .long,
    help: "Tell every joined line and every change of a plugin, and not only the doubtful ones.")
  var explain = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.run {
      var project = try common.openProject()
      var request = Project.ImportRequest(source: try options.read(), version: version)
      request.isFirst = previous == "none"
      request.previous = request.isFirst ? nil : previous
      request.next = next
      request.format = options.from
      (request.title, request.label, request.notice) = (title, label, notice)
      request.replaces = replace
      let result = try project.add(request)
      StandardOutput.write(summary(of: result))
      return explain
        ? result.diagnostics : result.diagnostics.filter { Self.counted[$0.code] == nil }
    }
  }

  /// The notes of which there may be one for each paragraph, and which are only counted.
  private static let counted = [
    "joined-over-blank-line": "joins over blank lines", "transformed": "changes by plugins",
  ]

  private func summary(of result: Project.ImportResult) -> String {
    let headings = result.plan.blocks.count { $0.kind.isHeading }
    var text = result.files.map { "wrote \($0)\n" }.joined()
    text += "\(version): \(headings) headings, \(result.plan.blocks.count - headings) paragraphs"
    if result.carried > 0 {
      text += "; \(result.carried) bear their identifiers from other versions, "
      text += "\(result.plan.blocks.count - result.carried) are new"
    }
    for (code, words) in Self.counted.sorted(by: { $0.key < $1.key }) where !explain {
      let count = result.diagnostics.count { $0.code == code }
      if count > 0 { text += "\n\(count) \(words) (--explain tells them)" }
    }
    return text + "\n"
  }
}
