internal import PlanModel

/// The form of a text from which an identifier is minted: what stays the same however the source
/// was wrapped, spaced, encoded or set in width.
///
/// Unicode's compatibility composition (NFKC, UAX #15), without white space and characters that
/// take no room, with the punctuation of both widths made one.
struct CanonicalText: Hashable {
  /// The text in UTF-8.
  private(set) var bytes: [UInt8] = []

  /// The length in bytes.
  var count: Int { bytes.count }

  init(_ source: String) {
    bytes.reserveCapacity(source.utf8.count)
    for scalar in source.unicodeScalars {
      guard let composed = scalar.composedAlone else {
        bytes.removeAll(keepingCapacity: true)
        for scalar in source.compatibilityComposed.unicodeScalars { read(scalar) }
        return
      }
      read(composed)
    }
  }

  private mutating func read(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x21...0x7E: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case 0x4E00...0x9FFF: append(scalar)
    default: if !Self.isIgnored(scalar) { append(Self.folded(scalar)) }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    // Every scalar has a form in UTF-8.
    if let encoded = UTF8.encode(scalar) { for byte in encoded { bytes.append(byte) } }
  }

  /// White space, and what Unicode calls default-ignorable: zero-width spaces and joiners, the
  /// byte-order mark, soft hyphens, direction marks, variation selectors.
  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isSpace || scalar.isInvisible
  }

  /// The narrow form of punctuation that has a form of each width which NFKC keeps apart.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "“", "”", "„", "‟", "「", "」", "『", "』", "«", "»", "〝", "〞": "\""
    case "‘", "’", "‚", "‛", "‹", "›": "'"
    case "—", "–", "‒", "―", "−", "‐", "‑", "─", "━": "-"
    case "。", "｡": "."
    case "、": ","
    case "【", "〔", "〖": "["
    case "】", "〕", "〗": "]"
    case "〈", "《": "<"
    case "〉", "》": ">"
    case "·", "•", "・", "‧": "."
    default: scalar
    }
  }
}
