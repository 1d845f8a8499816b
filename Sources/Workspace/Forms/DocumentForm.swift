public import PlanModel

extension Conversion {
  /// The conversion as JSON of the form `variorum/document/1`, one line.
  ///
  /// - Parameter isExplained: Whether it says of each line why it was joined or parted.
  /// - Returns: UTF-8.
  /// - Throws: If a value cannot be encoded.
  public func json(isExplained: Bool = false) throws -> [UInt8] {
    try JSONForm.bytes(of: DocumentForm(self, isExplained: isExplained))
  }
}

/// `convert --format json`: DESIGN section 9 fixes the form; fields may be added.
private struct DocumentForm: Encodable {
  struct Block: Encodable {
    var id: String
    var type: String
    var level: Int?
    var number: String?
    var text: String
    var lead: String?
    var source: SourceMap.Place?
  }

  struct Removal: Encodable {
    var rule: String
    var text: String
    var replacement: String
    var source: SourceMap.Place
  }

  /// Why a line was joined to the one before it or begins a block.
  struct Decision: Encodable {
    var line: Int
    var joined: Bool
    var rule: String
    var reason: String
    var doubtful: Bool
  }

  struct FurnitureForm: Encodable {
    var title: [String]?
    var masthead: [String]?
    var credit: [String]?
    var pageNumbers: [String]?
    var contents: [String]?
    var catalogue: [String]?
    var navigation: [String]?
    var rulings: [String]?
    var continuedFrom: String?
    var continuedOn: String?
  }

  var schema = "variorum/document/1"
  var title: String?
  var language: String?
  var encoding: String?
  var startsIn: String?
  var furniture: FurnitureForm
  var blocks: [Block]
  var removed: [Removal]
  var decisions: [Decision]?
  var diagnostics: [DiagnosticForm]

  init(_ conversion: Conversion, isExplained: Bool) {
    let metadata = conversion.plan.metadata
    title = metadata.title
    language = metadata.language
    encoding = metadata["encoding"]?.text
    startsIn = metadata.startsIn
    func texts(_ role: Furniture.Role) -> [String]? {
      let texts = conversion.draft.furniture.filter { $0.role == role }.map(\.text)
      return texts.isEmpty ? nil : texts
    }
    furniture = FurnitureForm(
      title: texts(.title), masthead: texts(.masthead), credit: texts(.credit),
      pageNumbers: texts(.pageNumber), contents: texts(.contents),
      catalogue: texts(.catalogue), navigation: texts(.navigation),
      rulings: texts(.ruling),
      continuedFrom: metadata["continued-from"]?.text,
      continuedOn: metadata["continued-on"]?.text)
    blocks = zip(conversion.plan.blocks, conversion.draft.blocks).map { block, draft in
      Block(
        id: block.id.rawValue, type: block.kind.name, level: block.kind.headingLevel,
        number: block.number, text: block.text, lead: block.lead,
        source: draft.source.map(SourceMap.Place.init))
    }
    removed = conversion.draft.removed.map {
      Removal(
        rule: $0.rule, text: $0.text, replacement: $0.replacement,
        source: SourceMap.Place($0.source))
    }
    if isExplained {
      decisions = conversion.draft.decisions.map {
        Decision(
          line: $0.line, joined: $0.isJoined, rule: $0.rule.rawValue, reason: $0.rule.reason,
          doubtful: $0.isDoubtful)
      }
    }
    diagnostics = conversion.diagnostics.map(DiagnosticForm.init)
  }
}

/// A diagnostic in JSON.
struct DiagnosticForm: Encodable {
  var severity: String
  var code: String
  var message: String
  var file: String?
  var line: Int?
  var column: Int?
  var length: Int?
  var help: String?

  init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity.rawValue
    code = diagnostic.code
    message = diagnostic.message
    file = diagnostic.place?.file
    line = diagnostic.place?.line
    column = diagnostic.place?.column
    length = diagnostic.place?.length
    help = diagnostic.help
  }
}

/// Diagnostics as a JSON list, one line.
///
/// - Throws: If a value cannot be encoded.
public func diagnosticsJSON(_ diagnostics: [Diagnostic]) throws -> [UInt8] {
  try JSONForm.bytes(of: diagnostics.map(DiagnosticForm.init))
}
