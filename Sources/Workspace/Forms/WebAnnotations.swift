internal import Annotations
internal import PlanModel
internal import StandardPlugins

/// The notes of a W3C Web Annotation file, as far as carrying needs them: identifiers and selectors.
///
/// Read are single annotations, lists, and collections with their pages inside; of the selectors
/// TextQuoteSelector, TextPositionSelector and FragmentSelector, also those that refine others. A
/// position counts code points over the blocks' texts joined by one line feed.
struct WebAnnotations {
  struct Note {
    var id: String
    var exact: String?
    var prefix = ""
    var suffix = ""
    var position: Range<Int>?
    var block: String?
  }

  var notes: [Note]

  init(_ bytes: [UInt8], file: String) throws {
    let root = try JSONForm.value(JSONValue.self, of: bytes, file: file)
    notes = Self.annotations(in: root).enumerated().map { index, value in
      var note = Note(id: value["id"]?.text ?? "\(index + 1)")
      for target in value["target"]?.elements ?? [] {
        for selector in target["selector"]?.elements ?? [] { Self.read(selector, into: &note) }
      }
      return note
    }
  }

  private static func annotations(in value: JSONValue) -> [JSONValue] {
    if case .array(let values) = value { return values }
    if let items = value["items"] { return items.elements }
    if let first = value["first"] { return annotations(in: first) }
    return [value]
  }

  private static func read(_ selector: JSONValue, into note: inout Note, depth: Int = 0) {
    switch selector["type"]?.text {
    case "TextQuoteSelector":
      note.exact = selector["exact"]?.text
      note.prefix = selector["prefix"]?.text ?? ""
      note.suffix = selector["suffix"]?.text ?? ""
    case "TextPositionSelector":
      if let start = selector["start"]?.integer, let end = selector["end"]?.integer, start < end {
        note.position = start..<end
      }
    case "FragmentSelector":
      note.block = selector["value"]?.text
    default: break
    }
    guard depth < 8 else { return }
    for inner in selector["refinedBy"]?.elements ?? [] {
      read(inner, into: &note, depth: depth + 1)
    }
  }

  /// The passage of a note in a plan.
  ///
  /// A position counts only if the quote stands there; of several places of the quote the one with
  /// the most of its context around it, and then the nearest to the position.
  func passage(of note: Note, in text: PlanText) -> Passage? {
    if let position = note.position, let passage = text.passage(position) {
      if note.exact == nil || note.exact == text.words(position) { return passage }
    }
    guard let exact = note.exact, !exact.isEmpty else { return nil }
    let length = exact.unicodeScalars.count
    let places = text.places(of: exact)
    let ranked = places.map { place in
      (
        place: place,
        context: text.context(
          around: place..<place + length, prefix: note.prefix, suffix: note.suffix),
        distance: abs(place - (note.position?.lowerBound ?? place))
      )
    }
    let best = ranked.min { ($1.context, $0.distance) < ($0.context, $1.distance) }
    return best.flatMap { text.passage($0.place..<$0.place + length) }
  }
}

/// The texts of a plan's blocks joined by line feeds.
struct PlanText {
  private let scalars: [Unicode.Scalar]
  private let starts: [Int]

  init(_ blocks: [Block]) {
    var scalars: [Unicode.Scalar] = []
    var starts: [Int] = []
    for block in blocks {
      if !starts.isEmpty { scalars.append("\n") }
      starts.append(scalars.count)
      scalars.append(contentsOf: block.text.unicodeScalars)
    }
    self.scalars = scalars
    self.starts = starts
  }

  func words(_ range: Range<Int>) -> String? {
    guard range.upperBound <= scalars.count else { return nil }
    return String(String.UnicodeScalarView(scalars[range]))
  }

  func passage(_ range: Range<Int>) -> Passage? {
    guard range.lowerBound >= 0, range.upperBound <= scalars.count, !range.isEmpty else {
      return nil
    }
    let start = block(at: range.lowerBound)
    let end = block(at: range.upperBound - 1)
    return Passage(
      start: .init(block: start, offset: range.lowerBound - starts[start]),
      end: .init(block: end, offset: range.upperBound - starts[end]))
  }

  private func block(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] > offset { high = middle } else { low = middle + 1 }
    }
    return max(0, low - 1)
  }

  func places(of words: String) -> [Int] {
    let wanted = Array(words.unicodeScalars)
    guard let first = wanted.first, wanted.count <= scalars.count else { return [] }
    return (0...scalars.count - wanted.count).filter { place in
      scalars[place] == first && scalars[place..<place + wanted.count].elementsEqual(wanted)
    }
  }

  /// How many scalars of the context stand around a range.
  func context(around range: Range<Int>, prefix: String, suffix: String) -> Int {
    let before = zip(prefix.unicodeScalars.reversed(), scalars[..<range.lowerBound].reversed())
    let behind = zip(suffix.unicodeScalars, scalars[range.upperBound...])
    return before.prefix { $0 == $1 }.count + behind.prefix { $0 == $1 }.count
  }
}
