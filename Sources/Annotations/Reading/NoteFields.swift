internal import PlanModel
internal import YAMLReading
internal import Yams

/// Reads the values of a note's fields, each by its type.
extension NoteReader {
  mutating func value(
    _ node: Node, of field: AnnotationKind.Field
  ) -> Annotation.Value? {
    switch field.type {
    case .text, .markdown, .reference:
      let texts = reader.texts(node, "‘\(field.key)’")
      if texts.count > 1, !field.isRepeated {
        reader.report("wrong-type", "‘\(field.key)’ takes one value", at: node)
      }
      return texts.isEmpty ? nil : .text(texts)
    case .link:
      let nodes = node.scalar == nil ? reader.list(node, "‘\(field.key)’") : [node]
      let links = nodes.compactMap { link($0) }
      if links.count > 1, !field.isRepeated {
        reader.report("wrong-type", "‘\(field.key)’ takes one value", at: node)
      }
      return links.isEmpty ? nil : .text(links)
    case .agencies:
      let nodes = node.scalar == nil ? reader.list(node, "‘\(field.key)’") : [node]
      let references = nodes.compactMap { agency($0) }
      return references.isEmpty ? nil : .agencies(references)
    case .date: return date(node).map { .date($0) }
    case .quantity: return quantity(node).map { .quantity($0) }
    case .choice:
      guard let word = reader.text(node, "‘\(field.key)’") else { return nil }
      if field.choices.contains(where: { $0.key == word }) { return .choice(word) }
      reader.unknown(
        word, "the word", at: node, among: field.choices.map(\.key), code: "unknown-choice")
      return nil
    }
  }

  /// `上海市`, `各有关部门等`, or a mapping with name and open.
  private mutating func agency(_ node: Node) -> AgencyReference? {
    var name = ""
    var isOpen = false
    var nameNode = node
    if node.scalar != nil {
      name = reader.text(node, "an agency") ?? ""
    } else {
      for entry in reader.mapping(node, "an agency") {
        switch entry.key {
        case "name":
          name = reader.text(entry.value, "an agency's name") ?? ""
          nameNode = entry.value
        case "open": isOpen = reader.flag(entry.value, "‘open’")
        default: reader.unknownKey(entry, "the key", known: ["name", "open"])
        }
      }
    }
    guard !name.isEmpty else { return nil }
    if name.hasSuffix("等"), agencies.agency(named: name) == nil {
      name.removeLast()
      isOpen = true
    }
    guard let agency = agencies.agency(named: name, on: day) else {
      reader.unknown(
        name, "the agency", at: nameNode, among: agencies.knownNames, code: "unknown-agency")
      return nil
    }
    return AgencyReference(name: name, agency: agency.id, isOpen: isOpen)
  }

  private mutating func date(_ node: Node) -> DateExpression? {
    if let text = node.scalar?.string {
      return checked(DateExpression(kind: .by, value: text), at: node)
    }
    var date: DateExpression?
    var words: String?
    let faults = reader.diagnostics.count
    for entry in reader.mapping(node, "a date") {
      if entry.key == "text" {
        words = reader.text(entry.value, "the words")
      } else if let kind = DateExpression.Kind(rawValue: entry.key) {
        if date != nil {
          reader.report("wrong-type", "a date is of one kind only", at: entry.keyNode)
        } else if kind.needsValue {
          date = reader.text(entry.value, "the date").flatMap {
            checked(DateExpression(kind: kind, value: $0), at: entry.value)
          }
        } else if reader.flag(entry.value, "‘\(kind.rawValue)’") {
          date = DateExpression(kind: kind, value: nil)
        }
      } else {
        reader.unknownKey(
          entry, "the key", known: DateExpression.Kind.allCases.map(\.rawValue) + ["text"])
      }
    }
    if date == nil, reader.diagnostics.count == faults {
      reader.report(
        "missing-field", "a date needs its kind and value", at: node,
        help: "write { by: \"2025\", text: … }, or none: true")
    }
    date?.words = words
    return date
  }

  private mutating func checked(_ date: DateExpression, at node: Node) -> DateExpression? {
    guard date.kind != .recurring, let value = date.value, !DateExpression.isTime(value) else {
      return date
    }
    reader.report(
      "bad-date", "‘\(value)’ is no date", at: node,
      help: "write 2025, 2025-06, 2025-06-30 or 2021/2025")
    return nil
  }

