import Foundation
import PlanModel
import PluginKit
import Testing

/// A plugin that says with each answer which process gave it, and which of its answers it was.
private func counting(more: String = "") -> String {
  opening + """
    count = 0
    while True:
        request = ask()
        if not request: break
        count += 1
        \(more)
        say(request["id"], {"diagnostics": [], "blocks": [
            {"kind": "paragraph", "text": f"{os.environ['HOME']} {count}"}]})

    """
}

/// A program is started once for all that it is asked at a stage.
@Suite(.serialized, .timeLimit(.minutes(1))) struct `A plugin's program` {
  private let formats = ", \"formats\": [\"bar\"]"

  /// What the plugin answers to one question: the process, and how many it has answered.
  @Sendable private static func answer(_ plugins: PluginSet) throws -> (home: String, count: String)
  {
    let source = ImportSource(name: "a.bar", bytes: [65])
    let words = try plugins.importers[0].draft(of: source).blocks[0].text.split(separator: " ")
    return (String(words[0]), String(words[1]))
  }

  @Test func `answers one question after the other`() async throws {
    try await withPlugin(counting(), stages: "\"importer\"", more: formats) { plugins in
      let answers = try (0..<5).map { _ in try Self.answer(plugins) }
      #expect(answers.map(\.count) == ["1", "2", "3", "4", "5"])
      #expect(Set(answers.map(\.home)).count == 1)
    }
  }

  @Test func `that ends after its answer is started again`() async throws {
    let program = counting().replacing(
      "{count}\"}]})", with: "{count}\"}]})\n    sys.exit(0)")
    try await withPlugin(program, stages: "\"importer\"", more: formats) { plugins in
      let answers = try (0..<3).map { _ in try Self.answer(plugins) }
      #expect(answers.map(\.count) == ["1", "1", "1"])
      #expect(Set(answers.map(\.home)).count == 3)
    }
  }

  @Test(arguments: [
    ("count == 2 and time.sleep(600)", "did not answer within 2 s"),
    ("count == 2 and print('?', flush=True)", "wrote a line that is no message"),
    (
      "count == 2 and print(json.dumps({'id': 2, 'error': {'message': 'no'}}), flush=True)",
      "says: no"
    ),
  ])
  func `that fails once is started anew for the next question`(fault: String, words: String)
    async throws
  {
    try await withPlugin(
      counting(more: fault), stages: "\"importer\"", seconds: 2, more: formats
    ) { plugins in
      let before = try Self.answer(plugins).count
      let error = #expect(throws: DocumentError.self) { try Self.answer(plugins) }
      let message = error?.diagnostics.first?.message ?? ""
      #expect(message.contains(words), "\(message.prefix(200))")
      let after = try Self.answer(plugins).count
      #expect((before, after) == ("1", "1"))
    }
  }

  @Test func `that is at rest is stopped by no time limit`() async throws {
    try await withPlugin(
      counting(), stages: "\"importer\"", seconds: 0.5, more: formats
    ) { plugins in
      let before = try Self.answer(plugins).count
      Thread.sleep(forTimeInterval: 1.2)
      let after = try Self.answer(plugins).count
      #expect((before, after) == ("1", "2"))
    }
  }

  @Test func `is ended with what it has started, and its home goes with it`() async throws {
    let home = try await withPlugin(counting(), stages: "\"importer\"", more: formats) { plugins in
      let home = try Self.answer(plugins).home
      #expect(FileManager.default.fileExists(atPath: home))
      return home
    }
    #expect(!FileManager.default.fileExists(atPath: home))
  }

  @Test func `ends when nobody holds its plugin any more`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "plugin-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(counting().utf8).write(to: folder.appending(path: "main.py"))
    let json = """
      {"name": "brief", "version": "1", "protocol": 1, "command": ["python3", "-S", "main.py"],
       "stages": ["importer"], "formats": ["bar"]}
      """
    let manifest = try PluginManifest(json: Array(json.utf8), file: "plugin.json")
    let home = try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            var plugins = PluginSet()
            plugins.add(
              ProcessPlugin(
                manifest, folder: folder.path(percentEncoded: false), identity: "test"))
            return try Self.answer(plugins).home
          })
      }
    }
    #expect(home.contains("variorum-brief-"))
    #expect(!FileManager.default.fileExists(atPath: home))
  }
}
