/// The words of the interface in one language.
///
/// A catalogue is a text file: `key: words` on each line, `#` before a comment. In the words
/// `{name}` stands for something that the page puts in, and `{name|one|many}` for the first or the
/// second of the words, by whether the count of that name is 1. A space at either end of the words is
/// written `␣`, so that it can be seen.
public struct Catalogue: Sendable, Hashable {
  /// The language as a BCP 47 tag.
  public let language: String

  /// The text that the catalogue was read from.
  let source: String

  private let words: [Phrase: [Piece]]

  /// Reads a catalogue.
  ///
  /// - Throws: A ``CatalogueFault`` if a line has no key, a key is unknown or given twice, or a
  ///   phrase is missing.
  public init(language: String, text: String) throws(CatalogueFault) {
    var words: [Phrase: String] = [:]
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      guard !line.hasPrefix("#"), line.contains(where: { !$0.isWhitespace }) else { continue }
      func fault(_ message: String) -> CatalogueFault {
        CatalogueFault(language: language, line: index + 1, message: message)
      }
      guard let colon = line.firstIndex(of: ":") else { throw fault("a line without 'key:'") }
      let key = String(line[..<colon])
      guard let phrase = Phrase(rawValue: key) else { throw fault("no phrase is called '\(key)'") }
      guard words[phrase] == nil else { throw fault("the phrase '\(key)' is given twice") }
      let text = line[line.index(after: colon)...].drop(while: \.isWhitespace)
      words[phrase] = String(text.map { $0 == "␣" ? " " : $0 })
    }
    if let missing = Phrase.allCases.first(where: { words[$0] == nil }) {
      throw CatalogueFault(
        language: language, line: lines.count, message: "no words for '\(missing.rawValue)'")
    }
    self.language = language
    source = text
    self.words = words.mapValues(Self.pieces)
  }

  /// The words of a phrase, with texts put in.
  ///
  /// A phrase has few places, so that the values are looked through rather than hashed: a site of a
  /// thousand pages asks for a hundred thousand phrases.
  public func text(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    var result = ""
    for piece in words[phrase] ?? [] {
      switch piece {
      case .words(let words): result += words
      case .place(let name): result += values.value(named: name) ?? "{\(name)}"
      case .number(let name, let one, let many):
        result += values.value(named: name) == "1" ? one : many
      }
    }
    return result
  }

  /// The words of a phrase, with a count put in as `count`.
  public func text(_ phrase: Phrase, count: Int) -> String {
    text(phrase, ["count": String(count)])
  }

  /// The words of a phrase, with markup put in.
  package func html(
    _ phrase: Phrase, _ values: KeyValuePairs<String, HTML>,
    counts: KeyValuePairs<String, Int> = [:]
  ) -> HTML {
    var result = HTML.empty
    for piece in words[phrase] ?? [] {
      switch piece {
      case .words(let words): result += .text(words)
      case .place(let name):
        result +=
          values.value(named: name)
          ?? .text(counts.value(named: name).map { String($0) } ?? "{\(name)}")
      case .number(let name, let one, let many):
        result += .text(counts.value(named: name) == 1 ? one : many)
      }
    }
    return result
  }

  private enum Piece: Sendable, Hashable {
    case words(Substring)
    case place(String)
    case number(String, Substring, Substring)
  }

  private static func pieces(of words: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = words[...]
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      if start > rest.startIndex { pieces.append(.words(rest[..<start])) }
      let parts = rest[rest.index(after: start)..<end].split(
        separator: "|", omittingEmptySubsequences: false)
      if parts.count == 3 {
        pieces.append(.number(String(parts[0]), parts[1], parts[2]))
      } else {
        pieces.append(.place(parts.joined(separator: "|")))
      }
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { pieces.append(.words(rest)) }
    return pieces
  }

  /// The names that a phrase has places for.
  package func places(in phrase: Phrase) -> Set<String> {
    Set(
      (words[phrase] ?? []).compactMap { piece in
        switch piece {
        case .words: nil
        case .place(let name), .number(let name, _, _): name
        }
      })
  }
}

extension KeyValuePairs where Key == String {
  /// The first value under a name.
  fileprivate func value(named name: String) -> Value? { first { $0.key == name }?.value }
}

/// Why a catalogue can't be used.
public struct CatalogueFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The catalogue's language.
  public var language: String
  /// The line, counted from 1.
  public var line: Int
  /// What is wrong, in lower case and without a full stop.
  public var message: String

  /// The fault as one line.
  public var description: String { "interface \(language):\(line): error: \(message)" }
}
