import PlanModel

/// A text as it is searched: what a person may type otherwise is made one.
///
/// Compatibility composition, lower case, quotation marks and dashes of one sort each, no characters
/// without room, one space for several and none beside an ideograph. `search.js` folds a query by
/// the same rules; whoever changes one changes the other.
package struct SearchText {
  /// The folded scalars.
  package private(set) var scalars: [Unicode.Scalar] = []

  private var isAfterSpace = false

  /// Folds a text.
  package init(_ text: String) {
    scalars.reserveCapacity(text.utf8.count / 2)
    for scalar in text.unicodeScalars {
      // Most texts need no more than one look at each scalar.
      guard let composed = scalar.composedAlone else {
        scalars.removeAll(keepingCapacity: true)
        isAfterSpace = false
        for scalar in text.compatibilityComposed.unicodeScalars { append(scalar) }
        return
      }
      append(composed)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    // Most of a Chinese text: nothing to fold, and no space beside it.
    if (0x4E00...0x9FFF).contains(scalar.value) {
      isAfterSpace = false
      scalars.append(scalar)
      return
    }
    guard !scalar.isInvisible else { return }
    if scalar.isSpace {
      isAfterSpace = true
      return
    }
    if isAfterSpace, let last = scalars.last, !last.takesNoSpace, !scalar.takesNoSpace {
      scalars.append(" ")
    }
    isAfterSpace = false
    let folded = scalar.foldedForSearch
    if folded.value < 0x80 || (0x3000...0x303F).contains(folded.value) {
      scalars.append(folded)
    } else {
      scalars += folded.properties.lowercaseMapping.unicodeScalars
    }
  }
}

extension Unicode.Scalar {
  /// Whether spaces beside the scalar say nothing: ideographs, kana and the punctuation among them.
  fileprivate var takesNoSpace: Bool { isUnspaced || (0x3000...0x303F).contains(value) }

  fileprivate var foldedForSearch: Unicode.Scalar {
    switch value {
    case 0x41...0x5A: Unicode.Scalar(UInt8(truncatingIfNeeded: value + 32))
    case 0x201C...0x201F, 0xAB, 0xBB, 0x300C...0x300F, 0x301D...0x301F: "\""
    case 0x2018...0x201B: "'"
    case 0x2010...0x2015, 0x2212: "-"
    default: self
    }
  }
}
