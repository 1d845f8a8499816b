import PlanModel

/// A short run of scalars by which texts are found: two scalars in scripts that are written without
/// spaces, three in others.
///
/// Every run of letters is followed by marks of its end, so that a query that is shorter than such a
/// run is the beginning of one. Runs overlap; so any string of letters that stands in a text, inside
/// of words too, is made of the text's grams.
///
/// The scalars are kept in one number, the first in the highest bits, so that the order of grams is
/// that of their UTF-8 and a large text needs no string for each.
package struct SearchGram: Sendable, Hashable, Comparable {
  /// 21 bits for each scalar; the last 21 are 0 if there are two.
  let key: UInt64

  /// The mark of an end; it is no letter.
  private static let end = UInt64(UInt8(ascii: "$"))

  /// The first scalar.
  var first: UInt32 { UInt32(key >> 42) }

  /// The gram as a text.
  package var text: String {
    var text = String.UnicodeScalarView()
    for shift in [42, 21, 0] as [UInt64] {
      let value = UInt32(truncatingIfNeeded: key >> shift & 0x1F_FFFF)
      if value > 0, let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }

  /// Gives each gram of a text in the order of its places; one that occurs again is given again.
  package static func each(in text: SearchText, _ body: (SearchGram) -> Void) {
    let scalars = text.scalars
    var index = 0
    while index < scalars.count {
      guard scalars[index].isWordPart else {
        index += 1
        continue
      }
      let isPaired = scalars[index].isSearchedInPairs
      let start = index
      index += 1
      while index < scalars.count, scalars[index].isWordPart,
        scalars[index].isSearchedInPairs == isPaired
      {
        index += 1
      }
      for place in start..<index {
        let second = place + 1 < index ? UInt64(scalars[place + 1].value) : end
        let third = isPaired ? 0 : place + 2 < index ? UInt64(scalars[place + 2].value) : end
        body(SearchGram(key: UInt64(scalars[place].value) << 42 | second << 21 | third))
      }
    }
  }

  package static func < (left: SearchGram, right: SearchGram) -> Bool { left.key < right.key }
}

extension Unicode.Scalar {
  /// South-East and East Asian scripts.
  fileprivate var isSearchedInPairs: Bool {
    value >= 0xE00 && !(0x1E00...0x2FFF).contains(value)
  }
}
