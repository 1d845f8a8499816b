public import PluginKit

/// The plugins that ship with the toolkit.
///
/// They use the public extension points and nothing else.
public enum StandardPlugins {
  /// Every one of them, in the order in which they are asked.
  ///
  /// - Parameter agencyNames: The names and aliases of a project's agencies, for telling a change of
  ///   agency from one of words.
  /// - Returns: The plugins.
  public static func all(agencyNames: [String] = []) -> PluginSet {
    var set = PluginSet(
      importers: [
        PDFImporter(), WordImporter(), OpenDocumentImporter(), BookImporter(), MarkdownImporter(),
        HTMLImporter(), TextImporter(),
      ],
      classifiers: [
        QuantityClassifier(), ModalityClassifier(), AgencyClassifier(names: agencyNames),
        ScopeClassifier(),
      ],
      suggesters: [
        ResponsibilitySuggester(), TimeSuggester(), EnglishSuggester(), IndicatorSuggester(),
        ReferenceSuggester(), MentionSuggester(names: agencyNames),
      ],
      exporters: [
        TableExporter(), CalendarExporter(), AkomaNtosoExporter(), WebAnnotationExporter(),
      ])
    set.noteImporters = [
      TableNoteImporter(), WebAnnotationNoteImporter(), HypothesisNoteImporter(),
    ]
    return set
  }
}
