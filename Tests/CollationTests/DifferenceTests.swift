import Collation
import Fuzzing
import PlanModel
import Testing

@Suite struct `A changed paragraph` {
  /// The changes as `[-gone-]` and `{+new+}`; typesetting in `<` and `>`.
  private func marked(_ old: String, _ new: String) -> String {
    let (oldBlocks, newBlocks) = (SamplePlan.parse(old), SamplePlan.parse(new))
    guard
      let link = Comparison(aligning: oldBlocks, with: newBlocks).links.first(where: {
        !$0.old.isEmpty && !$0.new.isEmpty
      })
    else { return "-" }
    let (oldText, newText) = (link.oldText(in: oldBlocks), link.newText(in: newBlocks))
    func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
      String(String.UnicodeScalarView(scalars)).replacing("\n", with: "¶")
    }
    var marked = ""
    var place = 0
    for span in link.spans {
      marked += string(oldText[place..<span.old.lowerBound])
      let (gone, added) = (string(oldText[span.old]), string(newText[span.new]))
      if span.substance == .typographic {
        marked += "<\(gone)>\(added)>"
      } else {
        marked += (gone.isEmpty ? "" : "[-\(gone)-]") + (added.isEmpty ? "" : "{+\(added)+}")
      }
      place = span.old.upperBound
    }
    return marked + string(oldText[place...])
  }

  @Test(arguments: [
    (
      "统计人员对知悉的国家秘密、商业秘密和个人信息，应当予以保密。",
      "统计人员对知悉的国家秘密、工作秘密、商业秘密、个人隐私和个人信息，应当予以保密，不得泄露。",
      "统计人员对知悉的国家秘密、{+工作秘密、+}商业秘密{+、个人隐私+}和个人信息，应当予以保密{+，不得泄露+}。"
    ),
    ("并处二十万元以上罚款，情节严重的除外。", "并处五十万元以上罚款，情节严重的除外。", "并处[-二十万-]{+五十万+}元以上罚款，情节严重的除外。"),
    ("全市覆盖率达到1,250.5万册。", "全市覆盖率达到1,300万册。", "全市覆盖率达到[-1,250.5万-]{+1,300万+}册。"),
    ("覆盖率由3%提高到 5%。", "覆盖率由2.5%提高到 5%。", "覆盖率由[-3%-]{+2.5%+}提高到 5%。"),
    (
      "The agency may publish the list every year.",
      "The agency shall publish the full list every year.",
      "The agency [-may-]{+shall+} publish the {+full +}list every year."
    ),
    ("到 2025 年，建成5G基站。", "到2025年,建成５Ｇ基站。", "到< >>2025< >>年<，>,>建成<5G>５Ｇ>基站。"),
    ("第三条 图书馆应当免费开放。", "第五条 图书馆应当免费开放。", "<第三条 >第五条 >图书馆应当免费开放。"),
    ("图书馆应当免费开放；周一除外。", "图书馆应当免费开放，周一除外。", "图书馆应当免费开放<；>，>周一除外。"),
    ("甲乙丙丁。", "甲乙丙丁。", "甲乙丙丁。"),
  ])
  func `is marked as a person would`(old: String, new: String, expected: String) {
    #expect(marked(old, new) == expected)
  }

  @Test func `that was split shows the break and nothing else`() {
    #expect(
      marked("图书馆每周开放六天。节假日照常开放。", "图书馆每周开放六天。\n节假日照常开放。")
        == "图书馆每周开放六天。<>¶>节假日照常开放。")
  }

  @Test func `that says something else altogether is replaced as a whole`() throws {
    let old = SamplePlan.parse("# 题 一\n加强督查考核，把实施情况纳入各区县的绩效。\n本规划自公布之日起施行，有效期五年。")
    let new = SamplePlan.parse("# 题 一\n考核办法由文化主管部门会同财政部门另订。\n本规划自公布之日起施行，有效期五年。")
    let spans = Comparison(aligning: old, with: new).links.filter { !$0.new.isEmpty }
      .flatMap(\.spans)
    #expect(spans.count <= 1)
  }

  @Test func `of a hundred thousand scalars is done at once`() {
    var random = SplitMix64(seed: 3)
    func text() -> String {
      String(
        String.UnicodeScalarView(
          (0..<50_000).compactMap { _ in Unicode.Scalar(0x4E00 + UInt32(random.next() % 3_000)) }))
    }
    let head = "本规划所附的名录如下："
    let old = SamplePlan.parse("# 名 录\n" + head + text())
    let new = SamplePlan.parse("# 名 录\n" + head + text())
    let comparison = Comparison(aligning: old, with: new)
    #expect(comparison.links.flatMap(\.new).sorted() == [0, 1])
  }
}
