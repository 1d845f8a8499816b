import PlanModel
import PluginKit
import Testing
import Workspace

@Suite struct `A conversion explained` {
  @Test func `names for each line the block it went to, and the rule`() throws {
    let text = """
      （上接6版）坚持新发展理念，把保护和修复生态环境摆在重要位
      置，努力建设绿色美丽的家园，让人民满意放心，并推动

      高质量发展取得新的成效。
      第二章 重点任务
      坚持以人民为中心，把保障和改善民生摆在更加突出位
      置，努力办好人民满意的教育。

      """
    let bytes = Array(text.utf8)
    let conversion = try Conversion(
      ImportSource(name: "a.txt", bytes: bytes), plugins: Project.standardPlugins)
    #expect(
      conversion.draft.decisions.map { "\($0.line) \($0.isJoined) \($0.rule.rawValue)" } == [
        "2 true sentence-goes-on", "4 true sentence-over-blank", "5 false heading-mark",
        "6 false heading-ends", "7 true sentence-goes-on",
      ])
    let explanation = conversion.explanation(of: bytes, columns: 120)
    let lines = explanation.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
    for number in [1, 2, 4, 5, 6, 7] {
      #expect(lines.count { $0.hasPrefix("\(number) │ ") } == 1)
    }
    #expect(explanation.contains("joined: the sentence goes on over the blank line"))
    #expect(explanation.contains("✕ continued-from: （上接6版）"))
  }
}
