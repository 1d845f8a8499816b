private import Mustache
private import Synchronization

/// A Mustache template whose names have all been checked.
///
/// The library renders a name that it doesn't know as nothing, so that a slip of the pen leaves a
/// hole in every page. Here it is a fault with its line. Of Mustache, variables, sections, inverted
/// sections and comments may be used.
///
/// What a template makes of texts and markup doesn't depend on what they say. So the library fills a
/// template once for each set of conditions and lengths of lists, with marks in the place of words;
/// the pages of a site are then put together from the pieces between the marks.
package struct Template: Sendable {
  private let template: MustacheTemplate
  /// The names at the top, in one order.
  private let names: [String]
  private let skeletons = Skeletons()

  /// Reads a template and checks it.
  ///
  /// - Parameters:
  ///   - text: The template.
  ///   - file: Its name, for messages.
  ///   - names: What it may use.
  /// - Throws: A ``TemplateFault`` if it is no template, uses a name that is not provided, or uses
  ///   markup as text or the other way round.
  package init(_ text: String, file: String, names: [String: TemplateShape]) throws(TemplateFault) {
    try TemplateChecker(file: file, names: names).check(text)
    guard !text.utf8.contains(0) else {
      throw TemplateFault(template: file, line: 1, message: "a template holds no NUL")
    }
    self.names = names.keys.sorted()
    do {
      template = try MustacheTemplate(string: text)
    } catch {
      throw TemplateFault(template: file, line: 1, message: "not a template: \(error)")
    }
  }

  /// The template with its holes filled, in UTF-8.
  package func render(_ values: [String: TemplateValue]) -> [UInt8] {
    var filling = TemplateFilling()
    for name in names {
      if let value = values[name] { filling.add(value) }
    }
    let skeleton = skeletons.skeleton(of: filling.shape) {
      var count = 0
      var marked: [String: Any] = [:]
      for name in names {
        if let value = values[name] { marked[name] = value.marked(counting: &count) }
      }
      return template.render(marked)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(filling.words.reduce(skeleton.count) { $0 + $1.bytes.count + 16 })
    for (place, part) in skeleton.pieces.enumerated() {
      if place > 0 { bytes.append(contentsOf: filling.words[skeleton.marks[place - 1]].bytes) }
      bytes.append(contentsOf: part)
    }
    return bytes
  }
}

/// What a template is filled with, as the order of its names gives it.
private struct TemplateFilling {
  /// The conditions and the lengths of lists.
  var shape: [Int] = []
  /// The texts, escaped, and the markup.
  var words: [HTML] = []

  mutating func add(_ value: TemplateValue) {
    switch value {
    case .text(let text): words.append(.text(text))
    case .markup(let html): words.append(html)
    case .flag(let flag): shape.append(flag ? 1 : 0)
    case .list(let items):
      shape.append(items.count)
      for item in items {
        for name in item.keys.sorted() { if let value = item[name] { add(value) } }
      }
    }
  }
}

extension TemplateValue {
  /// The value with marks for texts and markup, counted in the order of a ``TemplateFilling``.
  ///
  /// A mark is a number between two NULs, which no template holds.
  fileprivate func marked(counting count: inout Int) -> Any {
    switch self {
    case .text, .markup:
      defer { count += 1 }
      return "\u{0}\(count)\u{0}"
    case .flag(let flag): return flag
    case .list(let items):
      return items.map { item in
        var marked: [String: Any] = [:]
        for name in item.keys.sorted() { marked[name] = item[name]?.marked(counting: &count) }
        return marked
      }
    }
  }
}

/// A template filled with marks, cut at them.
private struct Skeleton: Sendable {
  /// What stands before the first mark, between two, and behind the last.
  var pieces: [[UInt8]] = []
  /// The numbers of the marks between the pieces.
  var marks: [Int] = []
  var count: Int

  init(_ text: String) {
    count = text.utf8.count
    let parts = text.utf8.split(separator: 0, omittingEmptySubsequences: false)
    for (place, part) in parts.enumerated() {
      if place % 2 == 0 {
        pieces.append(Array(part))
      } else {
        marks.append(Int(String(decoding: Array(part), as: UTF8.self)) ?? 0)
      }
    }
  }
}

/// The skeletons of a template by what they depend on; pages are rendered on several threads, which
/// share them.
private final class Skeletons: Sendable {
  private let known = Mutex<[[Int]: Skeleton]>([:])

  func skeleton(of shape: [Int], _ render: () -> String) -> Skeleton {
    if let skeleton = known.withLock({ $0[shape] }) { return skeleton }
    let skeleton = Skeleton(render())
    known.withLock { $0[shape] = skeleton }
    return skeleton
  }
}
