import Foundation
import PlanModel
import PluginKit

/// A plugin for one test: a program in a folder of its own, gone when the test is over.
///
/// The body runs on a thread of its own, as a command does: who waits for a program must not hold a
/// thread that tasks share.
func withPlugin<Result: Sendable>(
  _ program: String, name: String = "main.py", command: [String] = ["python3", "-S", "main.py"],
  stages: String = "\"suggester\"", seconds: Double = 10, more: String = "",
  _ body: @escaping @Sendable (PluginSet) throws -> Result
) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "plugin-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try Data(program.utf8).write(to: folder.appending(path: name))
  let words = command.map { "\"\($0)\"" }.joined(separator: ", ")
  let json = """
    {"name": "bad", "version": "1", "protocol": 1, "command": [\(words)], "stages": [\(stages)],
     "timeoutSeconds": \(seconds)\(more)}
    """
  let manifest = try PluginManifest(json: Array(json.utf8), file: "plugin.json")
  let plugin = ProcessPlugin(
    manifest, folder: folder.path(percentEncoded: false), identity: "test")
  var plugins = PluginSet()
  plugins.add(plugin)
  let set = plugins
  return try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread {
      let result = Swift.Result { try body(set) }
      plugin.end()
      continuation.resume(with: result)
    }
  }
}

/// What begins every sound plugin: it reads requests and answers the first.
let opening = """
  import json, sys, os, time
  def say(id, result): print(json.dumps({"id": id, "result": result}), flush=True)
  def ask():
      line = sys.stdin.readline()
      return json.loads(line) if line else None
  request = ask()
  say(0, {"protocol": 1})

  """

let smallPlan = Plan(
  metadata: PlanMetadata(fields: [MetadataField(key: "version", value: .text("2020"))]),
  blocks: BlockID("p-1").map {
    [Block(id: $0, kind: .paragraph, text: "保护\u{1F30A}太湖。")]
  } ?? [])
