import Annotations
import ArgumentParser
import PlanModel
import PluginKit
import Workspace

extension AnnotationCommands {
  struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes notes of suggestions.",
      discussion: """
        Each note rests on the text (basis: text) and holds the words that the suggestion rested on. \
        Suggestions about the same words become one note. What was accepted isn't suggested again.

        EXAMPLES
          variorum annotations accept s-7k3m9xq2 s-2m8c0wtr --in 2019-12-02
          variorum annotations accept --at-least 0.95 --add-agencies --file duties.yml
        """)

    @Argument(help: "The suggestions' names, as ‘suggest’ shows them.")
    var ids: [String] = []

    @Option(help: "Accept every open suggestion that is at least as sure, from 0 to 1.")
    var atLeast: Double?

    @Option(
      name: .customLong("in"), help: "The version; the one that readers are led to by default.")
    var version: String?

    @Option(help: "The kind of the notes: task, indicator or reference by what is suggested.")
    var kind: String?

    @Option(help: "The file in Annotations/.")
    var file: String = "notes.yml"

    @Flag(help: "Write agencies that aren't known into agencies.yml.")
    var addAgencies = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
      if ids.isEmpty == (atLeast == nil) {
        throw ValidationError("name the suggestions, or --at-least 0.95")
      }
    }

    func run() throws {
      try common.run {
        let project = try common.openProject()
        let version = try version ?? project.principalVersion().name
        var wanted = ids
        if let atLeast {
          let all = try project.suggestions(for: version)
          wanted = all.suggestions.indices.filter { index in
            all.states[index] == .open && all.suggestions[index].confidence >= atLeast
          }.map { all.ids[$0] }
        }
        let written = try project.accept(
          wanted, in: version, kind: kind, to: file, addsAgencies: addAgencies)
        StandardOutput.write(written.summary)
        return written.diagnostics
      }
    }
  }

  struct Reject: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Remembers that suggestions aren't right, so that they don't come back.",
      discussion: """
        EXAMPLE
          variorum annotations reject s-7k3m9xq2 --in 2019-12-02
        """)

    @Argument(help: "The suggestions' names, as ‘suggest’ shows them.")
    var ids: [String]

    @Option(
      name: .customLong("in"), help: "The version; the one that readers are led to by default.")
    var version: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
      try common.run {
        let project = try common.openProject()
        let version = try version ?? project.principalVersion().name
        try project.reject(ids, in: version)
        StandardOutput.write("\(ids.count) rejected\n")
        return []
      }
    }
  }
}
