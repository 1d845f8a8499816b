import Foundation
import Fuzzing
import PlanModel
import Testing

@Suite struct `Normalization Form KC` {
  /// What Foundation makes of a text: the slow reference.
  ///
  /// By way of the decomposed form, since Foundation on Linux leaves `가` and a trailing consonant
  /// apart, against section 3.12 of the standard.
  private func reference(_ text: String) -> [Unicode.Scalar] {
    let decomposed = text.decomposedStringWithCompatibilityMapping
    return Array(decomposed.precomposedStringWithCompatibilityMapping.unicodeScalars)
  }

  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  /// The table's own version, so that a later Unicode in the system library changes nothing here.
  private let assigned: [Unicode.Scalar] = (0...0x10_FFFF).compactMap(Unicode.Scalar.init).filter {
    guard let age = $0.properties.age else { return false }
    return age.major <= 14
  }

  @Test func `agrees with Foundation on every assigned scalar`() {
    let wrong = assigned.filter {
      let text = String($0)
      return scalars(text.compatibilityComposed) != reference(text)
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `agrees with Foundation on random sequences`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let marks = assigned.filter { $0.properties.canonicalCombiningClass != .notReordered }
    let bases = scalars("aeoAÅq\u{1100}\u{1161}\u{11A8}가각かハ\u{9C7}\u{9BE}ﬁ㍿①，Ｗ中\u{1E9B}\u{212B}")
    for _ in 0..<2_000 {
      var sequence: [Unicode.Scalar] = []
      for _ in 0..<Int(random.next() % 8) {
        switch random.next() % 4 {
        case 0: sequence.append(assigned[Int(random.next() % UInt64(assigned.count))])
        case 1: sequence.append(bases[Int(random.next() % UInt64(bases.count))])
        default: sequence.append(marks[Int(random.next() % UInt64(marks.count))])
        }
      }
      let text = String(String.UnicodeScalarView(sequence))
      #expect(scalars(text.compatibilityComposed) == reference(text), "\(sequence)")
    }
  }

  @Test func `changes nothing the second time`() {
    for scalar in assigned {
      let once = String(scalar).compatibilityComposed
      #expect(scalars(once.compatibilityComposed) == scalars(once))
    }
  }

  @Test(arguments: [
    ("Ｗｉ－Ｆｉ　５Ｇ", "Wi-Fi 5G"), ("㎡", "m2"), ("（一）", "(一)"), ("豈", "豈"), ("ｶﾞ", "ガ"),
    ("か\u{3099}", "が"), ("……", "......"),
    ("到２０２５年，Ｇ\u{300}·“甲”——〈乙〉　完", "到2025年,G\u{300}·“甲”——〈乙〉 完"), ("Ａ，“一”　〔二〕", "A,“一” 〔二〕"),
    ("第①条", "第1条"),
  ])
  func `makes widths and compatibility forms one`(text: String, composed: String) {
    #expect(scalars(text.compatibilityComposed) == scalars(composed))
  }

  @Test func `takes a long run of marks in its stride`() {
    let marks = String(repeating: "\u{301}\u{323}", count: 50_000)
    let composed = scalars(("a" + marks).compatibilityComposed)
    #expect(composed.prefix(3) == ["\u{1EA1}", "\u{323}", "\u{323}"])
    #expect(composed.count == 100_000)
  }
}
