import Annotations
import Collation
import PlanModel

let kindsYAML = """
  kinds:
    task:
      label: { zh-Hans: 任务, en: Task }
      fields:
        lead: { type: agencies }
        deadline: { type: date }
        strength: { type: choice, choices: { firm: 硬, soft: 软 } }
    indicator:
      fields:
        target: { type: quantity, required: true }
  """

let agenciesYAML = """
  agencies:
    - { id: shanghai, name: { zh-Hans: 上海市, en: Shanghai }, aliases: [上海, 沪] }
    - { id: jiangsu, name: 江苏省, aliases: [苏] }
  """

/// The set of one file of notes.
func set(_ notes: String) -> AnnotationSet {
  let kinds = KindsFile(yaml: kindsYAML, file: "kinds.yml")
  let agencies = AgenciesFile(yaml: agenciesYAML, file: "agencies.yml")
  let file = AnnotationFile(
    yaml: notes, file: "notes.yml", kinds: kinds.kinds, agencies: agencies.registry)
  return AnnotationSet([file], kinds: kinds, agencies: agencies)
}

/// A plan of paragraphs, named p-0, p-1 and so on.
func plan(_ texts: [String], version: String = "v1", prefix: String = "p") -> NamedPlan {
  let blocks = texts.enumerated().compactMap { index, text in
    BlockID("\(prefix)-\(index)").map { Block(id: $0, kind: .paragraph, text: text) }
  }
  return NamedPlan(version: version, plan: Plan(blocks: blocks))
}

/// The placement of some words of an old text in a new one.
func carried(_ quote: String, from old: [String], to new: [String]) -> Placement? {
  let (old, new) = (plan(old), plan(new, version: "v2", prefix: "q"))
  let yaml =
    "notes:\n  - id: a\n    kind: task\n    on:\n      version: v1\n      quote: |\n"
    + quote.split(separator: "\n").map { "        \($0)\n" }.joined()
  let notes = set(yaml)
  let (passages, _) = notes.located(in: [old, new])
  let comparison = Comparison(aligning: old.plan.blocks, with: new.plan.blocks)
  return notes.placements(of: passages, in: [old, new], comparisons: [comparison])[0]?.last
}
