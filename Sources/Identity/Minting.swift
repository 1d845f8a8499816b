internal import Crypto
public import PlanModel

/// Gives identifiers to blocks that are new.
///
/// An identifier is `p-`, or `h-` for a heading, and at least eight characters of lower-case base
/// 32 without look-alikes, from SHA-256 over the canonical text and, for the *n*-th equal text, *n*.
/// So two people who convert the same text get the same identifiers, whatever the wrapping, the
/// spacing, the width and the encoding of their sources.
public struct Mint: Sendable {
  /// The identifiers in use, and those that were and are retired.
  private var taken: Set<BlockID>
  private var occurrences: [Key: Int] = [:]

  private struct Key: Hashable {
    var isHeading: Bool
    /// SHA-256 stands for the canonical text; no two texts are known that share one.
    var digest: SHA256.Digest
  }

  /// Creates a mint.
  ///
  /// - Parameter taken: Every identifier that was ever given to a block of this plan; none is given
  ///   again.
  public init(taken: Set<BlockID> = []) { self.taken = taken }

  /// A new identifier for a block.
  ///
  /// Equal texts are counted in the order in which they come, so the blocks of a plan are to be
  /// minted in the order of reading.
  ///
  /// - Parameters:
  ///   - kind: What sort of block it is.
  ///   - number: The number mark of a heading; it counts only if the heading has no words.
  ///   - text: The block's text.
  /// - Returns: An identifier that no block of the plan ever had.
  public mutating func identifier(for kind: Block.Kind, number: String?, text: String) -> BlockID {
    let words = CanonicalText(text).bytes
    let canonical = words.isEmpty ? CanonicalText(number ?? "").bytes : words
    var digest = SHA256.hash(data: canonical)
    let occurrence = occurrences[Key(isHeading: kind.isHeading, digest: digest), default: 0] + 1
    occurrences[Key(isHeading: kind.isHeading, digest: digest)] = occurrence
    if occurrence > 1 { digest = SHA256.hash(data: canonical + Array("\n\(occurrence)".utf8)) }
    let prefix = Array((kind.isHeading ? "h-" : "p-").utf8)
    let letters = prefix + Self.base32(digest)
    // Eight characters are 40 bits. Two texts of a plan that agree in them take more.
    for length in prefix.count + 8...letters.count {
      if let id = BlockID(String(decoding: letters[..<length], as: UTF8.self)),
        taken.insert(id).inserted
      {
        return id
      }
    }
    return identifier(for: kind, number: number, text: text)
  }

  /// Crockford's alphabet: no `i`, `l`, `o` or `u`, so that nothing is mistaken for a digit.
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  private static func base32(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(52)
    var buffer = 0
    var bits = 0
    for byte in bytes {
      buffer = (buffer << 8 | Int(byte)) & 0xFFF
      bits += 8
      while bits >= 5 {
        bits -= 5
        letters.append(alphabet[buffer >> bits & 31])
      }
    }
    return letters
  }
}
