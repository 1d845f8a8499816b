internal import PlanImport
public import PlanModel
public import PluginKit

/// Reads PDF through poppler's `pdftotext`, which says where each word stands on its page.
public struct PDFImporter: Importer {
  /// The importer's name.
  public let name = "pdf"
  /// The names of the format.
  public let formats = ["pdf"]

  private static let program = ExternalProgram("pdftotext", package: "poppler-utils")

  /// Creates an importer.
  public init() {}

  /// Takes files that begin as a PDF does; some have a few bytes before that.
  public func accepts(_ source: ImportSource) -> Bool {
    source.bytes.prefix(1_024).firstRange(of: Array("%PDF-".utf8)) != nil
  }

  /// The draft of a plan.
  ///
  /// - Throws: A `DocumentError` if poppler is missing, or cannot read the file, or it has no text.
  public func draft(of source: ImportSource) throws -> PlanDraft {
    let outcome = try Self.program.run(
      ["-enc", "UTF-8", "-bbox-layout", "-", "-"], input: source.bytes)
    do {
      if !outcome.isSuccess {
        throw outcome.lastWords.contains("Incorrect password")
          ? ImportError.encrypted(file: source.name)
          : ImportError.damaged(
            file: source.name, reason: "poppler cannot read the file: " + outcome.reason)
      }
      var draft = try PDFReader(startsIn: source.startsIn)
        .draft(ofLayout: outcome.output, file: source.name)
      draft.metadata["read-with"] = Self.program.version("-v").map { .text($0) }
      if !outcome.lastWords.isEmpty {
        draft.diagnostics.append(
          Diagnostic(
            .warning, code: "damaged-file", "poppler had to mend the file: " + outcome.reason,
            at: FilePlace(file: source.name), help: "compare the end of the text with the pages"))
      }
      return draft
    } catch let error as ImportError {
      throw DocumentError([error.diagnostic])
    }
  }
}

extension ExternalProgram.Outcome {
  /// The first line of what the program complained of.
  var reason: String {
    lastWords.split(whereSeparator: \.isNewline).first.map { String($0.prefix(200)) }
      ?? "it does not say why"
  }
}
