import Annotations
import Collation
import PlanModel
import PluginKit

/// What a program of somebody else's does with the toolkit: it makes two versions of a plan, compares
/// them, asks a classifier and a suggester of its own, and carries a note.
@main
struct Embedding {
  static func main() throws {
    let old = plan("港口能力提高3%。", "加强生态保护。")
    let new = plan("加强生态保护。", "港口能力提高2.5%。")

    let plugins = PluginSet(classifiers: [PercentClassifier()], suggesters: [PortSuggester()])
    let comparison = plugins.classified(
      Comparison(aligning: old.blocks, with: new.blocks), old: old.blocks, new: new.blocks)
    require(comparison.links.contains { $0.kind == .edited && $0.tags.contains("percent") })
    require(comparison.links.contains { $0.isMoved })

    let suggestions = plugins.suggestions(for: old)
    require(suggestions.map(\.block) == [0] && suggestions[0].range == 0..<2)

    let kinds = KindsFile(yaml: "kinds: { task: { label: 任务 } }", file: "kinds.yml")
    let agencies = AgenciesFile(yaml: "", file: "agencies.yml")
    let file = AnnotationFile(
      yaml: """
        notes:
          - { id: ports, kind: task, on: { version: "1", quote: 港口能力提高3% } }
        """,
      file: "notes.yml", kinds: kinds.kinds, agencies: agencies.registry)
    let notes = AnnotationSet([file], kinds: kinds, agencies: agencies)
    require(notes.diagnostics.isEmpty)
    let versions = [NamedPlan(version: "1", plan: old), NamedPlan(version: "2", plan: new)]
    let (passages, faults) = notes.located(in: versions)
    require(faults.isEmpty)
    let placements = notes.placements(of: passages, in: versions, comparisons: [comparison])
    require(placements[0]?.last?.quote == "港口能力提高2.5%")
    print("the libraries can be used by another package")
  }

  private static func plan(_ texts: String...) -> Plan {
    Plan(
      blocks: texts.enumerated().compactMap { index, text in
        BlockID("p-\(index)").map { Block(id: $0, kind: .paragraph, text: text) }
      })
  }

  private static func require(_ holds: Bool, line: Int = #line) {
    precondition(holds, "line \(line) does not hold")
  }
}

struct PercentClassifier: Classifier {
  let name = "percent"

  func judgement(of change: Comparison.Change) -> Comparison.Judgement? {
    (change.removed + change.added).contains("%")
      ? Comparison.Judgement(.substantive, tags: ["percent"]) : nil
  }
}

struct PortSuggester: Suggester {
  let name = "ports"

  func suggestions(for plan: Plan) -> [Suggestion] {
    plan.blocks.indices.filter { plan.blocks[$0].text.hasPrefix("港口") }
      .map { Suggestion(.mention, by: name, block: $0, range: 0..<2, confidence: 1) }
  }
}
