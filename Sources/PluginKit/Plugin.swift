/// Something that extends the toolkit at one of its extension points.
///
/// What ships with the toolkit conforms to the same protocols as anybody's: see ``Importer``,
/// ``Transformer``, ``Suggester``, ``Classifier``, ``Exporter`` and ``PageContributor``. A plugin is a
/// value without hidden state; the same input gives the same output. One that is a program in any
/// language is a ``ProcessPlugin``.
public protocol Plugin: Sendable {
  /// The plugin's name in configuration and messages: lower-case words joined by hyphens.
  var name: String { get }
}

/// The plugins of a run, each list in the order in which they are asked.
public struct PluginSet: Sendable {
  /// The importers; the first that accepts a source reads it.
  public var importers: [any Importer]
  /// The transformers; each goes on from what the one before left.
  public var transformers: [any Transformer]
  /// The classifiers; what they say is added up.
  public var classifiers: [any Classifier]
  /// The classifiers that are asked about all changes at once, after the others.
  public var batchClassifiers: [any BatchClassifier]
  /// The suggesters; what they propose stands side by side.
  public var suggesters: [any Suggester]
  /// The exporters; each has a form of its own.
  public var exporters: [any Exporter]
  /// The contributors of parts of pages; their parts stand in this order.
  public var contributors: [any PageContributor]
  /// What went wrong with plugins whose failure doesn't stop the run.
  public let faults = PluginFaults()

  /// The importers of notes; each has a form of its own.
  public var noteImporters: [any NoteImporter] = []

  /// Creates a set.
  public init(
    importers: [any Importer] = [], transformers: [any Transformer] = [],
    classifiers: [any Classifier] = [], batchClassifiers: [any BatchClassifier] = [],
    suggesters: [any Suggester] = [], exporters: [any Exporter] = [],
    contributors: [any PageContributor] = []
  ) {
    self.importers = importers
    self.transformers = transformers
    self.classifiers = classifiers
    self.batchClassifiers = batchClassifiers
    self.suggesters = suggesters
    self.exporters = exporters
    self.contributors = contributors
  }
}
