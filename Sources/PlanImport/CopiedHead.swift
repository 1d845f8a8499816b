internal import PlanModel

/// What stands above a text that was copied out of a mail or a page: the mail's header, the way
/// through the site.
struct CopiedHead {
  /// The roles of the first lines, `nil` from the text on.
  private(set) var roles: [Furniture.Role?] = []

  private static let fields: Set<String> = [
    "from", "to", "cc", "bcc", "subject", "date", "sent", "reply-to", "message-id", "von", "an",
    "betreff", "gesendet", "datum", "de", "à", "objet", "发件人", "收件人", "抄送", "主题", "发送时间", "日期",
  ]

  /// Looks at the first lines of a text.
  init(of lines: [ArraySlice<Unicode.Scalar>]) {
    let mail = lines.prefix { Self.isField($0) }
    // One such line may be the text's own.
    if mail.count >= 2 {
      roles = mail.map { _ in .masthead }
    } else if let first = lines.first, lines.count > 2, Self.isTrail(first) {
      roles = [.navigation]
    }
  }

  /// `Subject: Draft action plan`.
  private static func isField(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let colon = line.prefix(14).firstIndex(where: { $0 == ":" || $0 == "：" }) else {
      return false
    }
    return fields.contains(String(scalars: line[..<colon]).lowercased())
  }

  /// `首页 > 政策 > 规划`: short words with `>` between, and no sentence.
  private static func isTrail(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.count <= 80 else { return false }
    let steps = line.split(omittingEmptySubsequences: false) { ">›»＞".unicodeScalars.contains($0) }
    return steps.count >= 3
      && steps.dropLast().allSatisfy { step in
        step.contains { $0.properties.isAlphabetic } && step.count <= 20
      }
  }
}
