internal import PlanMarkdown
internal import PlanModel
internal import PluginKit

extension ComparedVersions {
  /// One side of a comparison, found by its name.
  enum Side: Sendable {
    /// A plan whose identifiers are those of a plan.md.
    case plan(Plan, [Diagnostic])
    /// A text whose identifiers are still to be minted.
    case draft(PlanDraft, file: String)

    init(_ name: String, project: Project?, format: String?, _ plugins: PluginSet) throws {
      if let project, project.configuration.versions.contains(where: { $0.name == name }) {
        let version = try project.version(name)
        self = .plan(version.plan, version.diagnostics)
        return
      }
      let source = try Self.source(name)
      if format == nil, name.hasSuffix(".md"),
        let text = String(validating: source.bytes, as: UTF8.self)
      {
        let document = MarkdownDocument(text, file: name)
        let entries = document.entries
        let isIdentified = entries.allSatisfy { $0.id != nil }
        if !entries.isEmpty {
          // What has been parsed is not parsed again.
          let plan = isIdentified ? document.plan(file: name).plan : nil
          self =
            plan.map { .plan($0, document.diagnostics) } ?? .draft(document.draft, file: name)
          return
        }
      }
      self = .draft(
        try plugins.importer(for: source, format: format).draft(of: source), file: name)
    }

    /// A file on the disk; if there is none by that name, one in git.
    private static func source(_ name: String) throws -> ImportSource {
      do {
        return ImportSource(name: name, bytes: try SourceFile(name).read())
      } catch let error as DocumentError where error.diagnostics.first?.code == "no-such-file" {
        guard let file = GitFile(name) else { throw error }
        return ImportSource(name: name, bytes: try file.read())
      }
    }

    /// The plan, if its identifiers mean something.
    var identified: Plan? { if case .plan(let plan, _) = self { plan } else { nil } }

    var diagnostics: [Diagnostic] { converted.diagnostics }

    /// The blocks without their identifiers.
    var blocks: [DraftBlock] {
      switch self {
      case .plan(let plan, _): plan.blocks.map(DraftBlock.init)
      case .draft(let draft, _): draft.blocks
      }
    }

    /// The plan with identifiers, minted now where there were none.
    var converted: (plan: Plan, diagnostics: [Diagnostic]) {
      switch self {
      case .plan(let plan, let diagnostics): return (plan, diagnostics)
      case .draft(let draft, let file):
        let conversion = Conversion(draft, file: file)
        return (conversion.plan, conversion.diagnostics)
      }
    }
  }
}
