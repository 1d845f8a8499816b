internal import PlanModel
internal import YAMLReading
internal import Yams

/// The YAML between two lines `---` at the head of a plan.md.
enum FrontMatter {
  /// Front matter and body of a text.
  struct Parts {
    var metadata = PlanMetadata()
    var body: Substring
    /// How many lines stand before the body.
    var lines = 0
  }

  /// Longer front matter is refused: nobody writes that by hand.
  private static let longest = 64 << 10

  /// Parts a text; without front matter all of it is the body.
  static func parse(_ text: String) throws(FrontMatterError) -> Parts {
    // Only the lines up to the second fence are looked at: a plan may have a hundred thousand.
    var rest = text[...]
    guard isFence(takeLine(from: &rest)) else { return Parts(body: text[...]) }
    let start = rest.startIndex
    var end = start
    var lines = 1
    repeat {
      guard !rest.isEmpty else { return Parts(body: text[...]) }
      end = rest.startIndex
      lines += 1
    } while !isFence(takeLine(from: &rest))
    let yaml = String(text[start..<end])
    guard yaml.utf8.count <= longest else { throw FrontMatterError(line: 1, "is too long") }
    var parts = Parts(body: rest, lines: lines)
    var reader = FieldReader()
    parts.metadata = PlanMetadata(fields: try reader.fields(of: yaml))
    return parts
  }

  /// Takes the first line, without the line feed at its end.
  private static func takeLine(from text: inout Substring) -> Substring {
    guard let end = text.utf8.firstIndex(of: UInt8(ascii: "\n")) else {
      defer { text = text[text.endIndex...] }
      return text
    }
    defer { text = text[text.utf8.index(after: end)...] }
    return text[..<end]
  }

  private static func isFence(_ line: Substring) -> Bool {
    line == "---" || line == "---\r"
  }

  /// The front matter of some metadata, with its fences; nothing if there is none.
  static func text(of metadata: PlanMetadata) -> String {
    guard !metadata.fields.isEmpty else { return "" }
    let node = Node.mapping(
      Node.Mapping(metadata.fields.map { (Node($0.key), self.node($0.value)) }))
    guard let yaml = try? Yams.serialize(node: node, width: -1, allowUnicode: true) else {
      return ""
    }
    return "---\n\(yaml)---\n\n"
  }

  private static func node(_ value: MetadataValue) -> Node {
    switch value {
    case .text(let text): Node(text)
    case .list(let values): Node.sequence(Node.Sequence(values.map(node)))
    case .mapping(let fields):
      Node.mapping(Node.Mapping(fields.map { (Node($0.key), node($0.value)) }))
    }
  }
}

/// Turns YAML into fields, within a budget.
private struct FieldReader {
  /// How many values are read at most.
  private var budget = 10_000

  mutating func fields(of yaml: String) throws(FrontMatterError) -> [MetadataField] {
    var reader = YAMLReader(file: "")
    let node = reader.root(of: yaml)
    if let fault = reader.diagnostics.first {
      // The first line of the file is the fence.
      throw FrontMatterError(
        line: (fault.place?.line ?? 0) + 1, "is no sound YAML: \(fault.message)")
    }
    guard let node else { return [] }
    guard case .mapping(let mapping) = node else {
      throw FrontMatterError(line: (node.mark?.line ?? 1) + 1, "must be a mapping of keys")
    }
    return try fields(of: mapping, depth: 0)
  }

  private mutating func fields(
    of mapping: Node.Mapping, depth: Int
  ) throws(FrontMatterError) -> [MetadataField] {
    var fields: [MetadataField] = []
    for (key, value) in mapping {
      let line = (key.mark?.line ?? 1) + 1
      guard let name = key.scalar?.string else {
        throw FrontMatterError(line: line, "has a key that is no text")
      }
      fields.append(MetadataField(key: name, value: try metadata(value, depth: depth + 1)))
    }
    return fields
  }

  private mutating func metadata(
    _ node: Node, depth: Int
  ) throws(FrontMatterError) -> MetadataValue {
    budget -= 1
    guard depth <= 8, budget > 0 else {
      throw FrontMatterError(line: (node.mark?.line ?? 1) + 1, "is too large or nested too deeply")
    }
    switch node {
    case .scalar(let scalar): return .text(scalar.string)
    case .sequence(let sequence):
      var values: [MetadataValue] = []
      for value in sequence { values.append(try metadata(value, depth: depth + 1)) }
      return .list(values)
    case .mapping(let mapping): return .mapping(try fields(of: mapping, depth: depth + 1))
    case .alias:
      throw FrontMatterError(line: (node.mark?.line ?? 1) + 1, "has an alias, which is not read")
    }
  }
}

/// Front matter that cannot be read.
struct FrontMatterError: Error {
  /// The line in the file, from 1.
  var line: Int
  var problem: String

  init(line: Int, _ problem: String) {
    self.line = line
    self.problem = problem
  }
}
