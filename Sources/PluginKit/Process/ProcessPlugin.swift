internal import Foundation
internal import PlanModel

/// Keeps the answers of plugins that always answer the same.
public protocol PluginAnswers: Sendable {
  /// The answer that is kept, if there is one.
  func answer(to request: [UInt8], of plugin: String) -> [UInt8]?
  /// Keeps an answer.
  func keep(_ answer: [UInt8], to request: [UInt8], of plugin: String)
}

/// A plugin that is a program of its own, in any language: the protocol is in `Sources/PluginKit/README.md`.
///
/// The program runs in its folder, with an environment of its own, without the network unless it asks
/// for it, within bounds of time, memory and output; when it is done, or out of bounds, it is ended
/// with everything that it has started.
public struct ProcessPlugin: Plugin {
  /// The plugin's name.
  public var name: String { manifest.name }
  /// What the plugin says of itself.
  public let manifest: PluginManifest
  /// The plugin's folder.
  public let folder: String
  /// What tells this plugin from any other, with its files: answers are kept under it.
  public let identity: String
  /// What the project's configuration says to the plugin.
  public let settings: [String: String]
  private let answers: (any PluginAnswers)?
  var limits = PluginConversation.Limits()

  /// Creates a plugin; nothing is run.
  ///
  /// - Parameters:
  ///   - manifest: What it says of itself.
  ///   - folder: Its folder.
  ///   - identity: A hash of its manifest and files.
  ///   - settings: What the project's configuration says to it.
  ///   - answers: Where answers are kept, if they are to be.
  public init(
    _ manifest: PluginManifest, folder: String, identity: String, settings: [String: String] = [:],
    answers: (any PluginAnswers)? = nil
  ) {
    self.manifest = manifest
    self.folder = folder
    self.identity = identity
    self.settings = settings
    self.answers = manifest.deterministic == true ? answers : nil
    if let seconds = manifest.timeoutSeconds {
      limits.answer = seconds
      limits.start = min(limits.start, seconds)
    }
  }

  /// Asks the program one thing.
  ///
  /// - Parameters:
  ///   - method: The protocol's name of the request.
  ///   - stage: The extension point.
  ///   - document: What to call the document in a message.
  ///   - parameters: Writes the request's parameters.
  /// - Returns: The answer's result, from the program or as it was kept.
  /// - Throws: A `DocumentError` that names the plugin, the stage and the document.
  func result(
    of method: String, at stage: PluginManifest.Stage, document: String,
    parameters: (inout JSONWriter) -> Void
  ) throws -> JSONValue {
    let initialize = Self.line(id: 0, method: "initialize") { form in
      form.object { form in
        form.name("host")
        form.object { form in
          form.name("name")
          form.value("variorum")
        }
        form.name("protocols")
        form.value([1])
        form.name("settings")
        form.object { form in
          for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
            form.name(name)
            form.value(value)
          }
        }
        form.name("stage")
        form.value(stage.rawValue)
      }
    }
    let request = Self.line(id: 1, method: method, parameters: parameters)
    let question = initialize + request
    if let kept = answers?.answer(to: question, of: identity), let value = JSONValue(line: kept) {
      return value
    }
    let shutdown = Self.line(id: 2, method: "shutdown") { $0.object { _ in } }
    let outcome = try PluginRun(plugin: self).outcome(of: [initialize, request, shutdown])
    // A plugin that ends instead of answering the farewell has done its work.
    guard outcome.results.count >= 2 else {
      throw error(outcome.failure ?? .ended, at: stage, document: document, outcome)
    }
    answers?.keep(outcome.results[1].line, to: question, of: identity)
    return outcome.results[1]
  }

  /// An error that names the plugin, the stage and the document.
  func error(
    _ failure: PluginFailure, at stage: PluginManifest.Stage, document: String,
    _ outcome: PluginConversation.Outcome = .init()
  ) -> DocumentError {
    var words = "the plugin ‘\(name)’ (\(stage.rawValue), on ‘\(document)’) \(failure.words)"
    if let end = outcome.end { words += "; \(end)" }
    if !outcome.lastWords.isEmpty {
      words += "; on standard error it wrote: " + outcome.lastWords.joined(separator: " / ")
    }
    return DocumentError(code: "plugin-failed", words, help: failure.help)
  }

  private static func line(
    id: Int, method: String, parameters: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    JSONWriter.bytes { form in
      form.object { form in
        form.name("id")
        form.value(id)
        form.name("method")
        form.value(method)
        form.name("params")
        parameters(&form)
      }
    }
  }
}

/// A conversation with a private folder for the program's home and temporary files, which is gone
/// afterwards.
private struct PluginRun {
  let plugin: ProcessPlugin

  func outcome(of requests: [[UInt8]]) throws -> PluginConversation.Outcome {
    let home = FileManager.default.temporaryDirectory
      .appending(path: "variorum-\(plugin.name)-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let path = home.path(percentEncoded: false)
    let own = ProcessInfo.processInfo.environment
    var environment = [
      "PATH": own["PATH"] ?? "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
      "TZ": "UTC", "SOURCE_DATE_EPOCH": "0", "HOME": path, "TMPDIR": path,
      // Nothing is put beside a script, so that its folder stays what somebody has allowed.
      "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0",
    ]
    for name in plugin.manifest.needs?.environment ?? [] where environment[name] == nil {
      environment[name] = own[name]
    }
    let folder = URL(filePath: plugin.folder, directoryHint: .isDirectory).standardizedFileURL
    var command = plugin.manifest.command
    if command[0].contains("/") {
      command[0] = folder.appending(path: command[0]).path(percentEncoded: false)
    }
    let words = Confinement.ofSystem.words(
      command, needsNetwork: plugin.manifest.needs?.network == true)
    let conversation = PluginConversation(
      command: words, folder: folder.path(percentEncoded: false), environment: environment,
      limits: plugin.limits)
    return AsynchronousWork.waiting { await conversation.outcome(of: requests) }
  }
}
