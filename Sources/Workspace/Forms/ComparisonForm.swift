internal import Collation
internal import PlanModel

extension ComparedVersions {
  /// The comparison as JSON of the form `variorum/comparison/1`, one line.
  ///
  /// - Throws: If a value cannot be encoded.
  public func json() throws -> [UInt8] { try JSONForm.bytes(of: ComparisonForm(self)) }
}

/// `compare --format json`: DESIGN section 9 fixes the form; fields may be added.
private struct ComparisonForm: Encodable {
  struct Side: Encodable {
    struct Block: Encodable {
      var id: String
      var type: String
      var level: Int?
      var number: String?
      var text: String
    }

    var title: String?
    var version: String?
    var notice: String?
    var blocks: [Block]

    init(_ plan: Plan) {
      title = plan.metadata.title
      version = plan.metadata.version
      notice = plan.metadata.notice
      blocks = plan.blocks.map {
        Block(
          id: $0.id.rawValue, type: $0.kind.name, level: $0.kind.headingLevel, number: $0.number,
          text: $0.text)
      }
    }
  }

  struct Span: Encodable {
    var old: [Int]
    var new: [Int]
    var substance: String
    var tags: [String]
  }

  struct Link: Encodable {
    var old: [Int]
    var new: [Int]
    var kind: String
    var moved: Bool
    var renumbered: Bool
    var confidence: Double
    var substance: String?
    var tags: [String]
    var spans: [Span]

    init(_ link: Comparison.Link) {
      old = link.old
      new = link.new
      kind = link.kind.rawValue
      moved = link.isMoved
      renumbered = link.isRenumbered
      // Three decimals say all that a confidence can.
      confidence = (link.confidence * 1000).rounded() / 1000
      substance = link.substance?.rawValue
      tags = link.tags
      spans = link.spans.map {
        Span(
          old: [$0.old.lowerBound, $0.old.upperBound],
          new: [$0.new.lowerBound, $0.new.upperBound], substance: $0.substance.rawValue,
          tags: $0.tags)
      }
    }
  }

  var schema = "variorum/comparison/1"
  var old: Side
  var new: Side
  var links: [Link]
  var carried: [Int?]
  var summary: [String: Int]

  init(_ compared: ComparedVersions) {
    old = Side(compared.old)
    new = Side(compared.new)
    links = compared.comparison.links.map(Link.init)
    carried = compared.carried
    summary = Dictionary(
      uniqueKeysWithValues: compared.summary.map { ($0.kind.rawValue, $0.count) })
  }
}
