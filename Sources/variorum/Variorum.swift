import ArgumentParser
import Foundation

/// The command line.
///
/// Each command is a thin layer over `Workspace`.
@main
struct Variorum: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variorum",
    abstract:
      "Makes a variorum edition of a public plan: identified text, notes, comparisons, a site.",
    discussion: """
      A variorum edition prints a text with everybody's notes and every version's readings. \
      Variorum turns a plan's text, in whatever state it arrived, into Markdown whose paragraphs \
      keep their identifiers, carries notes from version to version, and publishes a static site.

      EXAMPLES
        variorum init my-plan
        variorum import plan.txt --as 2025-01-01 --project my-plan
        variorum build --project my-plan
        variorum compare old.txt new.txt

      Commands end with status 0 if all is well, 1 if a document has faults, 2 on wrong use.
      """,
    version: "0.1.0",
    subcommands: [
      Init.self, Import.self, Convert.self, Compare.self, AnnotationCommands.self, Build.self,
      Serve.self, Check.self, Export.self, PluginCommands.self,
    ])

  static func main() async {
    // Who stops reading ends what is written, and not this program: `head`, or a plugin.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      // The parser's own status for wrong use is 64; ours is 2, as it is of most tools.
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      try? FileHandle.standardError.write(contentsOf: Array((fullMessage(for: error) + "\n").utf8))
      Foundation.exit(2)
    }
  }
}
