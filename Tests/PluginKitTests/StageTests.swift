import Annotations
import Collation
import PlanModel
import PluginKit
import Testing

@Suite(.serialized) struct `A program` {
  @Test func `suggests, with its evidence checked`() async throws {
    let program =
      opening + """
        document = ask()["params"]["document"]
        block = document["blocks"][0]
        start = block["text"].index("太湖")
        say(1, {"unknown": 1, "suggestions": [{"kind": "responsibility", "block": block["id"],
          "start": start, "end": start + 2, "exact": "太湖", "confidence": 7, "covers": None,
          "agencies": [{"name": "太湖局", "role": "lead", "open": True}],
          "date": {"class": "deadline", "value": "2025"}}]})
        ask(); say(2, {})
        """
    try await withPlugin(program) { plugins in
      let found = plugins.suggestions(for: smallPlan)
      #expect(plugins.faults.drained() == [])
      #expect(found.map(\.range) == [3..<5])
      #expect(found.first?.parties == [.init(name: "太湖局", role: "lead", isOpen: true)])
      #expect(found.first?.time == .init(text: "太湖", timeClass: .deadline, value: "2025"))
      #expect(found.first?.confidence == 1)
      #expect(found.first?.suggester == "bad")
    }
  }

  @Test func `imports a source of its own form`() async throws {
    let program =
      opening + """
        import base64
        source = ask()["params"]["source"]
        lines = base64.b64decode(source["base64"]).decode().split("|")
        say(1, {"title": source["name"], "blocks": [{"kind": "heading", "level": 2, "number": "一", "text": lines[0]},
          {"text": lines[1], "lines": [1, 1], "bytes": [4, 7]}],
          "diagnostics": [{"message": "half read", "line": 3}]})
        ask()
        """
    try await withPlugin(program, stages: "\"importer\"", more: ", \"formats\": [\"bar\"]") {
      plugins in
      let source = ImportSource(name: "x/a.bar", bytes: Array("甲|乙".utf8))
      let draft = try plugins.importer(for: source, format: nil).draft(of: source)
      #expect(draft.blocks.map(\.text) == ["甲", "乙"])
      #expect(draft.blocks[0].kind == .heading(level: 2))
      #expect(draft.blocks[1].source == SourcePlace(lines: 1...1, bytes: 4..<7))
      #expect(draft.metadata.title == "a.bar")
      #expect(draft.diagnostics.map(\.message) == ["half read"])
    }
  }

  @Test func `transforms by operations on what it has seen`() async throws {
    let program =
      opening + """
        blocks = ask()["params"]["document"]["blocks"]
        first, second, third = blocks
        say(1, {"operations": [
          {"op": "merge", "block": first["id"], "expect": first["hash"], "with": second["id"], "expectWith": second["hash"]},
          {"op": "setKind", "block": third["id"], "expect": third["hash"], "kind": "heading", "level": 1},
          {"op": "insertAfter", "block": third["id"], "expect": third["hash"], "insert": {"text": "新"}}]})
        ask()
        """
    try await withPlugin(program, stages: "\"transformer\"") { plugins in
      let draft = PlanDraft(
        blocks: ["前", "后", "题"].map { DraftBlock(kind: .paragraph, text: $0) })
      let result = try plugins.transformed(draft)
      #expect(result.blocks.map(\.text) == ["前后", "题", "新"])
      #expect(result.blocks.map(\.kind) == [.paragraph, .heading(level: 1), .paragraph])
      #expect(result.diagnostics.count == 3)
    }
  }

  @Test func `classifies all changes at once`() async throws {
    let program =
      opening + """
        changes = ask()["params"]["changes"]
        say(1, {"judgements": [{"substance": "substantive", "tags": ["lake"]} if "湖" in c["added"] else None for c in changes]})
        ask()
        """
    try await withPlugin(program, stages: "\"classifier\"") { plugins in
      func blocks(_ texts: String...) -> [Block] {
        texts.enumerated().compactMap { index, text in
          BlockID("p-\(index)").map { Block(id: $0, kind: .paragraph, text: text) }
        }
      }
      let old = blocks("加强河流的保护和治理工作。", "建设美丽的城市和乡村。")
      let new = blocks("加强湖泊的保护和治理工作。", "建设宜居的城市和乡村。")
      let result = plugins.classifiedAtOnce(
        Comparison(aligning: old, with: new), old: old, new: new)
      #expect(plugins.faults.drained() == [])
      #expect(result.links.map { $0.tags.contains("lake") } == [true, false])
    }
  }

