internal import PlanModel

/// The paragraphs of a file's pages, in the order of reading.
struct PDFParagraphs {
  /// Lines that belong together, with what their setting says.
  struct Paragraph {
    var lines: [PDFLine]
    /// The rules that began it and joined its lines.
    var reasons: [SourcePlace.Reason] = []
    var isLarge = false
    var isCentred = false
    var isAtEnd = false
    /// The cells, if it is a row of a table.
    var cells: [[PDFLine]]?

    /// Joins a line to it.
    mutating func add(_ line: PDFLine, by rule: LineDecision.Rule) {
      lines.append(line)
      guard reasons.count < 2 || reasons.last?.rule != rule else { return }
      reasons.append(SourcePlace.Reason(line: line.number, rule: rule))
    }
  }

  var paragraphs: [Paragraph] = []
  /// The pages on which tables were read from the places of the words.
  private(set) var tablePages: [Int] = []
  /// The pages on which notes stand under the text.
  private(set) var notePages: [Int] = []

  init(_ pages: [PDFPage]) {
    let size = Self.size(of: pages)
    let columns = PageColumns(pages, size: size)
    let regions = pages.flatMap(columns.regions)
    let leading = Self.leading(of: regions, size: size)
    var notes: [Paragraph] = []
    var last: (line: PDFLine, setting: LineSetting)?
    for region in regions {
      var region = region
      let setting = LineSetting(region, size: size, leading: leading)
      let noteLines = Self.takeNotes(from: &region, size: size)
      for part in PageTable.parts(of: region) {
        switch part {
        case .table(let table):
          flush(&notes)
          last = nil
          if let page = table.rows.first?.first(where: { !$0.isEmpty })?.first?.box.page,
            tablePages.last != page
          {
            tablePages.append(page)
          }
          paragraphs += table.rows.map { Paragraph(row: $0) }
        case .lines(let lines):
          for line in lines {
            let isSameRegion = last.map { $0.line.box.page == line.box.page } ?? false
            let gap = last.map {
              isSameRegion && $0.line.middle < line.middle && $0.line.left < line.right
                && line.left < $0.line.right
                ? setting.gap(between: $0.line, and: line)
                : setting.gap(overPageFrom: $0.line, in: $0.setting, to: line)
            }
            if let gap, gap.isJoined {
              paragraphs[paragraphs.count - 1].add(line, by: gap.rule)
            } else {
              flush(&notes)
              paragraphs.append(
                Paragraph(
                  lines: [line],
                  reasons: gap.map { [.init(line: line.number, rule: $0.rule)] } ?? [],
                  isLarge: setting.isLarge(line),
                  isCentred: setting.isCentred(line), isAtEnd: setting.isAtEnd(line)))
            }
            last = (line, setting)
          }
        }
      }
      if let first = noteLines.first {
        if notePages.last != first.box.page { notePages.append(first.box.page) }
        notes += Self.notes(noteLines)
      }
    }
    flush(&notes)
  }

  /// Notes stand behind the paragraph that was open where their page ended.
  private mutating func flush(_ notes: inout [Paragraph]) {
    paragraphs += notes
    notes = []
  }

  /// The size in which most of the text is set.
  private static func size(of pages: [PDFPage]) -> Double {
    var counts: [Int: Int] = [:]
    for line in pages.flatMap(\.lines) {
      counts[Int((line.size * 2).rounded()), default: 0] += line.inked
    }
    let most = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    return max(1, Double(most?.key ?? 20) / 2)
  }

  private static func leading(of regions: [PageRegion], size: Double) -> Double {
    var distances: [Double] = []
    for region in regions {
      for (line, next) in zip(region.lines, region.lines.dropFirst()) {
        let distance = next.middle - line.middle
        if distance > size * 0.8, distance < size * 4 { distances.append(distance) }
      }
    }
    return distances.sorted().middle ?? size * 1.5
  }

  /// Takes the notes at the foot of a column: smaller lines at its end, of which the first opens with
  /// a mark.
  private static func takeNotes(from region: inout PageRegion, size: Double) -> [PDFLine] {
    var start = region.lines.count
    while start > 0, region.lines[start - 1].size < size * 0.93 { start -= 1 }
    while start < region.lines.count, !opensNote(region.lines[start]) { start += 1 }
    guard start > 0 else { return [] }
    let notes = Array(region.lines[start...])
    region.lines.removeSubrange(start...)
    return notes
  }

  private static func opensNote(_ line: PDFLine) -> Bool {
    guard let first = line.text.first else { return false }
    return ("0"..."9").contains(first) || ("①"..."⑳").contains(first)
      || "*†‡[［〔注".unicodeScalars.contains(first)
  }

  private static func notes(_ lines: [PDFLine]) -> [Paragraph] {
    var notes: [Paragraph] = []
    for line in lines {
      if opensNote(line) || notes.isEmpty {
        notes.append(Paragraph(lines: [line]))
      } else {
        notes[notes.count - 1].lines.append(line)
      }
    }
    return notes
  }
}

extension PDFParagraphs.Paragraph {
  /// A row of a table.
  fileprivate init(row cells: [[PDFLine]]) {
    self.init(lines: cells.flatMap(\.self), cells: cells)
    reasons = lines.first.map { [SourcePlace.Reason(line: $0.number, rule: .tableRow)] } ?? []
  }
}
