/// Fields as a table or a command line has them: a key, or a key and a part (`deadline.text`), each
/// with a text.
///
/// | field | text |
/// |---|---|
/// | agencies | names between `、` or `;`; `等` behind a name leaves the list open |
/// | date | `2025`, or the kind before it: `horizon 2025`; also `deadline.kind`, `deadline.text` |
/// | quantity | `85 %`, `≥ 85 %`; also `target.comparator`, `target.unit`, `target.text` |
/// | status | `2021-06-30 done https://… remark`; one entry a line |
/// | anything else | the text; given again, a list |
///
/// Where entries stand one a line, a line that begins with two spaces goes on with the one above it.
public enum FlatFields {
  /// The entries of a note.
  ///
  /// What has another form is passed on as it is, for the reader of the files to find fault with.
  ///
  /// - Parameters:
  ///   - pairs: Keys with their texts; a key may come again.
  ///   - kind: The note's kind; `nil` if it isn't known.
  /// - Returns: The entries, in the order in which their keys came first.
  public static func entries(
    _ pairs: [(key: String, text: String)], of kind: AnnotationKind?
  ) -> [NoteValue.Entry] {
    var keys: [String] = []
    var texts: [String: [(part: String?, text: String)]] = [:]
    for (name, text) in pairs where !text.isEmpty {
      let pieces = name.split(separator: ".", maxSplits: 1).map(String.init)
      let key = pieces.first ?? name
      if texts[key] == nil { keys.append(key) }
      texts[key, default: []].append((pieces.count > 1 ? pieces[1] : nil, text))
    }
    return keys.map { key in
      NoteValue.Entry(key, value(texts[key] ?? [], of: key, type: kind?.field(key)?.type))
    }
  }

  /// Texts as one, each on a line of its own and the rest of its lines set in by two spaces.
  public static func text(ofLines texts: [String]) -> String {
    texts.map { $0.replacing("\n", with: "\n  ") }.joined(separator: "\n")
  }

  /// The texts that ``text(ofLines:)`` made one of; empty ones are left out.
  public static func lines(of text: String) -> [String] {
    var texts: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("  "), let last = texts.last, !last.isEmpty {
        texts[texts.count - 1] = last + "\n" + line.dropFirst(2)
      } else {
        texts.append(String(line))
      }
    }
    return texts.filter { !$0.isEmpty }
  }

  /// A value as texts from which ``entries(_:of:)`` makes it again; a list's elements aren't parted.
  ///
  /// - Parameters:
  ///   - value: The value, in the form of the files.
  ///   - key: The field's key.
  ///   - type: The field's type.
  /// - Returns: Keys, some with a part, and their texts.
  static func texts(
    of value: NoteValue, of key: String, type: AnnotationKind.FieldType?
  ) -> [(key: String, text: String)] {
    if let text = value.text { return [(key, text)] }
    return value.entries.flatMap { entry -> [(key: String, text: String)] in
      let text = entry.value.text ?? ""
      switch (type, entry.key) {
      case (.quantity, "value"): return [(key, text)]
      case (.date, "text"), (.quantity, _): return [(key + "." + entry.key, text)]
      case (.date, _): return [(key, text), (key + ".kind", entry.key)]
      default: return [(key + "." + entry.key, text)]
      }
    }
  }

  private static func value(
    _ texts: [(part: String?, text: String)], of key: String, type: AnnotationKind.FieldType?
  ) -> NoteValue {
    let whole = texts.filter { $0.part == nil }.map(\.text)
    let parts = texts.compactMap { pair in pair.part.map { (part: $0, text: pair.text) } }
    switch type {
    case .agencies:
      let names = whole.flatMap { $0.split { "、；;\n".contains($0) } }
      return .list(names.map { .text(trimmed($0)) })
    case .date: return date(whole.first, parts)
    case .quantity: return quantity(whole.first, parts)
    default: break
    }
    if key == "status" { return .list(whole.flatMap(lines).map(status)) }
    guard parts.isEmpty else {
      return .mapping(parts.map { .init($0.part, $0.text) })
    }
    return whole.count == 1 ? .text(whole[0]) : .list(whole.map(NoteValue.text))
  }

  private static func date(_ text: String?, _ parts: [(part: String, text: String)]) -> NoteValue {
    let words = (text ?? "").split(separator: " ", maxSplits: 1).map(String.init)
    let named = words.first.flatMap(DateExpression.Kind.init)
    let kind = parts.first { $0.part == "kind" }?.text ?? named?.rawValue ?? "by"
    let value = named == nil ? text : (words.count > 1 ? words[1] : nil)
    let needsValue = DateExpression.Kind(rawValue: kind)?.needsValue ?? true
    var entries = [NoteValue.Entry(kind, needsValue ? .text(value ?? "") : .flag(true))]
    entries += parts.filter { $0.part != "kind" }.map { .init($0.part, $0.text) }
    return .mapping(entries)
  }

  private static func quantity(
    _ text: String?, _ parts: [(part: String, text: String)]
  ) -> NoteValue {
    var entries: [NoteValue.Entry] = []
    var rest = Substring(text ?? "").drop { $0 == " " }
    if let (sign, comparator) = signs.first(where: { rest.hasPrefix($0.0) }) {
      entries.append(.init("comparator", comparator.rawValue))
      rest = rest.dropFirst(sign.count).drop { $0 == " " }
    }
    let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    entries.add("value", String(number))
    entries.add("unit", trimmed(rest.dropFirst(number.count)))
    for (part, text) in parts {
      entries.removeAll { $0.key == part }
      entries.append(.init(part, text))
    }
    return .mapping(entries)
  }

  private static let signs: [(String, Quantity.Comparator)] = [
    (">=", .atLeast), ("≥", .atLeast), ("<=", .atMost), ("≤", .atMost), (">", .above),
    ("<", .below), ("~", .about), ("≈", .about), ("=", .exactly),
  ]

  private static func status(_ line: String) -> NoteValue {
    let words = line.split(separator: " ", maxSplits: 2).map(String.init)
    var entries: [NoteValue.Entry] = []
    entries.add("on", words.first)
    if words.count > 1 { entries.add("state", words[1]) }
    guard words.count > 2 else { return .mapping(entries) }
    let isLink = words[2].hasPrefix("https://") || words[2].hasPrefix("http://")
    let link = isLink ? words[2].prefix { $0 != " " } : ""
    entries.add("evidence", String(link))
    entries.add("note", trimmed(words[2].dropFirst(link.count)))
    return .mapping(entries)
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var scalars = String(text).unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }
}