  @Test func `contributes parts of pages that hold nothing of its own markup`() async throws {
    let program =
      opening + """
        parameters = ask()["params"]
        say(1, {"parts": [{"slot": "reading", "content": [["p", {"class": "n"}, parameters["version"], ["a", {"href": "#p-1"}, "<b>"]]]}]})
        ask()
        """
    let register = NoteRegister(title: "题", version: "2020", plan: smallPlan, entries: [])
    try await withPlugin(program, stages: "\"pages\"") { plugins in
      let parts = try plugins.contributors[0].parts(for: register)
      #expect(
        parts == [
          PagePart(
            slot: .reading,
            content: [
              .element(
                "p", [.init("class", "n")],
                [.text("2020"), .element("a", [.init("href", "#p-1")], [.text("<b>")])])
            ])
        ])
    }
  }

  @Test(arguments: [
    "['script', 'alert(1)']", "['p', {'onclick': 'x'}, 'a']",
    "['a', {'href': 'javascript:x'}, 'a']",
    "['p', {'style': 'x'}, 'a']", "['rect', {'fill': 'URL(http://x)'}]", "7", "[]",
    "['img', {'src': 'x'}]",
  ])
  func `contributes nothing that loads or runs`(content: String) async throws {
    let program =
      opening + "ask(); say(1, {'parts': [{'slot': 'home', 'content': [\(content)]}]}); ask()"
    let register = NoteRegister(title: "题", version: "2020", plan: smallPlan, entries: [])
    try await withPlugin(program, stages: "\"pages\"") { plugins in
      _ = #expect(throws: DocumentError.self) {
        try plugins.contributors[0].parts(for: register)
      }
    }
  }

  /// What a plugin must not find: the user's variables, the network, another working folder.
  @Test func `runs in surroundings of its own`() async throws {
    let program =
      opening + """
        import socket
        ask()
        try:
            socket.create_connection(("127.0.0.1", 9), 0.2); net = "open"
        except OSError as error:
            net = "cut" if error.errno in (101, 111) else str(error)
        interfaces = [name for _, name in socket.if_nameindex()]
        home = os.environ["HOME"]
        facts = [os.environ.get("VARIORUM_SECRET", "none"), os.path.basename(os.listdir(".")[0]),
                 str(os.path.isdir(home) and os.listdir(home) == []), os.environ["TZ"], ",".join(interfaces)]
        say(1, {"parts": [{"slot": "home", "content": facts}]})
        ask()
        """
    let register = NoteRegister(title: "题", version: "2020", plan: smallPlan, entries: [])
    try await withPlugin(program, stages: "\"pages\"") { plugins in
      let facts = try plugins.contributors[0].parts(for: register)[0].content
      #expect(facts.prefix(4) == [.text("none"), .text("main.py"), .text("True"), .text("UTC")])
      if Confinement.ofSystem.networkIsCut { #expect(facts.last == .text("lo")) }
    }
  }
}

@Suite struct `A manifest` {
  @Test(arguments: [
    ("", "it is no JSON"), ("{}", "‘name’ is missing"),
    (
      "{\"name\": \"A\", \"version\": \"1\", \"protocol\": 1, \"command\": [\"x\"], \"stages\": [\"suggester\"]}",
      "has the name ‘A’"
    ),
    (
      "{\"name\": \"a\", \"version\": \"1\", \"protocol\": 1, \"command\": [], \"stages\": [\"suggester\"]}",
      "has no command"
    ),
    (
      "{\"name\": \"a\", \"version\": \"1\", \"protocol\": 1, \"command\": [\"sh\", \"../x.sh\"], \"stages\": [\"suggester\"]}",
      "lies outside its folder"
    ),
    (
      "{\"name\": \"a\", \"version\": \"1\", \"protocol\": 1, \"command\": \"x\", \"stages\": []}",
      "‘command’ is of another type"
    ),
    (
      "{\"name\": \"a\", \"version\": \"1\", \"protocol\": 1, \"command\": [\"x\"], \"stages\": [\"cook\"]}",
      "stages"
    ),
    (
      "{\"name\": \"a\", \"version\": \"1\", \"protocol\": 1, \"command\": [\"x\"], \"stages\": [\"exporter\"]}",
      "needs formats and fileName"
    ),
    (
      "{\"name\": \"a\", \"version\": \"1\", \"protocol\": 1, \"command\": [\"x\"], \"stages\": [\"suggester\"], \"timeoutSeconds\": 1e9}",
      "can be waited for"
    ),
  ])
  func `says what is wrong with it`(json: String, expected: String) async throws {
    let error = #expect(throws: DocumentError.self) {
      try PluginManifest(json: Array(json.utf8), file: "plugin.json")
    }
    #expect(
      error?.diagnostics.first?.message.contains(expected) == true, "\(String(describing: error))")
  }
}
