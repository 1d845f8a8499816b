import PlanModel

/// A piece of text that is compared as a whole.
struct Token {
  /// What a token is made of.
  enum Kind: UInt8 {
    /// One ideograph or kana, or a number written in ideographs.
    case ideograph
    /// A number in digits with its separators and its sign of per cent.
    case number
    /// A run of letters.
    case word
    /// A run of spaces.
    case space
    /// The break between two paragraphs.
    case paragraphBreak
    /// Anything else, one scalar.
    case punctuation

    /// Whether such tokens carry the words, rather than set them.
    var isWording: Bool { self == .ideograph || self == .number || self == .word }
  }

  var kind: Kind
  /// Equal for tokens that fold to the same.
  var id: UInt32
  /// The scalars of the text.
  var range: Range<Int>

  /// What the token is worth to a reader who meets it unchanged between two changes.
  ///
  /// A lone `的` or `the` between changed words says nothing; a clause does.
  var worth: Float {
    switch kind {
    case .ideograph: Float(range.count)
    case .number, .word: min(2.5, 0.6 + 0.35 * Float(range.count))
    case .punctuation: 0.35
    case .space, .paragraphBreak: 0
    }
  }
}

/// Cuts texts into tokens; equal tokens of all texts it has cut have equal integers.
struct Tokenizer {
  /// Tokens of several scalars; those of one are their own integer.
  private var runs = TextInterner()
  private static let firstRun: UInt32 = 0x11_0000

  /// The tokens of a text.
  ///
  /// By script: an ideograph or kana alone; ideographic numerals together, and digits with their
  /// separators, so that `二十万` becomes `五十万` and not `二` `五`; letters and syllables of other
  /// scripts by the word. Marks and zero-width characters belong to what stands before them.
  ///
  /// - Complexity: O(*n*)
  mutating func tokens(of text: [Unicode.Scalar]) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(text.count)
    var start = 0
    while start < text.count {
      let kind = Token.Kind(text[start])
      var end = start + 1
      while end < text.count, kind.continues(text, start, end) { end += 1 }
      tokens.append(Token(kind: kind, id: id(text[start..<end], kind), range: start..<end))
      start = end
    }
    return tokens
  }

  private mutating func id(_ scalars: ArraySlice<Unicode.Scalar>, _ kind: Token.Kind) -> UInt32 {
    if kind == .space { return 0x20 }
    if scalars.count == 1, let only = scalars.first, only.value < 0xFF00 || kind != .word {
      return only.foldedPunctuation.value
    }
    let folded = FoldedText.scalars(of: Array(scalars))
    if folded.count == 1 { return folded[0].value }
    return Self.firstRun + UInt32(runs.intern(folded[...]))
  }
}

extension Token.Kind {
  fileprivate init(_ scalar: Unicode.Scalar) {
    self =
      if scalar == "\n" {
        .paragraphBreak
      } else if scalar.isUnspaced {
        .ideograph
      } else if scalar.isDigit {
        .number
      } else if scalar.isWordPart {
        .word
      } else if scalar.isSpace {
        .space
      } else {
        .punctuation
      }
  }

  /// Whether the scalar at `end` belongs to the token that begins at `start`.
  fileprivate func continues(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
    let scalar = text[end]
    if scalar.isInvisible || scalar.isMark { return true }
    switch self {
    case .ideograph: return text[start].isNumeral && scalar.isNumeral
    case .number:
      return scalar.isDigit || scalar.isNumberSign || scalar.isLetter
        || scalar.isSeparator && text[end - 1].isDigit && end + 1 < text.count
          && text[end + 1].isDigit
    case .word: return scalar.isDigit || scalar.isLetter
    case .space: return scalar.isSpace && scalar != "\n"
    case .paragraphBreak, .punctuation: return false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool {
    (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
  }

  /// A letter of a script that is written in words; `5G`, `IPv6` and `30km` are one token each.
  fileprivate var isLetter: Bool { isWordPart && !isUnspaced }

  /// What may follow the digits of a number and is read with them.
  fileprivate var isNumberSign: Bool {
    switch self {
    case "%", "％", "‰", "℃", "万", "亿", "萬", "億": true
    default: false
    }
  }

  fileprivate var isSeparator: Bool { self == "." || self == "," || self == "．" }

  fileprivate var isNumeral: Bool {
    switch self {
    case "〇", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿",
      "萬", "億":
      true
    default: false
    }
  }

  fileprivate var isMark: Bool {
    guard value >= 0x300, !isWide, !(0x2010...0x2027).contains(value) else { return false }
    let category = properties.generalCategory
    return category == .nonspacingMark || category == .spacingMark || category == .enclosingMark
  }
}
