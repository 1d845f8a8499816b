public import Annotations
internal import PlanModel
public import PluginKit
internal import StandardPlugins

extension Project {
  /// The folder of the project's own plugins.
  static let pluginFolder = "Site/Plugins"

  /// The plugins of the project: those that ship, and behind them those that it lists, in that order.
  ///
  /// A listed plugin that may not run is left out, and that is told.
  ///
  /// - Parameters:
  ///   - agencies: The agencies whose names the plugins are to know.
  ///   - stages: Where plugins are needed; listed ones that take part elsewhere only are passed over.
  /// - Returns: The plugins, each list in the order in which they are asked.
  /// - Throws: A `DocumentError` if a listed plugin is not there or its manifest is faulty.
  public func plugins(
    agencies: AgencyRegistry = AgencyRegistry(),
    at stages: Set<PluginManifest.Stage> = Set(PluginManifest.Stage.allCases)
  ) throws -> PluginSet {
    var plugins = StandardPlugins.all(agencyNames: agencies.names)
    guard pluginPolicy != .none else { return plugins }
    let trust = PluginTrust()
    var takePart = false
    for (listed, found) in zip(configuration.plugins, try pluginFolders())
    where !stages.isDisjoint(with: found.manifest.stages) {
      if pluginPolicy == .allowed {
        try trust.remember(found)
      } else if !trust.allows(found) {
        plugins.faults.add(
          Diagnostic(
            .warning, code: "plugin-not-allowed",
            "the plugin ‘\(listed.name)’ was left out: nobody has allowed it on this machine",
            at: FilePlace(file: folder.shown("\(Self.pluginFolder)/\(listed.name)/plugin.json")),
            help: "look at its files, then run once with --allow-plugins; or with --no-plugins"))
        continue
      }
      plugins.add(
        ProcessPlugin(
          found.manifest, folder: found.path, identity: found.identity, settings: listed.settings,
          answers: KeptPluginAnswers()))
      takePart = true
    }
    // What the system can confine is tried out while the project is read.
    if takePart { _ = Background { Confinement.ofSystem } }
    return plugins
  }

  /// The plugins that the project lists, in that order; nothing of them is run.
  ///
  /// - Throws: A `DocumentError` if one is not there or its manifest is faulty.
  public func pluginFolders() throws -> [PluginFolder] {
    let shipped = Set(StandardPlugins.all().names)
    return try configuration.plugins.map { listed in
      guard !shipped.contains(listed.name) else {
        throw DocumentError(
          code: "taken-name", "‘\(listed.name)’ is the name of a plugin that ships",
          at: FilePlace(file: folder.shown(Self.configurationFile)))
      }
      return try PluginFolder(
        folder.folder("\(Self.pluginFolder)/\(listed.name)"), name: listed.name)
    }
  }
}

extension PluginSet {
  /// The names of all plugins, each as often as it takes part.
  var names: [String] {
    importers.map(\.name) + transformers.map(\.name) + classifiers.map(\.name)
      + batchClassifiers.map(\.name) + suggesters.map(\.name) + exporters.map(\.name)
      + contributors.map(\.name)
  }
}
