import ArgumentParser

/// The command line.
///
/// Each command is a thin layer over `Workspace`.
@main
struct Variorum: ParsableCommand {
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
      """,
    version: "0.1.0",
    subcommands: [
      Init.self, Import.self, Convert.self, Compare.self, Build.self, Check.self,
      AnnotationCommands.self,
    ])
}
