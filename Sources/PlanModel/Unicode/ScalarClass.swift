/// The classes of scalars that comparing texts tells apart.
extension Unicode.Scalar {
  /// Whether the scalar is an ideograph, one of the marks written among them (`々〇`) or a radical.
  @inlinable package var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005...0x3007, 0x3021...0x3029, 0xF900...0xFAFF,
      0x2E80...0x2FDF, 0x2_0000...0x3_FFFD:
      true
    default: false
    }
  }

  /// Whether the scalar is written without spaces between words: ideographs and kana.
  @inlinable package var isUnspaced: Bool {
    isHan || (0x3041...0x30FF).contains(value) || (0x31F0...0x31FF).contains(value)
  }

  /// Whether the scalar takes a full square in print, so that no space is set beside it.
  ///
  /// Full-width letters and digits are none: they stand for ordinary ones, in words with spaces
  /// between them.
  @inlinable package var isWide: Bool {
    switch value {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: false
    case 0x3000...0x303F, 0xFF01...0xFF60: true
    default: isUnspaced
    }
  }

  /// Whether the scalar is a space of any width, a tab or a line break.
  @inlinable package var isSpace: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x3000: true
    case 0..<0x1680, 0x2060..<0x3000, 0x3001...: false
    default: properties.isWhitespace
    }
  }

  /// Whether the scalar embeds, overrides or isolates a direction of writing: U+202A to U+202E and U+2066
  /// to U+2069.
  ///
  /// Whoever sees a text with it may see another order than it has (Boucher and Anderson, *Trojan
  /// Source*, 2021). The marks that right-to-left text needs, U+061C, U+200E and U+200F, are none of
  /// them.
  @inlinable package var directsWriting: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }

  /// Whether nothing is printed for the scalar: zero-width marks, soft hyphen, byte order mark.
  @inlinable package var isInvisible: Bool {
    switch value {
    case 0..<0xAD, 0x2010...0x2027, 0x3001..<0x3164, 0x3400...0xD7FF, 0xFF01...0xFF60: false
    default: properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether the scalar is a letter, an ideograph, a digit or a mark upon one of these.
  @inlinable package var isWordPart: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x61...0x7A, 0x30...0x39, 0x41...0x5A, 0x3400...0x4DBF,
      0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF:
      true
    case 0..<0x80, 0x2010...0x2027, 0x2030...0x205E, 0x3001...0x3004, 0x3008...0x3020,
      0xFF01...0xFF0F:
      false
    default: isWordPartByProperty
    }
  }

  @usableFromInline package var isWordPartByProperty: Bool {
    properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
      || properties.generalCategory == .spacingMark
  }
}
