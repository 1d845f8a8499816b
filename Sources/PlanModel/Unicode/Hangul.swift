/// Decomposition and composition of Hangul syllables by rule (The Unicode Standard, section 3.12).
enum Hangul {
  private static let syllables: ClosedRange<UInt32> = 0xAC00...0xD7A3
  private static let leading: ClosedRange<UInt32> = 0x1100...0x1112
  private static let vowels: ClosedRange<UInt32> = 0x1161...0x1175
  private static let trailing: ClosedRange<UInt32> = 0x11A8...0x11C2
  /// One less than the first trailing consonant: a syllable without one has the index 0.
  private static let trailingBase: UInt32 = 0x11A7
  private static let trailingCount: UInt32 = 28
  private static let vowelCount: UInt32 = 21

  /// The two or three jamo of a syllable, or `nil` for any other scalar.
  static func decomposition(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    guard syllables.contains(scalar.value) else { return nil }
    let index = scalar.value - syllables.lowerBound
    let (block, final) = index.quotientAndRemainder(dividingBy: trailingCount)
    let jamo = [
      leading.lowerBound + block / vowelCount, vowels.lowerBound + block % vowelCount,
      final == 0 ? nil : trailingBase + final,
    ]
    return jamo.compactMap { $0.flatMap(Unicode.Scalar.init) }
  }

  /// The syllable of a leading consonant and a vowel, or of an open syllable and a trailing
  /// consonant.
  static func composite(of first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    if leading.contains(first.value), vowels.contains(second.value) {
      let block = (first.value - leading.lowerBound) * vowelCount
      let vowel = second.value - vowels.lowerBound
      return Unicode.Scalar(syllables.lowerBound + (block + vowel) * trailingCount)
    }
    guard syllables.contains(first.value), trailing.contains(second.value),
      (first.value - syllables.lowerBound).isMultiple(of: trailingCount)
    else { return nil }
    return Unicode.Scalar(first.value + second.value - trailingBase)
  }
}
