import ArgumentParser
import Workspace

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a new project in a folder.",
    discussion: """
      EXAMPLES
        variorum init my-plan --title 长江三角洲区域一体化发展规划纲要
        variorum init
      """)

  @Argument(help: "The folder; it is made if it isn't there.")
  var folder = "."

  @Option(help: "The title of the site, mostly that of the plan.")
  var title: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.run {
      let files = try Project.make(in: folder, title: title)
      StandardOutput.write(files.map { "wrote \($0)\n" }.joined())
      StandardOutput.write(
        "next: variorum import FILE --as VERSION"
          + (folder == "." ? "\n" : " --project \(folder)\n"))
      return []
    }
  }
}
