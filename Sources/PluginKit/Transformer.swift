public import PlanModel

/// A plugin that mends the text or the structure of a plan before its blocks get their identifiers:
/// it joins what a scanner tore apart, sets a heading's level, takes out a stamp.
///
/// It returns operations and never a document: each names a block and the hash of the text that it
/// expects there, so that nothing is changed that the plugin has not seen.
///
/// ```swift
/// struct StampRemover: Transformer {
///   let name = "stamps"
///   func operations(for blocks: [TransformedBlock]) -> [TransformOperation] {
///     blocks.filter { $0.block.text == "内部资料" }.map { .delete($0.reference) }
///   }
/// }
/// ```
public protocol Transformer: Plugin {
  /// The operations, in the order in which they are to be done.
  ///
  /// - Throws: A `DocumentError` if the plugin fails; the import then stops.
  func operations(for blocks: [TransformedBlock]) throws -> [TransformOperation]
}

/// A block as a transformer sees it.
public struct TransformedBlock: Sendable, Hashable {
  /// The block's name for this run: `b-1`, `b-2`, …; it gets its identifier later.
  public var name: String
  /// The block.
  public var block: DraftBlock

  /// Creates a block.
  public init(name: String, block: DraftBlock) {
    self.name = name
    self.block = block
  }

  /// The block with the text that is expected.
  public var reference: TransformOperation.Reference {
    TransformOperation.Reference(block: name, expect: block.text.fingerprint)
  }
}

/// One change to a draft.
public enum TransformOperation: Sendable, Hashable {
  /// A block, and the text that is expected in it.
  public struct Reference: Sendable, Hashable {
    /// The block's name.
    public var block: String
    /// The text's `fingerprint`.
    public var expect: String

    /// Creates a reference.
    public init(block: String, expect: String) {
      self.block = block
      self.expect = expect
    }
  }

  /// Puts another text in the place of a block's.
  case replaceText(Reference, text: String)
  /// Makes a block another sort of block.
  case setKind(Reference, Block.Kind)
  /// Sets or takes away the number mark of a heading.
  case setNumber(Reference, String?)
  /// Cuts a block in two before a scalar of its text.
  case split(Reference, at: Int)
  /// Joins a block with the one behind it, with some words between them.
  case merge(Reference, with: Reference, separator: String)
  /// Takes a block out.
  case delete(Reference)
  /// Puts a block behind another, or at the beginning.
  case insert(after: Reference?, DraftBlock)
}

extension String {
  /// Sixteen hexadecimal digits that change with the text: FNV-1a of 64 bits over its UTF-8.
  ///
  /// It guards against accidents, not against malice; a plugin has it from the host and gives it back.
  public var fingerprint: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
