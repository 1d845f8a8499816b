/// A text with everything made one that a change of typesetting or of converter may change: widths,
/// quotation marks, dashes, spaces, zero-width characters.
///
/// Two texts that fold to the same scalars say the same in the same words. Measured on one law from
/// two converters: 378 of 692 blocks agree byte for byte, 688 after such folding, and the other four
/// differ in wording.
public struct FoldedText: Sendable, Hashable {
  /// The folded scalars.
  public private(set) var scalars: [Unicode.Scalar] = []

  /// For each folded scalar the offset, in scalars of the source, of what it stands for; and last
  /// the length of the source.
  ///
  /// The offsets never descend. What was folded into one, or dropped, belongs to the scalar before.
  public private(set) var origins: [Int] = []

  /// Folds a text.
  ///
  /// - Complexity: O(*n*)
  public init(_ text: String) { self.init(Array(text.unicodeScalars)) }

  /// Folds some scalars.
  public init(_ source: [Unicode.Scalar]) {
    scalars.reserveCapacity(source.count)
    origins.reserveCapacity(source.count + 1)
    var spacing = Spacing()
    if source.allSatisfy(\.foldsAlone) {
      for (offset, scalar) in source.enumerated() { append(scalar, origin: offset, &spacing) }
    } else {
      let composed = ComposedScalars(source)
      for (scalar, origin) in zip(composed.scalars, composed.origins) {
        append(scalar, origin: origin, &spacing)
      }
    }
    origins.append(source.count)
  }

  /// What has been read before the scalar at hand.
  private struct Spacing {
    /// The origin of a space that has not been written yet.
    var pending: Int? = nil
    /// Whether the last scalar is wide, or punctuation that follows a wide one.
    var isAfterWide = false
    var isAfterDash = false
  }

  private mutating func append(
    _ scalar: Unicode.Scalar, origin: Int, _ spacing: inout Spacing
  ) {
    if scalar.isSpace {
      if spacing.pending == nil { spacing.pending = origin }
      return
    }
    if scalar.isPlainHan {
      spacing = Spacing(isAfterWide: true)
      scalars.append(scalar)
      origins.append(origin)
      return
    }
    guard !scalar.isInvisible else { return }
    let isWide = scalar.isWide
    let folded = scalar.foldedPunctuation
    if let space = spacing.pending {
      spacing.pending = nil
      if !scalars.isEmpty, !isWide, !spacing.isAfterWide {
        scalars.append(" ")
        origins.append(space)
        spacing.isAfterDash = false
      }
    }
    // `——`, `—` and `--` are one dash.
    if folded == "-", spacing.isAfterDash { return }
    spacing.isAfterDash = folded == "-"
    spacing.isAfterWide = isWide || spacing.isAfterWide && !folded.isWordPart
    scalars.append(folded)
    origins.append(origin)
  }

  /// The scalars of the source that a range of folded scalars stands for.
  public func source(of range: Range<Int>) -> Range<Int> {
    origins[range.lowerBound]..<max(origins[range.lowerBound], origins[range.upperBound])
  }
}

extension Unicode.Scalar {
  /// The commonest ideographs: the quick way.
  fileprivate var isPlainHan: Bool { (0x4E00...0x9FFF).contains(value) }

  /// Whether folding the scalar needs no look at its neighbours and no table.
  fileprivate var foldsAlone: Bool {
    switch value {
    case 0..<0xA0, 0xA1...0xA7, 0xA9, 0xAB...0xAE, 0xB0...0xB1, 0xB6...0xB7, 0xBB, 0xBF...0xFF,
      0x200B, 0x2010, 0x2012...0x2015, 0x2018...0x201F, 0x2022, 0x3000...0x3020, 0x3400...0x9FFF,
      0xFEFF, 0xFF01...0xFF5E:
      true
    default: false
    }
  }

  /// The scalar that stands for all that differ from it in width or as quotation marks and dashes do.
  package var foldedPunctuation: Unicode.Scalar {
    switch value {
    case 0..<0x7F: self
    case 0x3400...0x9FFF: self
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0).map(\.foldedPunctuation) ?? self
    case 0x201C...0x201F, 0xAB, 0xBB, 0x300C...0x300F, 0x301D...0x301F: "\""
    case 0x2018...0x201B, 0x2032, 0x60, 0xB4: "'"
    case 0x2010...0x2015, 0x2212, 0x2500, 0x2043: "-"
    case 0x301C, 0x223C: "~"
    case 0x3008, 0x2039: "<"
    case 0x3009, 0x203A: ">"
    case 0x2022, 0x2027, 0x30FB: "·"
    default: self
    }
  }
}
