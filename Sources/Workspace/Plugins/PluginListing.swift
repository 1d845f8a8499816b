internal import PlanModel
internal import PluginKit
internal import StandardPlugins

/// What plugins there are, for a person to read.
public struct PluginListing: Sendable {
  /// A line for each plugin: the stage, the name, and where it comes from.
  public let text: String

  /// Lists the plugins of a project, or those that ship.
  ///
  /// - Throws: A `DocumentError` if a listed plugin is not there or its manifest is faulty.
  public init(_ project: Project?) throws {
    let shipped = StandardPlugins.all()
    let rows: [(stage: String, names: [String])] = [
      ("importer", shipped.importers.map { "\($0.name) (\($0.formats.joined(separator: ", ")))" }),
      ("transformer", shipped.transformers.map(\.name)),
      ("suggester", shipped.suggesters.map(\.name)),
      ("classifier", shipped.classifiers.map(\.name)),
      ("exporter", shipped.exporters.map { "\($0.name) (\($0.format))" }),
      ("pages", shipped.contributors.map(\.name)),
    ]
    var lines = rows.flatMap { row in
      row.names.map { "\(Self.padded(row.stage))\($0)  ships with variorum" }
    }
    if let project {
      let trust = PluginTrust()
      for plugin in try project.pluginFolders() {
        let manifest = plugin.manifest
        let stages = manifest.stages.map(\.rawValue).joined(separator: ", ")
        let state = trust.allows(plugin) ? "" : ", not allowed yet: see --allow-plugins"
        lines.append(
          "\(Self.padded(stages))\(manifest.name) \(manifest.version)  "
            + project.folder.shown("\(Project.pluginFolder)/\(manifest.name)") + state)
        if let description = manifest.description { lines.append("  \(description)") }
      }
    }
    let network =
      Confinement.ofSystem.networkIsCut
      ? "" : "This system lets nobody cut a program's network: plugins run with it.\n"
    text =
      String(
        String.UnicodeScalarView(
          (lines.joined(separator: "\n") + "\n").unicodeScalars
            .map { $0 == "\n" ? $0 : $0.shownOnTerminal })) + network
  }

  private static func padded(_ stage: String) -> String {
    stage + String(repeating: " ", count: max(2, 14 - stage.count))
  }
}
