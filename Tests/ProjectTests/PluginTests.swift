import Foundation
import Testing

/// A project's own plugins, from the command line.
@Suite struct `A project's plugin` {
  /// Runs a command in a small project with one transformer in shell.
  private func run(
    _ arguments: [String], program: String, more: (String) throws -> Void = { _ in }
  ) throws -> Run {
    try withTemporaryFolder { folder in
      let plugin = folder + "/Site/Plugins/mend"
      try FileManager.default.createDirectory(
        atPath: plugin, withIntermediateDirectories: true)
      func write(_ text: String, _ path: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
      }
      try write("title: T\nversions: []\nplugins:\n  - mend\n", folder + "/Site/site.yml")
      try write(
        """
        {"name": "mend", "version": "1", "protocol": 1, "command": ["sh", "main.sh"],
         "stages": ["transformer"]}
        """, plugin + "/plugin.json")
      try write(program, plugin + "/main.sh")
      try write("# Plan\n\nThe council decides.\n\nThe agency shall report.\n", folder + "/page.md")
      try more(plugin)
      // What somebody allows in a test stays in the test's folder.
      let own = ["XDG_STATE_HOME": folder + "/state", "XDG_CACHE_HOME": folder + "/cache"]
      return try Run(arguments, in: folder, environment: own)
    }
  }

  private static let answering = """
    read line; echo '{"id": 0, "result": {"protocol": 1}}'
    read line; hash=$(printf %s "$line" | sed 's/.*"hash":"\\([0-9a-f]*\\)","id":"b-2".*/\\1/')
    echo '{"id": 1, "result": {"operations": [{"op": "delete", "block": "b-2", "expect": "'$hash'"}]}}'
    read line
    """

  @Test func `takes part in a conversion where it is allowed`() throws {
    let command = ["convert", "page.md", "--format", "json"]
    let allowed = try run(command + ["--allow-plugins"], program: Self.answering)
    #expect(allowed.status == 0, "\(allowed.errors)")
    #expect(!allowed.output.contains("The agency shall report."))
    let left = try run(command, program: Self.answering)
    #expect(left.output.contains("The agency shall report."))
    #expect(left.errors.contains("nobody has allowed it on this machine"))
    let none = try run(command + ["--no-plugins"], program: Self.answering)
    #expect(none.errors == "")
  }

  @Test func `that fails stops the conversion with the document's name`() throws {
    let run = try run(["convert", "page.md", "--allow-plugins"], program: "exit 3\n")
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.errors.contains("page.md:1:1: error: the plugin ‘mend’ (transformer, "))
    #expect(run.errors.contains("its status was 3"))
  }

  @Test func `may not be a link to files outside its folder`() throws {
    let run = try run(["convert", "page.md", "--allow-plugins"], program: Self.answering) {
      try FileManager.default.createSymbolicLink(
        atPath: $0 + "/more.sh", withDestinationPath: "/tmp/more.sh")
    }
    #expect(run.status == 1)
    #expect(run.errors.contains("more.sh:1:1: error: a plugin's files may not be links"))
  }

  @Test func `cannot put a file in a page's place`() throws {
    let run = try withTemporaryFolder { folder in
      let own = ["XDG_STATE_HOME": folder + "/state", "XDG_CACHE_HOME": folder + "/cache"]
      _ = try Run(["init", "--title", "T"], in: folder)
      _ = try Run(["import", "-", "--as", "2020"], in: folder, input: "坚持新发展理念，推动高质量发展。\n")
      let plugin = folder + "/Site/Plugins/index"
      try FileManager.default.createDirectory(atPath: plugin, withIntermediateDirectories: true)
      try """
      {"name": "index", "version": "1", "protocol": 1, "command": ["sh", "main.sh"],
       "stages": ["exporter"], "formats": ["x"], "fileName": "index.html"}
      """.write(toFile: plugin + "/plugin.json", atomically: true, encoding: .utf8)
      try """
      read line; echo '{"id": 0, "result": {"protocol": 1}}'
      read line; echo '{"id": 1, "result": {"files": [{"path": "index.html", "text": "x"}]}}'
      read line
      """.write(toFile: plugin + "/main.sh", atomically: true, encoding: .utf8)
      let settings = folder + "/Site/site.yml"
      let text = try String(contentsOfFile: settings, encoding: .utf8) + "plugins: [index]\n"
      try text.write(toFile: settings, atomically: true, encoding: .utf8)
      let added = try Run(
        ["annotations", "add", "--quote", "新发展理念", "--set", "note=n"], in: folder)
      #expect(added.status == 0, "\(added.errors)")
      return try Run(["build", "--allow-plugins"], in: folder, environment: own)
    }
    #expect(run.status == 1)
    #expect(run.errors.contains("two files of the site would be ‘index.html’"), "\(run.errors)")
  }
}
