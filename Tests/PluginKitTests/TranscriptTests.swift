import Collation
import Foundation
import PlanModel
import PluginKit
import Testing

/// A plugin that plays its side of a recorded conversation, and complains where the host's side isn't
/// what was recorded: members may be added, but none may change or go.
private let player = """
  import json, sys

  def holds(want, got):
      if isinstance(want, dict):
          return isinstance(got, dict) and all(k in got and holds(v, got[k]) for k, v in want.items())
      if isinstance(want, list):
          return isinstance(got, list) and len(want) == len(got) and all(map(holds, want, got))
      return want == got

  for entry in open(TRANSCRIPT, encoding="utf-8"):
      side, message = entry[0], entry[2:].strip()
      if side == "<":
          print(message, flush=True)
          continue
      line = sys.stdin.readline()
      if not holds(json.loads(message), json.loads(line)):
          print(json.dumps({"id": json.loads(line)["id"], "error": {"message": "not as recorded: " + line}}), flush=True)

  """

private func playing<Result: Sendable>(
  _ stage: String, more: String = "", _ body: @escaping @Sendable (PluginSet) throws -> Result
) async throws -> Result {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Transcripts/\(stage).jsonl").path(percentEncoded: false)
  return try await withPlugin(
    "TRANSCRIPT = \"\(file)\"\n" + player, stages: "\"\(stage)\"", more: more, body)
}

private func blocks(_ texts: String...) -> [Block] {
  texts.enumerated().compactMap { index, text in
    BlockID("p-\(index)").map { Block(id: $0, kind: .paragraph, text: text) }
  }
}

/// What plugins were told and answered under protocol 1 stays understood for as long as it is spoken:
/// these recordings are never changed, only added to.
@Suite(.serialized, .timeLimit(.minutes(1))) struct `A conversation recorded under protocol 1` {
  private let register = NoteRegister(title: "题", version: "2020", plan: smallPlan, entries: [])

  @Test func `with a suggester is understood`() async throws {
    try await playing("suggester") { plugins in
      let found = plugins.suggestions(for: smallPlan)
      #expect(plugins.faults.drained() == [])
      #expect(found.map(\.range) == [3..<5])
    }
  }

  @Test func `with an importer is understood`() async throws {
    try await playing("importer", more: ", \"formats\": [\"bar\"]") { plugins in
      let source = ImportSource(name: "a.bar", bytes: Array("甲|乙".utf8))
      let draft = try plugins.importer(for: source, format: "bar").draft(of: source)
      #expect(draft.blocks.map(\.text) == ["甲", "乙", "丙"])
      #expect(draft.blocks.map(\.kind) == [.heading(level: 1), .item(depth: 2), .paragraph])
      #expect(draft.metadata.language == "zh-Hans")
      #expect(draft.diagnostics.map(\.severity) == [.note])
    }
  }

  @Test func `with a transformer is understood`() async throws {
    try await playing("transformer") { plugins in
      let draft = PlanDraft(
        blocks: ["a", "b", "abc"].map { DraftBlock(kind: .paragraph, text: $0) })
      let texts = try plugins.transformed(draft).blocks.map(\.text)
      #expect(texts == ["A", "a", "bc"])
    }
  }

  @Test func `with a classifier is understood`() async throws {
    try await playing("classifier") { plugins in
      let (old, new) = (blocks("加强河流的保护和治理工作。"), blocks("加强湖泊的保护和治理工作。"))
      let result = plugins.classifiedAtOnce(
        Comparison(aligning: old, with: new), old: old, new: new)
      #expect(plugins.faults.drained() == [])
      #expect(result.links[0].tags.contains("water"))
    }
  }

  @Test func `with an exporter is understood`() async throws {
    let register = register
    try await playing("exporter", more: ", \"formats\": [\"x\"], \"fileName\": \"x.txt\"") {
      let files = try $0.exporters[0].files(of: register)
      #expect(files.map(\.path) == ["x.txt", "more/y.bin"])
      #expect(files.map(\.bytes) == [Array("湖".utf8), [0, 1, 255]])
    }
  }

  @Test func `with a contributor to pages is understood`() async throws {
    let register = register
    try await playing("pages") {
      let parts = try $0.contributors[0].parts(for: register)
      #expect(parts.map(\.slot) == [.home])
      #expect(parts[0].content.first == .text("湖"))
    }
  }
}
