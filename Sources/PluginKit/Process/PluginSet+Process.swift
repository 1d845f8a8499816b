internal import PlanModel

extension PluginSet {
  /// Adds a program at each extension point at which its manifest says that it takes part.
  ///
  /// An importer that is added comes before those that ship, so that a project may read a form in its
  /// own way; everything else comes behind.
  public mutating func add(_ plugin: ProcessPlugin) {
    for stage in plugin.manifest.stages {
      switch stage {
      case .importer: importers.insert(ProcessImporter(plugin: plugin), at: 0)
      case .transformer: transformers.append(ProcessTransformer(plugin: plugin))
      case .suggester: suggesters.append(ProcessSuggester(plugin: plugin))
      case .classifier: batchClassifiers.append(ProcessClassifier(plugin: plugin))
      case .exporter: exporters.append(ProcessExporter(plugin: plugin))
      case .pages: contributors.append(ProcessContributor(plugin: plugin))
      }
    }
  }
}

extension ProcessPlugin {
  /// Reads an answer; what is wrong with it is an error that names plugin, stage and document.
  func reading<Result>(
    at stage: PluginManifest.Stage, document: String,
    _ read: () throws(PluginFailure) -> Result
  ) throws -> Result {
    do {
      return try read()
    } catch {
      throw self.error(error, at: stage, document: document)
    }
  }

  /// What a plugin says of the document besides its answer.
  func diagnostics(in result: JSONValue, file: String) throws(PluginFailure) -> [Diagnostic] {
    try result.items("diagnostics").prefix(1_000).map { item in
      Diagnostic(
        item["severity"]?.text.flatMap(Diagnostic.Severity.init) ?? .warning,
        code: item["code"]?.text ?? name, item["message"]?.text ?? "something is wrong",
        at: FilePlace(
          file: file, line: max(1, item["line"]?.integer ?? 1),
          column: max(1, item["column"]?.integer ?? 1)))
    }
  }
}
