import ArgumentParser
import Workspace

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Builds the project's site.",
    discussion: """
      Writes only the files that changed. The pages need no server: open index.html.

      EXAMPLES
        variorum build
        variorum build --output /tmp/site
      """)

  @Option(help: "The folder for the site; Site/public by default.")
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.run {
      let project = try common.openProject()
      let folder = try output.map { Folder($0) } ?? project.folder.folder("Site/public")
      let result = try project.build(into: folder)
      StandardOutput.write(
        "\(result.pages) files in \(folder.path): \(result.written) written, "
          + "\(result.removed) removed\n")
      return result.diagnostics
    }
  }
}
