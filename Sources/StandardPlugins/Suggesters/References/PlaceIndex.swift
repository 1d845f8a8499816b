internal import PlanModel

/// Where a plan's chapters, sections, articles, boxes and annexes begin, for references to them.
struct PlaceIndex {
  /// One step of a reference: `第三章`.
  struct Step {
    /// What is counted: a scheme of number marks, or the paragraphs and items of an article.
    enum Unit: Hashable {
      case mark(NumberMark.Scheme)
      /// 款.
      case paragraph
      /// 项.
      case item
    }

    var unit: Unit
    var value: [Int]
  }

  private let plan: Plan
  private let outline: Outline
  private var articles: [[Int]: [Int]] = [:]
  /// The article to which each block belongs, by the block with which that begins.
  private var articleOfBlock: [Int?] = []
  private var sectionOfBlock: [Int?] = []

  init(_ plan: Plan) {
    self.plan = plan
    outline = Outline(of: plan)
    var article: Int?
    for (index, block) in plan.blocks.enumerated() {
      let mark = Self.mark(of: block)
      if mark?.scheme == .article, let value = mark?.value {
        articles[value, default: []].append(index)
        article = index
      } else if block.kind.isHeading {
        article = nil
      }
      articleOfBlock.append(article)
    }
    sectionOfBlock = Array(repeating: nil, count: plan.blocks.count)
    for (index, section) in outline.sections.enumerated() {
      for block in section.blocks { sectionOfBlock[block] = index }
    }
  }

  private static func mark(of block: Block) -> NumberMark? {
    NumberMark(openingOf: block.number ?? block.text)
  }

  /// The block at which a reference points.
  ///
  /// - Parameters:
  ///   - steps: The steps from the outside in.
  ///   - block: The block in which the reference stands; what it leaves out is meant as there.
  /// - Returns: `nil` if there is no such place, or more than one.
  func target(of steps: [Step], from block: Int) -> Int? {
    var section: Int? = nil
    var article: Int? = nil
    var target: Int? = nil
    for step in steps {
      switch step.unit {
      case .mark(.article):
        let places = articles[step.value] ?? []
        guard places.count == 1 else { return nil }
        (article, target) = (places[0], places[0])
      case .mark(let scheme):
        guard let found = self.section(scheme, step.value, in: section, near: block) else {
          return nil
        }
        section = found
        target = outline.sections[found].heading
      case .paragraph, .item:
        guard let start = target ?? articleOfBlock[block], let count = step.value.first,
          let found = part(step.unit, count, behind: start, of: article ?? articleOfBlock[start])
        else { return nil }
        target = found
      }
    }
    return target
  }

  /// The article before the one of a block.
  func articleBefore(_ block: Int) -> Int? {
    guard let own = articleOfBlock[block], own > 0 else { return nil }
    return articleOfBlock[..<own].lazy.compactMap(\.self).last
  }

  /// The paragraph before a block in its article.
  func paragraphBefore(_ block: Int) -> Int? {
    guard block > 0, articleOfBlock[block] != nil,
      articleOfBlock[block] == articleOfBlock[block - 1]
    else { return nil }
    return block - 1
  }

  /// The heading of the innermost section of a scheme around a block.
  func heading(_ scheme: NumberMark.Scheme, around block: Int) -> Int? {
    var next = sectionOfBlock[block]
    while let index = next {
      let section = outline.sections[index]
      if section.number.flatMap({ NumberMark(openingOf: $0)?.scheme }) == scheme {
        return section.heading
      }
      next = section.parent
    }
    return nil
  }

  /// The section of a number: the one in the section named before, or in those around the reference,
  /// from the inside out, or else the only one of all.
  private func section(
    _ scheme: NumberMark.Scheme, _ value: [Int], in outer: Int?, near block: Int
  ) -> Int? {
    let fitting = outline.sections.indices.filter { index in
      let mark = outline.sections[index].number.flatMap { NumberMark(openingOf: $0) }
      return mark?.scheme == scheme && mark?.value == value
    }
    if let outer {
      let inside = fitting.filter { isInside($0, outer) }
      return inside.count == 1 ? inside[0] : nil
    }
    var around = sectionOfBlock[block]
    while let index = around {
      let inside = fitting.filter { isInside($0, index) }
      if inside.count == 1 { return inside[0] }
      around = outline.sections[index].parent
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private func isInside(_ section: Int, _ outer: Int) -> Bool {
    var next = outline.sections[section].parent
    while let index = next {
      if index == outer { return true }
      next = outline.sections[index].parent
    }
    return false
  }

  /// The n-th paragraph (款) or item (项) of an article.
  private func part(
    _ unit: Step.Unit, _ count: Int, behind start: Int, of article: Int?
  ) -> Int? {
    guard let article else { return nil }
    let isItem: (Int) -> Bool = { index in
      if case .item = plan.blocks[index].kind { return true }
      let scheme = Self.mark(of: plan.blocks[index])?.scheme
      return scheme == .chineseParenthesis || scheme == .arabicParenthesis
    }
    let blocks = (start..<plan.blocks.count).prefix { articleOfBlock[$0] == article }
    if unit == .paragraph {
      let paragraphs = blocks.filter { !isItem($0) }
      return paragraphs.indices.contains(count - 1) ? paragraphs[count - 1] : nil
    }
    return blocks.first { isItem($0) && Self.mark(of: plan.blocks[$0])?.value == [count] }
  }
}
