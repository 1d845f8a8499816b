public import PlanModel

extension PluginSet {
  /// A draft after all transformers have done their work, each on what the one before left.
  ///
  /// A changed text is told as a note of the draft: nothing changes in silence.
  ///
  /// - Throws: A `DocumentError` if a transformer fails, or names a block that isn't there or that has
  ///   another text than it expects.
  public func transformed(_ draft: PlanDraft) throws -> PlanDraft {
    try transformers.reduce(draft) { draft, transformer in
      let names = draft.blocks.indices.map { "b-\($0 + 1)" }
      let blocks = zip(names, draft.blocks).map(TransformedBlock.init)
      var work = Transformation(blocks, by: transformer.name)
      for operation in try transformer.operations(for: blocks) { try work.apply(operation) }
      var result = draft
      result.blocks = work.blocks.map(\.block)
      result.diagnostics += work.notes
      return result
    }
  }
}

/// The blocks of a draft while operations are applied.
private struct Transformation {
  var blocks: [TransformedBlock]
  var notes: [Diagnostic] = []
  private let plugin: String
  private var made = 0

  init(_ blocks: [TransformedBlock], by plugin: String) {
    self.blocks = blocks
    self.plugin = plugin
  }

  mutating func apply(_ operation: TransformOperation) throws {
    switch operation {
    case .replaceText(let reference, let text):
      let index = try index(of: reference)
      note("replaced the text of", blocks[index].block)
      (blocks[index].block.text, blocks[index].block.markup) = (text, nil)
    case .setKind(let reference, let kind):
      let index = try index(of: reference)
      note("made a \(kind.name) of", blocks[index].block)
      blocks[index].block.kind = kind
    case .setNumber(let reference, let number):
      let index = try index(of: reference)
      note("set the number of", blocks[index].block)
      blocks[index].block.number = number
    case .split(let reference, let offset): try split(reference, at: offset)
    case .merge(let first, let second, let separator): try merge(first, second, separator)
    case .delete(let reference):
      let index = try index(of: reference)
      note("took out", blocks[index].block)
      blocks.remove(at: index)
    case .insert(let reference, let block):
      let place = try reference.map { try index(of: $0) + 1 } ?? 0
      note("put in", block)
      blocks.insert(TransformedBlock(name: newName(), block: block), at: place)
    }
  }

  private mutating func split(_ reference: TransformOperation.Reference, at offset: Int) throws {
    let index = try index(of: reference)
    let text = Array(blocks[index].block.text.unicodeScalars)
    guard offset > 0, offset < text.count else {
      throw fault("splits ‘\(reference.block)’ at \(offset), outside its \(text.count) scalars")
    }
    note("split", blocks[index].block)
    var second = blocks[index].block
    (second.text, second.markup) = (String(String.UnicodeScalarView(text[offset...])), nil)
    second.number = nil
    blocks[index].block.text = String(String.UnicodeScalarView(text[..<offset]))
    blocks[index].block.markup = nil
    blocks.insert(TransformedBlock(name: newName(), block: second), at: index + 1)
  }

  private mutating func merge(
    _ first: TransformOperation.Reference, _ second: TransformOperation.Reference,
    _ separator: String
  ) throws {
    let index = try index(of: first)
    guard try self.index(of: second) == index + 1 else {
      throw fault("merges ‘\(first.block)’ with ‘\(second.block)’, which doesn't follow it")
    }
    note("joined the next block to", blocks[index].block)
    blocks[index].block.text += separator + blocks[index + 1].block.text
    blocks[index].block.markup = nil
    if let own = blocks[index].block.source, let other = blocks[index + 1].block.source {
      blocks[index].block.source = SourcePlace(
        lines: min(
          own.lines.lowerBound, other.lines.lowerBound)...max(
            own.lines.upperBound, other.lines.upperBound),
        bytes: min(
          own.bytes.lowerBound, other.bytes.lowerBound)..<max(
            own.bytes.upperBound, other.bytes.upperBound))
    }
    blocks.remove(at: index + 1)
  }

  private func index(of reference: TransformOperation.Reference) throws -> Int {
    guard let index = blocks.firstIndex(where: { $0.name == reference.block }) else {
      throw fault("names a block ‘\(reference.block)’ that isn't there")
    }
    let text = blocks[index].block.text
    guard text.fingerprint == reference.expect else {
      throw fault(
        "expects another text in ‘\(reference.block)’: \(reference.expect), but "
          + "«\(text.prefix(16))» is \(text.fingerprint)")
    }
    return index
  }

  private mutating func newName() -> String {
    made += 1
    return "n-\(made)"
  }

  private func fault(_ words: String) -> DocumentError {
    DocumentError(code: "bad-operation", "the transformer ‘\(plugin)’ \(words)")
  }

  private mutating func note(_ words: String, _ block: DraftBlock) {
    notes.append(
      Diagnostic(
        .note, code: "transformed", "‘\(plugin)’ \(words) «\(block.text.prefix(16))»"))
  }
}
