import Collation
import Foundation
import PlanModel
import Testing
import Workspace

/// Compares two texts as files, as the command line does.
private func compared(_ old: String, _ new: String) throws -> ComparedVersions {
  try withTemporaryFolder { folder in
    let paths = ["old", "new"].map { folder + "/" + $0 + ".md" }
    for (path, text) in zip(paths, [old, new]) {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    return try ComparedVersions.comparing(paths[0], with: paths[1], project: nil).compared
  }
}

private let old = """
  # 第一章 总则

  为满足阅读需求，结合本市实际，制定本规划。

  到2025年，村级图书室覆盖率达到95%，各区县力争全覆盖。

  本条不变，仅此说明。

  将要删除的一段*文字*。
  """

private let new = """
  # 第一章 总则

  为满足阅读需求，结合本市实际，制定本规划。

  到2025年，村级图书室覆盖率达到98%，各区县确保全覆盖。

  本条不变,仅此说明。
  """

@Suite struct `A comparison for a terminal` {
  @Test func `begins with figures and shows each change in its place`() throws {
    let text = ComparisonText(try compared(old, new)).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[2] == "3 equal, 1 edited, 1 deleted")
    #expect(lines[3] == "changes: 1 typographic, 2 substantive")
    #expect(lines[4] == "touched: modality 1, number 1")
    #expect(text.contains("  … 2 unchanged\n\nedited  第一章 ¶2  #p-"))
    #expect(text.contains("覆盖率达到[-95%-]{+98%+}，各区县[-力争-]{+确保+}全覆盖。\n"))
    #expect(text.contains("\ntypeset anew  第一章 ¶3  #p-"))
    #expect(text.contains("\n[-将要删除的一段文字。-]\n"))
  }

  @Test func `shows only what has the substance that is asked for`() throws {
    var options = ComparisonText.Options()
    options.least = .substantive
    let text = ComparisonText(try compared(old, new), options).text
    #expect(!text.contains("typeset anew"))
    #expect(text.contains("[-95%-]{+98%+}"))
  }

  @Test func `shows unchanged blocks beside a change when asked`() throws {
    var options = ComparisonText.Options()
    options.context = 1
    let text = ComparisonText(try compared(old, new), options).text
    #expect(text.contains("  … 1 unchanged\n\n为满足阅读需求，结合本市实际，制定本规划。\n\nedited"))
  }

  @Test(arguments: [30, 60, 100])
  func `keeps both columns within the width and loses nothing`(columns: Int) throws {
    let both = try compared(old, new)
    var options = ComparisonText.Options()
    options.columns = columns
    let text = ComparisonText(both, options).text
    let rows = text.split(separator: "\n").filter { $0.contains(" │ ") }
    #expect(rows.count >= 3)
    for row in rows {
      #expect(row.unicodeScalars.reduce(0) { $0 + $1.columns } <= columns, "\(row)")
    }
    let left = rows.map { $0.prefix(upTo: $0.firstRange(of: " │ ")!.lowerBound) }
    let words = left.joined().filter { !" ".contains($0) }
    for block in both.old.blocks[2...] where block.text.contains("2025") {
      #expect(
        words.contains(block.text.replacing("95%", with: "[-95%-]").replacing("力争", with: "[-力争-]"))
      )
    }
  }

  @Test func `lets no text steer the terminal`() throws {
    let text = ComparisonText(
      try compared("甲\u{1B}[31m乙\u{202E}丙丁戊己庚辛。", "甲\u{1B}[32m乙\u{202E}丙丁戊己庚辛壬。")
    ).text
    #expect(!text.contains("\u{1B}"))
    #expect(!text.contains("\u{202E}"))
  }

  @Test func `tells of a section that moved as of one thing`() throws {
    let sections = (1...5).map { number in
      let mark = ["一", "二", "三", "四", "五"][number - 1]
      return [
        "## 第\(mark)节 事项\(number)号", "推进第\(number)项工作，落实责任分工和经费保障事宜甲\(number)。",
        "完善第\(number)项工作的考核办法，每年向社会公布结果乙\(number)。",
      ].joined(separator: "\n\n")
    }
    let text = ComparisonText(
      try compared(
        sections.joined(separator: "\n\n"),
        ([sections[4]] + sections[..<4]).joined(separator: "\n\n"))
    ).text
    #expect(text.contains("moved together"))
    #expect(text.contains("3 blocks\n  第五节 事项5号\n  …\n  完善第5项工作"))
  }
}

@Suite struct `A comparison in Markdown` {
  @Test func `marks what is gone and what is new, and escapes the rest`() throws {
    let text = try compared(
      "1. 办公_室_负责<b>协调</b>，每年报告\\*一\\*次。", "1. 办公_室_负责<b>督办</b>，每年报告\\*一\\*次。"
    ).markdown()
    #expect(text.contains("| edited | 1 |"))
    #expect(text.contains("<del>协调</del><ins>督办</ins>"))
    #expect(text.contains("每年报告\\*一\\*次。"))
    #expect(!text.contains("<b>"))
  }

  @Test func `begins no list by chance`() throws {
    let text = try compared("\\- 甲乙丙丁戊己庚辛。", "\\- 甲乙丙丁戊己庚壬。").markdown()
    #expect(text.contains("\n\\- 甲"))
  }
}

@Suite struct `A comparison in JSON` {
  @Test func `holds the texts as they are, whatever is in them`() throws {
    let odd = "引\"号\"，反\\斜杠，制表\t符，铃\u{7}声，行\u{2028}隔，表情👩‍👩‍👧，末尾。"
    let both = try compared(odd, odd + "加一句。")
    var bytes: [UInt8] = []
    both.writeJSON { bytes += $0 }
    let form = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let side = try #require(form["new"] as? [String: Any])
    let blocks = try #require(side["blocks"] as? [[String: Any]])
    #expect(blocks[0]["text"] as? String == both.new.blocks[0].text)
    #expect(form["schema"] as? String == "variorum/comparison/1")
    #expect((form["summary"] as? [String: Int]) == ["edited": 1])
    #expect(form["carried"] as? [Int] == [0])
    #expect((form["moves"] as? [Any])?.isEmpty == true)
    #expect(bytes.last == UInt8(ascii: "\n"))
  }
}

@Suite struct `A file in git` {
  private func git(_ arguments: [String], in folder: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.currentDirectoryURL = URL(filePath: folder)
    process.arguments =
      ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"] + arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func `is compared as it stood in a revision`() throws {
    try withTemporaryFolder { folder in
      try git(["init", "-q"], in: folder)
      try "第一条 甲乙丙丁，每年3次。\n".write(
        toFile: folder + "/a.txt", atomically: true, encoding: .utf8)
      try git(["add", "a.txt"], in: folder)
      try git(["commit", "-qm", "x"], in: folder)
      try "第一条 甲乙丙丁，每年5次。\n".write(
        toFile: folder + "/a.txt", atomically: true, encoding: .utf8)
      let run = try Run(["compare", "HEAD:a.txt", "a.txt"], in: folder)
      #expect(run.status == 0)
      #expect(run.output.contains("每年[-3-]{+5+}次"))
      let missing = try Run(["compare", "HEAD:b.txt", "a.txt"], in: folder)
      #expect(missing.status == 1)
      #expect(missing.errors.contains("git knows none by this name"))
      let option = try Run(["compare", "--", "--help:a.txt", "a.txt"], in: folder)
      #expect(option.errors.contains("there is no such file"))
    }
  }
}
