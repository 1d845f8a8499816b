internal import Annotations
internal import Collation
internal import PlanModel

/// A program as a suggester.
struct ProcessSuggester: Suggester {
  let plugin: ProcessPlugin
  var name: String { plugin.name }

  func suggestions(for plan: Plan) throws -> [Suggestion] {
    let document = plan.metadata.version ?? plan.metadata.title ?? "the document"
    let result = try plugin.result(of: "suggest", at: .suggester, document: document) {
      $0.object { $0.document(plan) }
    }
    var places: [String: Int] = [:]
    for (index, block) in plan.blocks.enumerated() { places[block.id.rawValue] = index }
    return try plugin.reading(at: .suggester, document: document) { () throws(PluginFailure) in
      var suggestions: [Suggestion] = []
      for item in try result.items("suggestions") {
        suggestions.append(try suggestion(item, in: plan, places))
      }
      return suggestions
    }
  }

  private func suggestion(
    _ item: JSONValue, in plan: Plan, _ places: [String: Int]
  ) throws(PluginFailure) -> Suggestion {
    guard let kind = Suggestion.Kind(rawValue: item["kind"]?.text ?? "") else {
      throw .badAnswer("a suggestion is of the kind ‘\(item["kind"]?.text?.prefix(24) ?? "")’")
    }
    guard let id = item["block"]?.text, let block = places[id] else {
      throw .badAnswer("a suggestion names a block ‘\(item["block"]?.text?.prefix(24) ?? "")’")
    }
    let text = Array(plan.blocks[block].text.unicodeScalars)
    guard let start = item["start"]?.integer, let end = item["end"]?.integer, start >= 0,
      start < end, end <= text.count
    else { throw .badAnswer("a suggestion in \(id) has no range within its \(text.count) scalars") }
    let words = String(String.UnicodeScalarView(text[start..<end]))
    guard let exact = item["exact"]?.text, exact.unicodeScalars.elementsEqual(words.unicodeScalars)
    else {
      throw .badAnswer(
        "in \(id) at \(start)..<\(end) stands «\(words.prefix(24))», and not "
          + "«\(item["exact"]?.text?.prefix(24) ?? "")»; offsets count Unicode scalars")
    }
    var suggestion = Suggestion(
      kind, by: name, block: block, range: start..<end,
      confidence: min(1, max(0, item["confidence"]?.number ?? 0.5)))
    if let covers = item["covers"]?.list?.compactMap(\.integer), covers.count == 2, covers[0] >= 0,
      covers[0] < covers[1], covers[1] <= text.count
    {
      suggestion.covers = covers[0]..<covers[1]
    }
    for party in try item.items("agencies") {
      guard let name = party["name"]?.text, let role = party["role"]?.text else {
        throw .badAnswer("an agency needs name and role")
      }
      suggestion.parties.append(
        .init(name: name, role: role, isOpen: party["open"]?.flag ?? false))
    }
    if let date = item["date"] {
      guard let timeClass = Suggestion.Time.Class(rawValue: date["class"]?.text ?? "") else {
        throw .badAnswer("a date is of the class ‘\(date["class"]?.text?.prefix(24) ?? "")’")
      }
      suggestion.time = .init(
        text: date["text"]?.text ?? words, timeClass: timeClass, value: date["value"]?.text)
    }
    return suggestion
  }
}

/// A program as a classifier.
struct ProcessClassifier: BatchClassifier {
  let plugin: ProcessPlugin
  var name: String { plugin.name }

  func judgements(of changes: [Comparison.Change]) throws -> [Comparison.Judgement?] {
    guard !changes.isEmpty else { return [] }
    let document = "the comparison"
    let result = try plugin.result(of: "classify", at: .classifier, document: document) { form in
      form.object { form in
        form.name("changes")
        form.array(changes) { form, change in
          form.object { form in
            form.member("added", change.added)
            form.name("new")
            form.value([change.span.new.lowerBound, change.span.new.upperBound])
            form.member("newText", String(String.UnicodeScalarView(change.newText)))
            form.name("old")
            form.value([change.span.old.lowerBound, change.span.old.upperBound])
            form.member("oldText", String(String.UnicodeScalarView(change.oldText)))
            form.member("removed", change.removed)
          }
        }
      }
    }
    return try plugin.reading(at: .classifier, document: document) { () throws(PluginFailure) in
      let items = try result.items("judgements")
      guard items.count == changes.count else {
        throw .badAnswer("there are \(items.count) judgements on \(changes.count) changes")
      }
      var judgements: [Comparison.Judgement?] = []
      for item in items { judgements.append(try Self.judgement(item)) }
      return judgements
    }
  }

  private static func judgement(_ item: JSONValue) throws(PluginFailure) -> Comparison.Judgement? {
    guard item != .null else { return nil }
    guard let substance = Comparison.Substance(rawValue: item["substance"]?.text ?? "") else {
      throw .badAnswer(
        "a judgement has the substance ‘\(item["substance"]?.text?.prefix(24) ?? "")’")
    }
    return .init(substance, tags: try item.items("tags").compactMap(\.text))
  }
}
