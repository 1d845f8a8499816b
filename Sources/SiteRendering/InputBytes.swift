import PlanModel

/// Values one after another, each with its length, so that no two lists of values read the same.
struct InputBytes {
  var bytes: [UInt8] = []

  mutating func add(_ number: Int) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ values: [UInt8]) {
    add(values.count)
    bytes.append(contentsOf: values)
  }

  /// A block's position in words, which says all that is shown of it.
  mutating func add(_ position: Outline.Position) {
    add(position.labels)
    add(position.paragraph ?? -1)
  }

  mutating func add(_ texts: [String]) {
    add(texts.count)
    for text in texts { add(text) }
  }

  /// Texts of which some may be missing.
  mutating func add(_ texts: [String?]) {
    add(texts.count)
    for text in texts {
      if let text { add(text) } else { add(-1) }
    }
  }

  mutating func add(_ value: MetadataValue) {
    switch value {
    case .text(let text): add(text)
    case .list(let values):
      add(values.count)
      for value in values { add(value) }
    case .mapping(let fields):
      add(fields.count)
      for field in fields {
        add(field.key)
        add(field.value)
      }
    }
  }
}
