internal import PlanModel

/// A line of print, or a part of one that a wide gap sets off from the rest.
struct PDFLine {
  /// The words, with one space between.
  var text: [Unicode.Scalar]
  var box: SourcePlace.PageBox
  /// The size of the type in points, as far as widths and heights tell.
  var size: Double
  /// How wide the first word is; of a word of Han, two characters of it.
  var firstWord: Double
  /// The words with their places, from left to right.
  var words: [Word]

  struct Word {
    var text: [Unicode.Scalar]
    var box: SourcePlace.PageBox
  }
  /// The line's number among all lines of the file, from 1.
  var number = 0

  /// How far down the middle of the line is: fonts differ in how far their boxes reach up and down.
  var middle: Double { (box.top + box.bottom) / 2 }
  var left: Double { box.left }
  var right: Double { box.right }
  var width: Double { box.right - box.left }
  var centre: Double { (box.left + box.right) / 2 }

  /// How many characters are no white space.
  var inked: Int { text.count { !SourceLine.isSpace($0) } }
}

extension PDFLine {
  /// Creates a line of one word or more.
  init(_ words: [Word], size: Double, number: Int = 0) {
    var box = words[0].box
    for word in words {
      box.left = min(box.left, word.box.left)
      box.top = min(box.top, word.box.top)
      box.right = max(box.right, word.box.right)
      box.bottom = max(box.bottom, word.box.bottom)
    }
    let first = words[0]
    let width = first.box.right - first.box.left
    // In Han text a line may end after any character, and takes a stop along.
    let isWide = first.text.first.map(SpaceRule.isWide) ?? false
    self.init(
      text: Array(words.map(\.text).joined(separator: [" "])), box: box, size: size,
      firstWord: isWide ? min(width, 2 * width / Double(first.text.count)) : width, words: words,
      number: number)
  }
}

/// A page as poppler lays it out.
struct PDFPage {
  var number: Int
  var width: Double
  var height: Double
  var lines: [PDFLine] = []
}

/// The pages of `pdftotext -bbox-layout`.
struct PDFPages {
  private(set) var pages: [PDFPage] = []
  private(set) var inked = 0
  private var words: [PDFLine.Word] = []
  private var word: [Unicode.Scalar]?
  private var box: SourcePlace.PageBox?
  /// How much higher a word's box is than its type is large; learned from lines of Han, of which each
  /// character is as wide as the type is large.
  private var heightRatios: [Double] = []

  /// A gap of so many times the type's size sets words apart, as cells are.
  private static let gap = 2.2

  /// Reads poppler's file.
  ///
  /// - Throws: A fault if it breaks off.
  init(layout: [UInt8]) throws(XMLEvents.Fault) {
    var reading = Self()
    try XMLEvents.read(layout) { reading.take($0) }
    self = reading
    let ratio = heightRatios.sorted().middle ?? 1.2
    var number = 0
    for page in pages.indices {
      for line in pages[page].lines.indices {
        number += 1
        pages[page].lines[line].number = number
        if pages[page].lines[line].size < 0 { pages[page].lines[line].size /= -ratio }
      }
    }
  }

  private init() {}

  private mutating func take(_ event: XMLEvents.Event) {
    switch event {
    case .open("page", let attributes):
      pages.append(
        PDFPage(
          number: pages.count + 1, width: Self.number(attributes["width"]),
          height: Self.number(attributes["height"])))
    case .open("line", _): words = []
    case .open("word", let attributes):
      word = []
      box = SourcePlace.PageBox(
        page: pages.count, left: Self.number(attributes["xMin"]),
        top: Self.number(attributes["yMin"]), right: Self.number(attributes["xMax"]),
        bottom: Self.number(attributes["yMax"]))
    case .text(let text): word?.append(contentsOf: text.unicodeScalars)
    case .close("word"):
      if let word, let box, word.contains(where: { !SourceLine.isSpace($0) }) {
        words.append(PDFLine.Word(text: word, box: box))
        inked += word.count { !SourceLine.isSpace($0) }
      }
      word = nil
    case .close("line"): closeLine()
    default: break
    }
  }

  /// A coordinate, to a tenth of a point; anything that is no number counts as 0.
  private static func number(_ text: String?) -> Double {
    guard let number = text.flatMap(Double.init), number.isFinite, abs(number) < 1e6 else {
      return 0
    }
    return (number * 10).rounded() / 10
  }

  private mutating func closeLine() {
    guard !pages.isEmpty, !words.isEmpty else { return }
    let size = abs(measure(words))
    var start = 0
    for index in words.indices {
      let isLast = index + 1 == words.count
      let gap = isLast ? 0 : words[index + 1].box.left - words[index].box.right
      guard isLast || gap > Self.gap * size else { continue }
      let part = Array(words[start...index])
      pages[pages.count - 1].lines.append(PDFLine(part, size: measure(part)))
      start = index + 1
    }
    words = []
  }

  /// The size of the type; negative where only the height of the boxes tells it.
  private mutating func measure(
    _ words: [PDFLine.Word]
  ) -> Double {
    let height = words.map { $0.box.bottom - $0.box.top }.sorted().middle ?? 1
    // Of digits and Latin letters in a line of Han, two take the place of one character.
    var ems = 0.0
    var width = 0.0
    for word in words {
      let wide = word.text.count(where: SpaceRule.isWide)
      guard wide * 2 >= word.text.count else { continue }
      ems += Double(wide) + 0.52 * Double(word.text.count - wide)
      width += word.box.right - word.box.left
    }
    guard ems >= 2 else { return -max(height, 1) }
    let size = width / ems
    guard size > 0.5, height / size < 4 else { return -max(height, 1) }
    heightRatios.append(height / size)
    return size
  }
}

extension Array where Element: Comparable {
  /// The element in the middle of a sorted array.
  var middle: Element? { isEmpty ? nil : self[count / 2] }
}
