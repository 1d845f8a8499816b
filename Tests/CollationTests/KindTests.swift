import Collation
import PlanModel
import Testing

@Suite struct `A revision` {
  /// The sample with one change, and the links that are not simply equal.
  private func changes(_ change: (inout [Block]) -> Void) -> [Comparison.Link] {
    var new = SamplePlan.blocks
    change(&new)
    return Comparison(aligning: SamplePlan.blocks, with: new).links.filter {
      $0.kind != .equal || $0.isMoved || !$0.spans.isEmpty
    }
  }

  private let added = "第六条 支持民营书店进驻图书馆，按规定减免场地租金。"

  @Test func `that inserts a paragraph renumbers what follows`() throws {
    let links = changes { blocks in
      blocks.insert(SamplePlan.parse(added)[0], at: 8)
      for place in blocks.indices.dropFirst(9) where blocks[place].text.hasPrefix("第") {
        let text = blocks[place].text
        let next = ["一": "二", "二": "三", "三": "四", "四": "五", "五": "六"]
        let digit = String(text.dropFirst().prefix(1))
        blocks[place].text = "第" + (next[digit] ?? digit) + text.dropFirst(2)
      }
    }
    #expect(links.map(\.kind) == [.inserted] + Array(repeating: .renumbered, count: 5))
    #expect(links.dropFirst().allSatisfy { $0.isRenumbered && $0.substance == .typographic })
    #expect(links[1].spans.map(\.tags) == [[Comparison.markTag]])
  }

  @Test func `that changes a heading retitles it`() {
    let links = changes { $0[15].text = "组织保障" }
    #expect(links.map(\.kind) == [.retitled])
    #expect(links.first?.isRenumbered == false)
  }

  @Test func `that gives a heading other words altogether still finds it by its section`() {
    let links = changes { $0[15].text = "附则" }
    #expect(links.map(\.kind) == [.retitled])
  }

  @Test func `that changes a number edits the paragraph`() {
    let links = changes { $0[4].text = $0[4].text.replacing("95%", with: "98%") }
    #expect(links.map(\.kind) == [.edited])
    #expect(links[0].substance == .wording)
  }

  @Test func `that cuts a paragraph in two splits it`() {
    let links = changes { blocks in
      let parts = blocks[8].text.split(separator: "。", maxSplits: 1).map(String.init)
      blocks[8].text = parts[0] + "。"
      blocks.insert(SamplePlan.parse(parts[1])[0], at: 9)
    }
    #expect(links.map(\.kind) == [.split])
    #expect(links.first?.old == [8] && links.first?.new == [8, 9])
  }

  @Test func `that puts something between the parts of a split still finds both`() {
    let links = changes { blocks in
      let parts = blocks[8].text.split(separator: "。", maxSplits: 1).map(String.init)
      blocks[8].text = parts[0] + "。"
      blocks.insert(SamplePlan.parse(parts[1])[0], at: 9)
      blocks.insert(SamplePlan.parse(added)[0], at: 9)
    }
    #expect(links.map(\.kind) == [.split, .inserted])
    #expect(links.first?.new == [8, 10])
  }

  @Test func `that joins two paragraphs merges them`() {
    let links = changes { blocks in blocks[16].text += blocks.remove(at: 17).text }
    #expect(links.map(\.kind) == [.merged])
    #expect(links.first?.old == [16, 17] && links.first?.new == [16])
  }

  @Test func `that moves a section moves the shorter side`() {
    let links = changes { blocks in
      let section = Array(blocks[2..<7])
      blocks.removeSubrange(2..<7)
      blocks.insert(contentsOf: section, at: 10)
    }
    #expect(links.allSatisfy { $0.isMoved && $0.kind == .equal })
    #expect(links.map(\.old) == [[2], [3], [4], [5], [6]])
  }

  @Test func `that moves and edits a paragraph shows both`() {
    let links = changes { blocks in
      var block = blocks.remove(at: 4)
      block.text = block.text.replacing("900万", with: "一千万")
      blocks.insert(block, at: 17)
    }
    #expect(links.map(\.kind) == [.edited])
    #expect(links.first?.isMoved == true)
  }

  @Test func `by another converter has no edits`() {
    let links = changes { blocks in
      for place in blocks.indices {
        blocks[place].text = blocks[place].text.replacing("，", with: ",")
          .replacing("2025年", with: " ２０２５ 年").replacing("、", with: "、\u{200B}")
      }
    }
    #expect(!links.isEmpty)
    #expect(links.allSatisfy { $0.kind == .equal && $0.substance == .typographic })
  }

  @Test func `that copies a paragraph leaves the first one where it is`() {
    let links = changes { $0.insert($0[13], at: 19) }
    #expect(links.map(\.kind) == [.inserted])
    #expect(links.first?.new == [19])
  }

  @Test func `is none where two documents share a few paragraphs only`() {
    let other = SamplePlan.parse(
      """
      # 青岚市城市绿化条例实施细则
      为保护和改善生态环境，提高人居质量，依据有关法律，制定本细则。
      绿化主管部门负责本行政区域内的绿地规划、建设、养护和监督管理。
      新建住宅区绿地率不得低于百分之三十五，旧城改造不得低于百分之二十五。
      任何单位和个人不得擅自砍伐、移植树木；确需砍伐的，应当申请许可并补植。
      古树名木实行分级保护，设立标志，划定保护范围，明确养护责任人。
      公园应当免费向公众开放，并设置无障碍通道、饮水处和公共厕所。
      鼓励立体绿化、屋顶绿化，对符合条件的项目给予补助。
      损坏绿地设施的，责令恢复原状，并处一千元以上五千元以下罚款。
      养护单位应当定期修剪、浇灌、防治病虫害，保持植被完好。
      加强组织领导。成立由分管副市长任组长的工作专班，每季度召开一次会议，研究解决重大问题。
      开展义务植树活动，适龄公民每年植树三至五棵或者完成相应劳动量。
      本细则所称绿地，包括公园绿地、防护绿地、附属绿地和区域绿地。
      """)
    let links = Comparison(aligning: SamplePlan.blocks, with: other).links
    #expect(Set(links.map(\.kind)) == [.counterpart, .inserted, .deleted])
    #expect(links.filter { $0.kind == .counterpart }.map(\.old).contains([16]))
  }
}
