import Annotations
import ArgumentParser
import PluginKit
import PlanModel
import Workspace

struct AnnotationCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotations",
    abstract:
      "Writes, changes, lists and checks the project's notes, and carries them into another version.",
    subcommands: [
      List.self, Add.self, Change.self, CheckNotes.self, Suggest.self, Accept.self, Reject.self,
      Carry.self,
      Decide.self, History.self, Import.self, Export.self,
    ])

  struct CheckNotes: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Checks every note; the same as ‘variorum check’.")

    @OptionGroup var common: CommonOptions

    func run() throws {
      try common.run {
        let result = try common.openProject().check()
        StandardOutput.write(result.summary + "\n")
        return result.diagnostics
      }
    }
  }

  struct Carry: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case text
      case json
    }

    static let configuration = CommandConfiguration(
      abstract: "Tells where notes of an old version stand in a new one.",
      discussion: """
        Each note is attached, ambiguous or orphaned; nothing is written. Without a file the \
        project's own notes are carried; a file may be in any form that `import` reads.

        EXAMPLES
          variorum annotations carry --old 2019-12-02 --new 2024-06-01-demo
          variorum annotations carry --old old.md --new new.md notes.json --format json
          variorum annotations carry --old 2019-12-02 --new 2024-06-01-demo notes.csv --from csv
        """)

    @Option(help: "The old version, or a file.")
    var old: String

    @Option(help: "The new version, or a file.")
    var new: String

    @Argument(help: "A file of notes; the project's notes by default. - is standard input.")
    var file: String?

    @Option(help: "The file's form: csv, jsonld (W3C Web Annotation) or hypothesis.")
    var from: String?

    @Option(help: "The form of the result: text or json.")
    var format: Format = .text

    @OptionGroup var common: CommonOptions

    func run() throws {
      try common.run {
        let project = try common.openProjectIfAny()
        let (compared, _) = try ComparedVersions.comparing(old, with: new, project: project)
        let carried = try carried(project, compared)
        switch format {
        case .text: StandardOutput.write(carried.text)
        case .json: StandardOutput.write(try carried.json())
        }
        return carried.diagnostics
      }
    }

    private func carried(
      _ project: Project?, _ compared: ComparedVersions
    ) throws -> CarriedNotes {
      if let file {
        return try CarriedNotes(
          in: ImportSource(name: file, bytes: try SourceFile(file).read()), as: from,
          plugins: project?.plugins() ?? Project.standardPlugins,
          kinds: project?.annotations().kinds ?? [], compared)
      }
      guard let project else {
        throw DocumentError(
          code: "no-notes", "there is neither a project nor a file of notes",
          help: "name a file of notes, or the project with --project")
      }
      return try CarriedNotes(of: project, from: old, to: new, in: compared)
    }
  }
}
