import Collation
import SiteRendering
import Testing

@Suite struct ChangePiecesTests {
  @Test func `the pieces are both texts, whole and in order`() {
    let spans = [
      Comparison.Span(old: 1..<3, new: 1..<2), Comparison.Span(old: 5..<5, new: 4..<6),
    ]
    let pieces = changePieces(spans: spans, oldCount: 7, newCount: 8)
    #expect(
      pieces == [
        .same(old: 0..<1, new: 0..<1), .changed(spans[0]), .same(old: 3..<5, new: 2..<4),
        .changed(spans[1]), .same(old: 5..<7, new: 6..<8),
      ])
  }

  @Test(arguments: [
    [Comparison.Span(old: 0..<9, new: 0..<1)],
    [Comparison.Span(old: 2..<3, new: 2..<3), Comparison.Span(old: 0..<1, new: 0..<1)],
    [Comparison.Span(old: 2..<3, new: 0..<1)],
    [],
  ])
  func `spans that don't fit lose no text`(spans: [Comparison.Span]) {
    let pieces = changePieces(spans: spans, oldCount: 4, newCount: 5)
    var old: [Int] = []
    var new: [Int] = []
    for piece in pieces {
      switch piece {
      case .same(let left, let right):
        #expect(left.count == right.count)
        old += Array(left)
        new += Array(right)
      case .changed(let span):
        old += Array(span.old)
        new += Array(span.new)
      }
    }
    #expect(old == Array(0..<4))
    #expect(new == Array(0..<5))
  }
}
