import Foundation
import PlanImport
import PlanModel
import Testing

@Test func `dump`() throws {
  let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Site/Versions/2019-12-02/source.txt").standardized
  let draft = try PlainTextReader(startsIn: "第五章 第一节").draft(of: Array(Data(contentsOf: url)), file: "source.txt")
  for b in draft.blocks { print(b.kind, b.number ?? "-", b.text.prefix(12), "…", b.text.suffix(8), b.source!.lines, b.text.unicodeScalars.count) }
  print(draft.metadata, draft.furniture)
  for d in draft.diagnostics { print(d.severity, d.message) }
  print(draft.blocks.count, draft.blocks.filter { !$0.kind.isHeading }.reduce(0) { $0 + $1.text.unicodeScalars.count })
}
