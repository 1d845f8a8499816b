internal import Annotations
public import PlanModel
public import PluginKit

/// A plan with what the suggesters propose for it.
public struct Suggestions: Sendable {
  /// The plan.
  public var plan: Plan
  /// The suggestions, in the order of reading.
  public var suggestions: [Suggestion]
  /// A name for each, which stays the same as long as its words do.
  public var ids: [String]
  /// What was decided about each.
  public var states: [State]

  /// Names suggestions that nobody decided about yet.
  init(plan: Plan, suggestions: [Suggestion]) {
    self.plan = plan
    self.suggestions = suggestions
    ids = Self.names(of: suggestions, in: plan)
    states = suggestions.map { _ in .open }
  }

  /// Those of some kinds, or all kinds if none is named; what was decided is left out unless it is
  /// wanted too.
  public func filtered(kinds: [Suggestion.Kind] = [], isDecidedToo: Bool = false) -> Suggestions {
    var result = self
    let indices = suggestions.indices.filter { index in
      (kinds.isEmpty || kinds.contains(suggestions[index].kind))
        && (isDecidedToo || states[index] == .open)
    }
    result.suggestions = indices.map { suggestions[$0] }
    result.ids = indices.map { ids[$0] }
    result.states = indices.map { states[$0] }
    return result
  }

  /// Asks the suggesters about a version of a project or a file, whichever the name means.
  ///
  /// - Parameters:
  ///   - name: A version of the project, or a file's path.
  ///   - project: The project, if there is one.
  ///   - format: The format of the file, where a person named it.
  /// - Returns: The suggestions, and what is doubtful in the source.
  /// - Throws: A `DocumentError` if it can be neither found nor read.
  public static func suggesting(
    for name: String, project: Project?, format: String? = nil
  ) throws -> (suggestions: Suggestions, diagnostics: [Diagnostic]) {
    let plugins = try project?.plugins() ?? Project.standardPlugins
    let side = try ComparedVersions.Side(name, project: project, format: format, plugins)
    let (plan, diagnostics) = side.converted
    var found = Suggestions(plan: plan, suggestions: plugins.suggestions(for: plan))
    if let project, project.configuration.versions.contains(where: { $0.name == name }) {
      found.decide(by: try project.suggestionsFile())
    }
    return (found, diagnostics + plugins.faults.drained())
  }

  /// The suggestions as lines for a terminal: what is proposed, where, and on what evidence.
  public var text: String {
    let positions = Outline(of: plan).positions
    var text = suggestions.enumerated().map { index, suggestion in
      let block = plan.blocks[suggestion.block]
      let quote = Array(block.text.unicodeScalars)[suggestion.range]
        .map(\.shownOnTerminal)
      var words = [
        "\(ids[index])  \(suggestion.kind.rawValue)  \(positions[suggestion.block].text)  #\(block.id)"
          + (states[index] == .open ? "" : "  \(states[index].rawValue)")
      ]
      words.append("  \(String(String.UnicodeScalarView(quote)))")
      for party in suggestion.parties {
        words.append("  \(party.role): \(party.name)\(party.isOpen ? " …" : "")")
      }
      if let time = suggestion.time {
        words.append("  \(time.timeClass.rawValue): \(time.value ?? "?")")
      }
      if let indicator = suggestion.indicator { words.append("  \(indicator.words)") }
      if let reference = suggestion.reference { words.append("  \(reference.words)") }
      if let rule = suggestion.rule { words.append("  rule: \(rule)") }
      return words.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
    text += suggestions.isEmpty ? "nothing is suggested\n" : "\n\(suggestions.count) suggestions\n"
    return text
  }

  /// Writes the suggestions as JSON of the form `variorum/suggestions/1`, one line, names in sorted
  /// order: DESIGN section 9.
  ///
  /// - Parameter sink: Takes what is written, piece by piece.
  public func writeJSON(to sink: @escaping ([UInt8]) -> Void) {
    var writer = JSONWriter(to: sink)
    writer.object { form in
      form.name("blocks")
      form.array(plan.blocks) { form, block in
        form.object { form in
          form.name("id")
          form.value(block.id.rawValue)
          form.name("text")
          form.value(block.text)
        }
      }
      form.name("schema")
      form.value("variorum/suggestions/1")
      form.name("suggestions")
      form.array(suggestions.indices) { form, index in
        let suggestion = suggestions[index]
        form.write(
          suggestion, in: plan.blocks[suggestion.block], id: ids[index], state: states[index])
      }
    }
    writer.finish()
  }
}

extension JSONWriter {
  fileprivate mutating func write(
    _ suggestion: Suggestion, in block: Block, id: String, state: Suggestions.State
  ) {
    let quote = Array(block.text.unicodeScalars)[suggestion.range]
    object { form in
      form.name("agencies")
      form.array(suggestion.parties) { form, party in
        form.object { form in
          form.name("name")
          form.value(party.name)
          form.name("open")
          form.value(party.isOpen)
          form.name("role")
          form.value(party.role)
        }
      }
      form.name("block")
      form.value(suggestion.block)
      form.name("confidence")
      form.value((suggestion.confidence * 1000).rounded() / 1000)
      form.name("covers")
      form.value([suggestion.covers.lowerBound, suggestion.covers.upperBound])
      if let time = suggestion.time {
        form.name("date")
        form.object { form in
          form.name("class")
          form.value(time.timeClass.rawValue)
          form.name("text")
          form.value(time.text)
          if let value = time.value {
            form.name("value")
            form.value(value)
          }
        }
      }
      form.name("end")
      form.value(suggestion.range.upperBound)
      form.name("id")
      form.value(id)
      if let indicator = suggestion.indicator {
        form.name("indicator")
        form.write(indicator)
      }
      form.name("kind")
      form.value(suggestion.kind.rawValue)
      form.name("quote")
      form.value(String(String.UnicodeScalarView(quote)))
      if let reference = suggestion.reference {
        form.name("reference")
        form.write(reference)
      }
      if let rule = suggestion.rule {
        form.name("rule")
        form.value(rule)
      }
      form.name("start")
      form.value(suggestion.range.lowerBound)
      form.name("state")
      form.value(state.rawValue)
      form.name("suggester")
      form.value(suggestion.suggester)
    }
  }

  fileprivate mutating func write(_ indicator: Suggestion.Indicator) {
    object { form in
      form.name("comparator")
      form.value(indicator.quantity.comparator.rawValue)
      form.name("name")
      form.value(indicator.name)
      for (name, value) in [
        ("unit", indicator.quantity.unit), ("value", indicator.quantity.value),
        ("year", indicator.year),
      ] {
        guard let value else { continue }
        form.name(name)
        form.value(value)
      }
    }
  }

  fileprivate mutating func write(_ reference: Suggestion.Reference) {
    object { form in
      form.name("path")
      form.array(reference.path) { form, step in form.value(step) }
      if let target = reference.target {
        form.name("target")
        form.value(target.rawValue)
      }
      if let title = reference.title {
        form.name("title")
        form.value(title)
      }
    }
  }
}

extension Suggestion.Indicator {
  fileprivate var words: String {
    let amount = [quantity.value, quantity.unit].compactMap(\.self).joined(separator: " ")
    return "\(name): \(quantity.comparator.rawValue) \(amount)" + (year.map { " by \($0)" } ?? "")
  }
}

extension Suggestion.Reference {
  fileprivate var words: String {
    let place = path.joined(separator: " ")
    return [title.map { "《\($0)》" }, place.isEmpty ? nil : place, target.map { "→ #\($0)" }]
      .compactMap(\.self).joined(separator: " ")
  }
}
