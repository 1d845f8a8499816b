internal import PlanModel

/// The parts of an official paper that stand around its text: document number, date, issuer.
enum PaperParts {
  /// Whether a line is a document number: `国发〔2019〕3号`, also with `[ ]` or `（ ）`.
  static func isDocumentNumber(_ line: [Unicode.Scalar]) -> Bool {
    guard line.count <= 30, line.last == "号" || line.last == "號",
      let open = line.firstIndex(where: { "〔[［（(【".unicodeScalars.contains($0) }), open > 0,
      line[..<open].allSatisfy({ $0.isHan || $0.properties.isAlphabetic })
    else { return false }
    let year = line[(open + 1)...].prefix { Numeral.isDigit($0) }
    return year.count == 4
      && line[(open + 1 + year.count)...].first.map { "〕]］）)】".unicodeScalars.contains($0) }
        ?? false
  }

  /// The date of a line that is nothing but a date, `2019年1月24日` or `二〇一九年一月二十四日`, as
  /// `2019-01-24`.
  static func date(_ line: [Unicode.Scalar]) -> String? {
    guard line.count <= 40 else { return nil }
    var rest = line.filter { !SourceLine.isSpace($0) }[...]
    if rest.first == "（" || rest.first == "(" { rest = rest.dropFirst().dropLast() }
    var numbers: [Int] = []
    for unit: Unicode.Scalar in ["年", "月", "日"] {
      let digits = rest.prefix { Numeral.isDigit($0) }
      guard let value = Numeral.value(of: digits), rest.dropFirst(digits.count).first == unit
      else { return nil }
      numbers.append(value)
      rest = rest.dropFirst(digits.count + 1)
    }
    guard rest.isEmpty, (1900...2200).contains(numbers[0]), (1...12).contains(numbers[1]),
      (1...31).contains(numbers[2])
    else { return nil }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(numbers[0])-\(padded(numbers[1]))-\(padded(numbers[2]))"
  }

  /// Whether lines say to whom a paper goes: `各省、自治区、直辖市人民政府，国务院各部委、各直属机构：`.
  static func isSalutation(_ lines: some Collection<ArraySlice<Unicode.Scalar>>) -> Bool {
    guard lines.count <= 12, lines.first?.first == "各" else { return false }
    var last: Unicode.Scalar?
    for line in lines {
      if line.contains(where: { "。；！？".unicodeScalars.contains($0) }) { return false }
      last = line.last
    }
    return last == "：" || last == ":"
  }

  /// Whether a line can be the name of who signs: short, Han alone, no sentence.
  static func isSignature(_ line: [Unicode.Scalar]) -> Bool {
    (2...40).contains(line.count)
      && line.allSatisfy { $0.isHan || SourceLine.isSpace($0) || $0 == "、" }
  }

  /// What the paper says of itself, from its paragraphs in order.
  static func describe(_ paragraphs: [FlowParagraph], in metadata: inout PlanMetadata) {
    for paragraph in paragraphs.prefix(8) where isDocumentNumber(paragraph.text) {
      metadata["document-number"] = .text(paragraph.string)
      break
    }
    for (index, paragraph) in paragraphs.enumerated() {
      guard let date = date(paragraph.text), paragraph.text.first != "（",
        paragraph.text.first != "("
      else { continue }
      metadata["issued"] = .text(date)
      if index > 0, isSignature(paragraphs[index - 1].text) {
        metadata["issuer"] = .text(paragraphs[index - 1].string)
      }
      break
    }
  }
}
