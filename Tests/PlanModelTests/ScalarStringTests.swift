import PlanModel
import Testing

@Suite struct `The text of some scalars` {
  @Test func `is what the standard library makes of each scalar there is`() {
    let all = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
    for start in stride(from: 0, to: all.count, by: 4_096) {
      let run = all[start..<min(start + 4_096, all.count)]
      #expect(String(scalars: run) == String(String.UnicodeScalarView(run)))
    }
  }

  @Test func `of none is empty`() {
    #expect(String(scalars: [Unicode.Scalar]()) == "")
  }
}
