internal import Foundation
internal import PlanModel

/// A plugin to begin with: it suggests the words of a list, in any of three languages.
public struct PluginTemplate: Sendable {
  /// The languages in which it can be had.
  public enum Language: String, Sendable, CaseIterable {
    /// Python 3, with its standard library alone.
    case python
    /// A POSIX shell with jq.
    case shell
    /// A Swift package.
    case swift
  }

  private let name: String
  private let language: Language

  /// Creates a template.
  public init(name: String, language: Language) {
    self.name = name
    self.language = language
  }

  /// Writes the plugin's files into a project.
  ///
  /// - Returns: The files, relative to the project.
  /// - Throws: A `DocumentError` if the name is no name, or there is such a plugin already.
  public func write(into project: Project) throws -> [String] {
    let isName =
      !name.isEmpty && name.utf8.count <= 64 && !name.hasPrefix("-")
      && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    guard isName else {
      throw DocumentError(
        code: "bad-plugin-name", "‘\(name)’ cannot be a plugin's name",
        help: "use lower-case letters, digits and hyphens, such as lakes")
    }
    let folder = "\(Project.pluginFolder)/\(name)"
    guard !project.folder.contains(folder) else {
      throw DocumentError(
        code: "plugin-exists", "there is something already",
        at: FilePlace(file: project.folder.shown(folder)))
    }
    for (file, text) in files {
      try project.folder.write(Array(text.utf8), to: "\(folder)/\(file)")
    }
    for (file, _) in files where file.hasSuffix(".sh") {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: project.folder.shown("\(folder)/\(file)"))
    }
    return files.map { "\(folder)/\($0.0)" }
  }

  private var files: [(String, String)] {
    switch language {
    case .python:
      [
        ("plugin.json", manifest(["python3", "main.py"])), ("main.py", Self.python),
        ("test.py", Self.test("python3 main.py")),
      ]
    case .shell:
      [
        ("plugin.json", manifest(["sh", "main.sh"])), ("main.sh", Self.shell),
        ("test.py", Self.test("sh main.sh")),
      ]
    case .swift:
      [
        ("plugin.json", manifest(["./plugin"])),
        ("Package.swift", Self.package), ("Sources/plugin/main.swift", Self.swift),
        ("test.py", Self.test("./plugin")),
        ("README.md", Self.building),
      ]
    }
  }

  private func manifest(_ command: [String]) -> String {
    """
    {
      "name": "\(name)",
      "version": "0.1.0",
      "protocol": 1,
      "command": [\(command.map { "\"\($0)\"" }.joined(separator: ", "))],
      "stages": ["suggester"],
      "deterministic": true,
      "description": "Suggests a mention wherever one of its words stands."
    }

    """
  }

  private static let python = """
    \"\"\"Suggests a mention wherever one of these words stands; change it into your own plugin.\"\"\"
    import json
    import sys

    WORDS = ["湖", "wetland"]


    def suggest(document):
        for block in document["blocks"]:
            for word in WORDS:
                start = block["text"].find(word)
                if start >= 0:
                    yield {"kind": "mention", "block": block["id"], "start": start,
                           "end": start + len(word), "exact": word, "confidence": 0.5}


    for line in sys.stdin:
        request = json.loads(line)
        result = {}
        if request["method"] == "initialize":
            result = {"protocol": 1}
        elif request["method"] == "suggest":
            result = {"suggestions": list(suggest(request["params"]["document"]))}
        print(json.dumps({"id": request["id"], "result": result}), flush=True)

    """

  private static let shell = """
    #!/bin/sh
    # Suggests a mention wherever a word stands; change it into your own plugin. It needs jq.
    exec jq --unbuffered -c '
      def found: "湖" as $word | .params.document.blocks[] | .id as $id | .text
        | select(contains($word)) | (split($word)[0] | length) as $at
        | {kind: "mention", block: $id, start: $at, end: ($at + ($word | length)), exact: $word};
      {id, result: (if .method == "initialize" then {protocol: 1}
                    elif .method == "suggest" then {suggestions: [found]} else {} end)}'

    """

  private static let package = """
    // swift-tools-version: 6.0
    import PackageDescription

    let package = Package(name: "plugin", targets: [.executableTarget(name: "plugin")])

    """

  /// What is built is kept elsewhere: all that lies in a plugin's folder is part of it.
  private static let building = """
    Build it before it is used, and after each change:

        swift build -c release --scratch-path /tmp/plugin-build
        cp /tmp/plugin-build/release/plugin plugin

    """

  private static let swift = """
    import Foundation

    // Suggests a mention wherever a word stands; change it into your own plugin.
    let word = "湖"

    func suggestions(in document: [String: Any]) -> [[String: Any]] {
      let blocks = document["blocks"] as? [[String: Any]] ?? []
      return blocks.compactMap { block in
        guard let id = block["id"] as? String, let text = block["text"] as? String,
          let found = text.range(of: word)
        else { return nil }
        let start = text.unicodeScalars.distance(from: text.startIndex, to: found.lowerBound)
        return [
          "kind": "mention", "block": id, "start": start,
          "end": start + word.unicodeScalars.count, "exact": word, "confidence": 0.5,
        ]
      }
    }

    while let line = readLine() {
      guard let request = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      else { continue }
      let parameters = request["params"] as? [String: Any] ?? [:]
      var result: [String: Any] = [:]
      switch request["method"] as? String {
      case "initialize": result = ["protocol": 1]
      case "suggest":
        let document = parameters["document"] as? [String: Any] ?? [:]
        result = ["suggestions": suggestions(in: document)]
      default: break
      }
      let answer: [String: Any] = ["id": request["id"] ?? 0, "result": result]
      var bytes = try JSONSerialization.data(withJSONObject: answer)
      bytes.append(UInt8(ascii: "\\n"))
      FileHandle.standardOutput.write(bytes)
    }

    """

  private static func test(_ command: String) -> String {
    """
    \"\"\"Asks the plugin about one small document: python3 test.py\"\"\"
    import json
    import subprocess

    block = {"id": "p-1", "kind": "paragraph", "text": "保护太湖。", "hash": "0" * 16}
    requests = [
        {"id": 0, "method": "initialize", "params": {"protocols": [1], "stage": "suggester"}},
        {"id": 1, "method": "suggest", "params": {"document": {"blocks": [block]}}},
        {"id": 2, "method": "shutdown", "params": {}},
    ]
    run = subprocess.run("\(command)".split(), input="".join(json.dumps(r) + "\\n" for r in requests),
                         capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert [a["id"] for a in answers] == [0, 1, 2], run.stdout
    found = answers[1]["result"]["suggestions"]
    assert [(s["start"], s["exact"]) for s in found] == [(3, "湖")], found
    print("1 passed, 0 failed")

    """
  }
}
