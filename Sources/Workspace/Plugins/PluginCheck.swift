internal import Collation
public import PlanModel
internal import PluginKit

/// What a plugin does when it is asked for everything that it says it can do.
public struct PluginCheck: Sendable {
  /// A line for each thing that was tried.
  public private(set) var text = ""
  /// What went wrong.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Reads a plugin's manifest, and asks it twice about each of some documents.
  ///
  /// - Parameters:
  ///   - name: The name of its folder in the project's `Site/Plugins`, listed or not.
  ///   - project: The project.
  /// - Throws: A `DocumentError` if it is not there or its manifest is faulty.
  public init(_ name: String, in project: Project) throws {
    let found = try PluginFolder(project.folder.folder("Site/Plugins/\(name)"), name: name)
    text = "\(found.manifest.name) \(found.manifest.version): the manifest is sound\n"
    let settings = project.configuration.plugins.first { $0.name == name }?.settings ?? [:]
    // Without anywhere to keep answers, so that each question is asked.
    let plugin = ProcessPlugin(
      found.manifest, folder: found.path, identity: found.identity, settings: settings)
    var plugins = PluginSet()
    plugins.add(plugin)
    for (words, plan) in Self.documents {
      attempt(words) {
        let first = try Self.answers(of: plugins, on: plan)
        // It is asked again as the first thing that a new process hears.
        plugin.end()
        return (first, try Self.answers(of: plugins, on: plan))
      }
    }
    text += diagnostics.isEmpty ? "nothing is wrong\n" : "\(diagnostics.count) faults\n"
  }

  private mutating func attempt(
    _ words: String, _ answers: () throws -> (first: [String], second: [String])
  ) {
    do {
      let (first, second) = try answers()
      let isSame = first == second
      text +=
        "\(words): \(first.count) answers, \(isSame ? "the same twice" : "not the same twice")\n"
      if !isSame {
        diagnostics.append(
          Diagnostic(
            .error, code: "not-deterministic", "the plugin answers \(words) in two ways",
            help: "sort what comes from sets and dictionaries; ask neither clock nor chance; keep "
              + "nothing from one question to the next"))
      }
    } catch let error as DocumentError {
      text += "\(words): failed\n"
      diagnostics += error.diagnostics
    } catch {
      diagnostics.append(Diagnostic(.error, code: "plugin-failed", "\(error)"))
    }
  }

  /// What the plugin answers at each of its stages, as text.
  private static func answers(of plugins: PluginSet, on plan: Plan) throws -> [String] {
    var answers: [String] = []
    for suggester in plugins.suggesters {
      answers += try suggester.suggestions(for: plan).map { "\($0)" }
    }
    let drafts = plan.blocks.map(DraftBlock.init)
    if !plugins.transformers.isEmpty {
      answers += try plugins.transformed(PlanDraft(blocks: drafts)).blocks.map { "\($0)" }
    }
    let register = NoteRegister(title: "题", version: "2020", plan: plan, entries: [])
    for exporter in plugins.exporters {
      answers += try exporter.files(of: register).map { "\($0)" }
    }
    for contributor in plugins.contributors {
      answers += try contributor.parts(for: register).map { "\($0)" }
    }
    let comparison = Comparison(aligning: plan.blocks, with: plan.blocks.reversed())
    answers.append(
      "\(plugins.classifiedAtOnce(comparison, old: plan.blocks, new: plan.blocks.reversed()))")
    if let fault = plugins.faults.drained().first { throw DocumentError([fault]) }
    let text = plan.blocks.map(\.text).joined(separator: "\n")
    for importer in plugins.importers {
      let name = "check.\(importer.formats.first ?? "txt")"
      // What an importer can't read is its own affair; it has to say so, and not to fail.
      let draft = try importer.draft(of: ImportSource(name: name, bytes: Array(text.utf8)))
      answers += draft.blocks.map { "\($0)" }
    }
    return answers
  }

  /// Documents at the edges of what there is.
  private static let documents: [(String, Plan)] = [
    ("an empty document", plan([])),
    ("a small plan", plan(["到2025年，提高3%。（某市财政局牵头）", "The Agency shall report by 2030."])),
    (
      "text beyond the basic plane",
      plan(["𠮷野家\u{1F468}\u{200D}\u{1F469}e\u{301}，湖。", "\u{202E}abc\u{202C}"])
    ),
    ("quotation marks and markup", plan(["\"'\\</script><b>&amp;{{x}}"])),
    ("a long paragraph", plan([String(repeating: "加强湖泊保护，", count: 5_000)])),
  ]

  private static func plan(_ texts: [String]) -> Plan {
    Plan(
      blocks: texts.enumerated().compactMap { index, text in
        BlockID("p-\(index)").map { Block(id: $0, kind: .paragraph, text: text) }
      })
  }
}