  private mutating func quantity(_ node: Node) -> Quantity? {
    var quantity = Quantity(comparator: .exactly)
    let faults = reader.diagnostics.count
    for entry in reader.mapping(node, "a quantity") {
      switch entry.key {
      case "value":
        quantity.value = reader.text(entry.value, "the amount")
        if let value = quantity.value, !value.isDecimal {
          reader.report("bad-number", "‘\(value)’ is no number", at: entry.value)
        }
      case "comparator":
        quantity.comparator =
          reader.word(entry.value, "the comparator", as: Quantity.Comparator.self) ?? .exactly
      case "unit": quantity.unit = reader.text(entry.value, "the unit")
      case "text": quantity.words = reader.text(entry.value, "the words")
      default:
        reader.unknownKey(entry, "the key", known: ["value", "comparator", "unit", "text"])
      }
    }
    let isBare = quantity.value == nil && quantity.words == nil && quantity.comparator != .notBelow
    if isBare, reader.diagnostics.count == faults {
      reader.report(
        "missing-field", "a quantity needs a value, or else the words that set it", at: node)
    }
    return quantity
  }

  mutating func status(_ node: Node) -> Annotation.StatusEntry? {
    var day: CalendarDay?
    var state: Annotation.StatusEntry.State?
    var evidence: String?
    var note: String?
    for entry in reader.mapping(node, "a status") {
      switch entry.key {
      case "on":
        day = reader.text(entry.value, "the day").flatMap(CalendarDay.init)
        if day == nil {
          reader.report(
            "bad-date", "a status is of a day", at: entry.value, help: "write 2021-06-30")
          return nil
        }
      case "state":
        state = reader.word(entry.value, "the state", as: Annotation.StatusEntry.State.self)
      case "evidence": evidence = link(entry.value)
      case "note": note = reader.text(entry.value, "‘note’")
      default:
        reader.unknownKey(entry, "the key", known: ["on", "state", "evidence", "note"])
      }
    }
    guard let day, let state else {
      // A day or state that is there and wrong has been told already.
      let keys = node.mapping?.keys.compactMap(\.scalar?.string) ?? []
      if !keys.contains("on") || !keys.contains("state") {
        reader.report("missing-field", "a status needs a day and a state", at: node)
      }
      return nil
    }
    return Annotation.StatusEntry(day: day, state: state, evidence: evidence, note: note)
  }

  mutating func decision(_ node: Node) -> Annotation.Decision? {
    var version: String?
    var verdict: Annotation.Decision.Verdict?
    var paragraph: BlockID?
    var quote: String?
    // The value that a fault of the decision is most likely about.
    var place: FilePlace?
    for entry in reader.mapping(node, "a decision") {
      switch entry.key {
      case "version":
        version = reader.text(entry.value, "the version")
        place = place ?? reader.place(of: entry.value)
      case "decision":
        verdict = reader.word(
          entry.value, "the decision", as: Annotation.Decision.Verdict.self)
      case "paragraph": paragraph = identifier(entry.value)
      case "quote":
        quote = reader.text(entry.value, "the quote")?.droppingFinalLineFeed
        place = reader.place(of: entry.value)
      default:
        reader.unknownKey(
          entry, "the key", known: ["version", "decision", "paragraph", "quote"])
      }
    }
    guard let version, let verdict else {
      reader.report("missing-field", "a decision needs a version and what was decided", at: node)
      return nil
    }
    if verdict == .reattached, quote == nil {
      reader.report("missing-field", "a note is reattached to a quote", at: node)
      return nil
    }
    return Annotation.Decision(
      version: version, verdict: verdict, paragraph: paragraph, quote: quote,
      place: place ?? reader.place(of: node))
  }
}

extension String {
  fileprivate var isDecimal: Bool {
    let digits = split(separator: ".", omittingEmptySubsequences: false)
    let unsigned = first == "-" ? dropFirst() : self[...]
    return digits.count <= 2 && !unsigned.isEmpty
      && unsigned.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
      && unsigned.first != "." && unsigned.last != "."
  }
}
