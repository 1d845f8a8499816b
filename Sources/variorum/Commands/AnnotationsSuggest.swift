import ArgumentParser
import PlanModel
import PluginKit
import Workspace

extension AnnotationCommands {
  struct Suggest: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case text
      case json
    }

    static let configuration = CommandConfiguration(
      abstract:
        "Suggests notes for a version or a file: who is responsible, by when, how much, and what is named.",
      discussion: """
        Suggestions come with their evidence and stay suggestions: nothing is written. Each has a \
        name by which ‘accept’ makes a note of it and ‘reject’ puts it away for good.

        EXAMPLES
          variorum annotations suggest 2019-12-02
          variorum annotations suggest 2019-12-02 --kind responsibility --kind date
          variorum annotations suggest page.html --format json
        """)

    @Argument(help: "A version of the project, a file, or REVISION:PATH in git.")
    var name: String

    @Option(help: "The form of the result: text or json.")
    var format: Format = .text

    @Option(
      help: "Only suggestions of this kind; repeat it for more.", transform: Self.kind)
    var kind: [Suggestion.Kind] = []

    @Option(help: "The format of the file, if it isn't to be told from its name.")
    var from: String?

    @Flag(help: "Show those too that were accepted or rejected.")
    var all = false

    @OptionGroup var common: CommonOptions

    func run() throws {
      try common.run {
        let (everything, diagnostics) = try Suggestions.suggesting(
          for: name, project: try common.openProjectIfAny(), format: from)
        let found = everything.filtered(kinds: kind, isDecidedToo: all)
        switch format {
        case .text: StandardOutput.write(found.text)
        case .json: found.writeJSON { StandardOutput.write($0) }
        }
        return diagnostics.filter { $0.severity > .note }
      }
    }

    private static func kind(_ word: String) throws -> Suggestion.Kind {
      guard let kind = Suggestion.Kind(rawValue: word) else {
        let known = Suggestion.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("no suggestion is of the kind ‘\(word)’; the kinds are: \(known)")
      }
      return kind
    }
  }
}
