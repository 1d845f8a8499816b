import Foundation
import PlanModel
import PluginKit
import Testing

/// Everything that a program can do wrong ends in time, with one message that names the plugin, the
/// stage and the document.
@Suite(.serialized, .timeLimit(.minutes(2))) struct `A plugin that` {
  @Sendable private func failure(_ plugins: PluginSet) -> String {
    let before = ContinuousClock.now
    let suggestions = plugins.suggestions(for: smallPlan)
    #expect(suggestions == [])
    #expect(ContinuousClock.now - before < .seconds(40))
    let faults = plugins.faults.drained()
    #expect(faults.count == 1)
    let message = faults.first?.message ?? ""
    #expect(message.hasPrefix("the plugin ‘bad’ (suggester, on ‘2020’) "), "\(message)")
    return message
  }

  @Test(arguments: [
    ("ends at once", "raise SystemExit(3)", "ended before it answered; its status was 3"),
    ("ends after the greeting", opening + "raise SystemExit(0)", "ended before it answered"),
    (
      "writes what is no message", "print('hello', flush=True); input(); input()",
      "wrote a line that is no message: hello"
    ),
    (
      "writes half a line", opening + "ask(); sys.stdout.write('{\"id\": 1'); sys.stdout.flush()",
      "ended before it answered"
    ),
    (
      "speaks another protocol",
      "print('{\"id\": 0, \"result\": {\"protocol\": 7}}', flush=True); input()",
      "speaks protocol 7 of plugins; this is variorum, which speaks 1"
    ),
    (
      "answers another request", opening + "ask(); say(9, {})\nask()",
      "answered 9 where 1 was asked"
    ),
    (
      "says what is wrong",
      opening
        + "ask(); print('{\"id\": 1, \"error\": {\"message\": \"no lakes\"}}', flush=True)\nask()",
      "says: no lakes"
    ),
    (
      "answers in bytes that are no text", opening + "ask(); os.write(1, b'\\xff\\xfe{\\n'); ask()",
      "wrote a line that is no message"
    ),
    (
      "nests its answer without end", opening + "ask(); print('[' * 1000000, flush=True); ask()",
      "wrote a line that is no message"
    ),
    (
      "answers with no list", opening + "ask(); say(1, {'suggestions': 7}); ask()",
      "‘suggestions’ is no list"
    ),
    (
      "names no block of the document",
      opening
        + "ask(); say(1, {'suggestions': [{'kind': 'date', 'block': 'p-9', 'start': 0, 'end': 1, 'exact': '保'}]}); ask()",
      "names a block ‘p-9’"
    ),
    (
      "counts in other units",
      opening
        + "ask(); say(1, {'suggestions': [{'kind': 'date', 'block': 'p-1', 'start': 4, 'end': 5, 'exact': '太'}]}); ask()",
      "at 4..<5 stands «湖», and not «太»"
    ),
    (
      "points behind the end",
      opening
        + "ask(); say(1, {'suggestions': [{'kind': 'date', 'block': 'p-1', 'start': 0, 'end': 99, 'exact': '太'}]}); ask()",
      "has no range within its 6 scalars"
    ),
    (
      "has huge numbers",
      opening
        + "ask(); say(1, {'suggestions': [{'kind': 'date', 'block': 'p-1', 'start': 1e300, 'end': 1e301, 'exact': '太'}]}); ask()",
      "has no range"
    ),
    (
      "suggests what there isn't",
      opening + "ask(); say(1, {'suggestions': [{'kind': 'wish'}]}); ask()", "is of the kind ‘wish’"
    ),
    (
      "writes on standard error before it fails",
      opening + "sys.stderr.write('cannot find\\nthe lakes\\n'); sys.exit(1)",
      "on standard error it wrote: cannot find / the lakes"
    ),
    (
      "writes on standard error without end",
      opening + "ask()\nfor i in range(100000): sys.stderr.write('x' * 100 + '\\n')\nsys.exit(1)",
      "ended before it answered"
    ),
  ])
  func `fails in words`(what: String, program: String, expected: String) async throws {
    let message = try await withPlugin(program, failure)
    #expect(message.contains(expected), "\(what): \(message)")
  }

  @Test(arguments: [
    ("sleeps", "import time\ntime.sleep(600)", "did not answer within 1 s and was stopped"),
    ("never reads", opening + "time.sleep(600)", "did not answer within 1 s and was stopped"),
    (
      "will not be told to end",
      "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\ntime.sleep(600)",
      "was stopped"
    ),
    (
      "leaves children with its pipes",
      opening + "ask()\nif os.fork() == 0:\n    os.setsid()\n    time.sleep(600)\nos._exit(4)",
      "ended before it answered"
    ),
    ("closes its input", opening + "os.close(0); time.sleep(600)", "was stopped"),
    (
      "writes without end", "import os\nwhile True: os.write(1, b'x' * 1000000)",
      "MiB and was stopped"
    ),
    (
      "writes lines without end",
      "import os\nwhile True: os.write(1, b'{\"method\": \"log\"}\\n' * 10000)", "was stopped"
    ),
  ])
  func `would go on for ever is stopped`(what: String, program: String, expected: String)
    async throws
  {
    // What is stopped by its bounds needs time to reach them.
    let seconds = expected.hasPrefix("MiB") ? 30.0 : 1
    let message = try await withPlugin(program, seconds: seconds, failure)
    #expect(message.contains(expected), "\(what): \(message)")
  }

  @Test func `ends while it is written to does not end its host`() async throws {
    var long = smallPlan
    long.blocks[0].text = String(repeating: "湖", count: 400_000)
    try await withPlugin(opening + "time.sleep(0.3)\nraise SystemExit(3)") { [long] plugins in
      // The first program that is started tries confinement, and may set the signal.
      _ = plugins.suggestions(for: smallPlan)
      _ = plugins.faults.drained()
      signal(SIGPIPE, SIG_DFL)
      #expect(plugins.suggestions(for: long) == [])
      #expect(plugins.faults.drained().map(\.message).joined().contains("its status was 3"))
    }
  }

  @Test func `is not there is said to be missing`() async throws {
    #expect(try await withPlugin("", command: ["./nowhere"], failure).contains("nowhere"))
    #expect(
      try await withPlugin("", command: ["no-such-program-at-all"], failure).contains(
        "no-such-program"))
    #expect(try await withPlugin("", command: ["./main.py"], failure).contains("main.py"))
  }

  @Test func `sends progress gets its time anew`() async throws {
    let program =
      opening + """
        ask()
        for i in range(6):
            time.sleep(0.4)
            print('{"method": "progress"}', flush=True)
        say(1, {})
        ask()
        """
    try await withPlugin(program, seconds: 1.5) { plugins in
      #expect(plugins.suggestions(for: smallPlan) == [])
      #expect(plugins.faults.drained() == [])
    }
  }

  @Test func `exports climbs out of no folder`() async throws {
    let register = NoteRegister(title: "题", version: "2020", plan: smallPlan, entries: [])
    for path in ["../x", "/etc/passwd", "a/../../x", ".hidden", "a//b", "a\\\\..\\\\b"] {
      let program =
        opening
        + "ask(); say(1, {'files': [{'path': 'x.txt', 'text': ''}, {'path': '\(path)', 'text': ''}]}); ask()"
      try await withPlugin(
        program, stages: "\"exporter\"", more: ", \"formats\": [\"x\"], \"fileName\": \"x.txt\""
      ) { plugins in
        let error = #expect(throws: DocumentError.self) {
          try plugins.exporters[0].files(of: register)
        }
        #expect(
          error?.diagnostics.first?.message.contains("does not stay inside its folder") == true)
      }
    }
  }

  /// Descriptors, children and temporary files are as many after as before.
  ///
  /// `VARIORUM_PLUGIN_RUNS` makes it more runs.
  @Test func `fails leaves nothing behind`() async throws {
    func count() -> (descriptors: Int, folders: Int) {
      let descriptors =
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
      let temporary = FileManager.default.temporaryDirectory.path(percentEncoded: false)
      let folders = (try? FileManager.default.contentsOfDirectory(atPath: temporary)) ?? []
      return (descriptors.count, folders.count { $0.hasPrefix("variorum-bad-") })
    }
    let programs = [
      "raise SystemExit(3)", opening + "ask()\nif os.fork() == 0: time.sleep(600)\nos._exit(0)",
      "print('x' * 100)", opening + "ask(); say(1, {}); ask()",
    ]
    _ = try await withPlugin(programs[0]) { $0.suggestions(for: smallPlan) }
    let before = count()
    let runs = ProcessInfo.processInfo.environment["VARIORUM_PLUGIN_RUNS"].flatMap(Int.init) ?? 12
    for run in 0..<runs {
      _ = try await withPlugin(programs[run % programs.count]) { $0.suggestions(for: smallPlan) }
    }
    let after = count()
    #expect(after.descriptors <= before.descriptors + 2)
    #expect(after.folders == before.folders)
  }
}
