import Foundation
import Testing
import Workspace

/// The table of targets in Sources/README.md: what each may import.
private func table() throws -> [String: Set<String>] {
  var table: [String: Set<String>] = [:]
  for line in try Repository.folder.text("Sources/README.md").split(separator: "\n") {
    let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 3, cells[0].hasPrefix("`") else { continue }
    let names = cells[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    table[cells[0].replacing("`", with: "")] = Set(names.filter { $0 != "–" })
  }
  return table
}

private func sources(of target: String) -> [(name: String, text: String)] {
  let folder = Repository.path + "Sources/" + target
  return contents(of: folder).filter { $0.key.hasSuffix(".swift") }
    .map { (target + "/" + $0.key, String(decoding: $0.value, as: UTF8.self)) }
    .sorted { $0.0 < $1.0 }
}

@Suite struct `The architecture` {
  @Test func `has a row in its table for every target`() throws {
    let folders = contents(of: Repository.path + "Sources").keys
      .compactMap { $0.contains("/") ? $0.split(separator: "/").first.map(String.init) : nil }
    #expect(Set(folders) == Set(try table().keys))
  }

  @Test func `is kept by every import`() throws {
    for (target, allowed) in try table() {
      for (name, text) in sources(of: target) {
        let imports = text.split(separator: "\n").compactMap { line -> String? in
          // An import stands at the beginning of its line; further in it is text of a program's.
          guard line.first != " " else { return nil }
          let words = line.split(separator: " ")
          guard let place = words.firstIndex(of: "import"), place <= 1, place + 1 < words.count,
            place == 0 || ["public", "internal", "package"].contains(words[0])
          else { return nil }
          return String(words[place + 1])
        }
        #expect(Set(imports).subtracting(allowed) == [], "\(name)")
      }
    }
  }

  /// An input must never reach a trap; and what differs from run to run must never reach an output.
  @Test(arguments: [
    "fatalError(", "try!", " as! ", "hashValue", "Hasher(", "@unchecked", "Date()", "Date.now",
  ])
  func `has no place for`(call: String) throws {
    for target in try table().keys {
      for (name, text) in sources(of: target) { #expect(!text.contains(call), "\(name)") }
    }
  }

  @Test func `is one of small files`() throws {
    let lengths = try table().keys.flatMap(sources).filter {
      !$0.text.contains("swift-format-ignore")
    }
    .map {
      (name: $0.name, lines: $0.text.split(separator: "\n", omittingEmptySubsequences: false).count)
    }
    .sorted { $0.lines < $1.lines }
    #expect(lengths[lengths.count / 2].lines <= 120)
    #expect(lengths.filter { $0.lines > 330 }.map(\.name) == [])
  }
}
