public import PlanModel
internal import YAMLReading
internal import Yams

/// What a file of notes says.
public struct AnnotationFile: Sendable {
  /// The notes in the order of the file; those that are too faulty to use are left out.
  public var annotations: [Annotation] = []
  /// What is wrong with the file.
  public var diagnostics: [Diagnostic] = []

  /// The keys that mean the same in a note of every kind.
  static let commonKeys = [
    "id", "kind", "on", "basis", "source", "status", "decisions", "continues", "note",
  ]

  /// Reads the file's text; what is wrong becomes a diagnostic.
  ///
  /// - Parameters:
  ///   - yaml: The text.
  ///   - file: The file's name, for diagnostics.
  ///   - kinds: The kinds that there are.
  ///   - agencies: The agencies that there are.
  public init(yaml: String, file: String, kinds: [AnnotationKind], agencies: AgencyRegistry) {
    var reader = NoteReader(reader: YAMLReader(file: file), kinds: kinds, agencies: agencies)
    if let root = reader.reader.root(of: yaml) {
      for entry in reader.reader.mapping(root, "the file") {
        if entry.key == "notes" {
          // A file that is made ready for notes has none yet.
          if entry.value.scalar?.string.isEmpty == true { continue }
          annotations = reader.reader.list(entry.value, "‘notes’").compactMap { reader.note($0) }
        } else {
          reader.reader.unknownKey(entry, "the key", known: ["notes"])
        }
      }
    }
    diagnostics = reader.reader.diagnostics
  }

  /// Whether a text can name a note or an agency: lower-case ASCII letters, digits and hyphens.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-"), text.utf8.count <= 64 else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }
}
