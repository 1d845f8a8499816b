/// Something that extends the toolkit at one of its extension points.
///
/// What ships with the toolkit conforms to the same protocols as anybody's: see ``Importer``,
/// ``Classifier``, ``Suggester`` and ``Exporter``. A plugin is a value without hidden state; the same input gives the same output.
public protocol Plugin: Sendable {
  /// The plugin's name in configuration and messages: lower-case words joined by hyphens.
  var name: String { get }
}

/// The plugins of a run, each list in the order in which they are asked.
public struct PluginSet: Sendable {
  /// The importers; the first that accepts a source reads it.
  public var importers: [any Importer]
  /// The classifiers; what they say is added up.
  public var classifiers: [any Classifier]
  /// The suggesters; what they propose stands side by side.
  public var suggesters: [any Suggester]
  /// The exporters; each has a form of its own.
  public var exporters: [any Exporter]

  /// The importers of notes; each has a form of its own.
  public var noteImporters: [any NoteImporter] = []

  /// Creates a set.
  public init(
    importers: [any Importer] = [], classifiers: [any Classifier] = [],
    suggesters: [any Suggester] = [], exporters: [any Exporter] = []
  ) {
    self.importers = importers
    self.classifiers = classifiers
    self.suggesters = suggesters
    self.exporters = exporters
  }
}
