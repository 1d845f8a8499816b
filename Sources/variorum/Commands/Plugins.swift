import ArgumentParser
import PlanModel
import Workspace

struct PluginCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugins",
    abstract: "Lists, checks and makes plugins: programs that take part in the toolkit's work.",
    subcommands: [List.self, Check.self, New.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Lists the plugins in the order in which they are asked, and where each comes from.",
      discussion: """
        EXAMPLES
          variorum plugins list
        """)

    @OptionGroup var common: CommonOptions

    func run() throws {
      try common.run {
        StandardOutput.write(try PluginListing(common.openProjectIfAny()).text)
        return []
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Checks a plugin: its manifest, its answers, and whether they are always the same.",
      discussion: """
        It is run on small, empty and strange documents, twice on each. That you name it allows it to \
        run, this once.

        EXAMPLES
          variorum plugins check lakes
        """)

    @Argument(help: "The name of its folder in Site/Plugins.")
    var name: String

    @OptionGroup var common: CommonOptions

    func run() throws {
      try common.run {
        let check = try PluginCheck(name, in: try common.openProject())
        StandardOutput.write(check.text)
        return check.diagnostics
      }
    }
  }

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes a working plugin with a test, to be changed into your own.",
      discussion: """
        EXAMPLES
          variorum plugins new lakes --language python
          variorum plugins new lakes --language shell
          variorum plugins new lakes --language swift
        """)

    enum Language: String, ExpressibleByArgument, CaseIterable {
      case python
      case shell
      case swift

      var template: PluginTemplate.Language {
        switch self {
        case .python: .python
        case .shell: .shell
        case .swift: .swift
        }
      }
    }

    @Argument(help: "Its name: lower-case letters, digits, hyphens.")
    var name: String

    @Option(help: "The language: python, shell or swift.")
    var language: Language = .python

    @OptionGroup var common: CommonOptions

    func run() throws {
      try common.run {
        let project = try common.openProject()
        for file in try PluginTemplate(
          name: name, language: language.template
        ).write(into: project) {
          StandardOutput.write("wrote \(file)\n")
        }
        StandardOutput.write(
          "List it under ‘plugins’ in \(Project.configurationFile); check it with: "
            + "variorum plugins check \(name)\n")
        return []
      }
    }
  }
}
