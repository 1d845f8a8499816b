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
/// for it, within bounds of time, memory and output; when it is out of bounds, and when the last copy
/// of this value is gone, it is ended with everything that it has started. Until then it stays at hand
/// for the next question of the same stage.
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
  private let sessions = PluginSessions()
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
    let greeting = greeting(at: stage)
    let request = JSONWriter.bytes(parameters)
    let question = greeting + Array("\n\(method)\n".utf8) + request
    if let kept = answers?.answer(to: question, of: identity), let value = JSONValue(line: kept) {
      return value
    }
    let result = try sessions.session(at: stage).answer(to: method, parameters: request) {
      try conversation(greeting: greeting)
    }
    switch result {
    case .success(let answer):
      answers?.keep(answer.line, to: question, of: identity)
      return answer
    case .failure(let ending):
      throw error(ending.failure ?? .ended, at: stage, document: document, ending)
    }
  }

  /// Ends what is still running of the plugin, and waits until it has ended.
  ///
  /// It happens by itself when the last copy of the plugin is gone. A plugin that is asked again is
  /// started anew.
  public func end() { sessions.end() }

  /// What this host understands beyond the least that protocol 1 asks for.
  private static let features = ["progress", "questions"]

  /// The parameters of `initialize`.
  private func greeting(at stage: PluginManifest.Stage) -> [UInt8] {
    JSONWriter.bytes { form in
      form.object { form in
        form.name("features")
        form.value(Self.features)
        form.name("host")
        form.object { $0.member("name", "variorum") }
        form.name("protocols")
        form.value([1])
        form.name("settings")
        form.object { form in
          for (name, value) in settings.sorted(by: { $0.key < $1.key }) { form.member(name, value) }
        }
        form.member("stage", stage.rawValue)
      }
    }
  }

  /// An error that names the plugin, the stage and the document.
  func error(
    _ failure: PluginFailure, at stage: PluginManifest.Stage, document: String,
    _ ending: PluginConversation.Ending = .init()
  ) -> DocumentError {
    var words = "the plugin ‘\(name)’ (\(stage.rawValue), on ‘\(document)’) \(failure.words)"
    if let status = ending.status { words += "; \(status)" }
    if !ending.lastWords.isEmpty {
      words += "; on standard error it wrote: " + ending.lastWords.joined(separator: " / ")
    }
    return DocumentError(code: "plugin-failed", words, help: failure.help)
  }

  /// Starts the program, with a private folder for its home and temporary files.
  private func conversation(greeting: [UInt8]) throws -> OpenConversation {
    let home = FileManager.default.temporaryDirectory
      .appending(path: "variorum-\(name)-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let folder = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
    var command = manifest.command
    if command[0].contains("/") {
      command[0] = folder.appending(path: command[0]).path(percentEncoded: false)
    }
    let conversation = PluginConversation(
      command: Confinement.ofSystem.words(
        command, needsNetwork: manifest.needs?.network == true),
      folder: folder.path(percentEncoded: false),
      environment: environment(home: home.path(percentEncoded: false)), limits: limits)
    return OpenConversation(conversation, greeting: greeting) {
      try? FileManager.default.removeItem(at: home)
    }
  }

  private func environment(home: String) -> [String: String] {
    let own = ProcessInfo.processInfo.environment
    var environment = [
      "PATH": own["PATH"] ?? "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
      "TZ": "UTC", "SOURCE_DATE_EPOCH": "0", "HOME": home, "TMPDIR": home,
      // Nothing is put beside a script, so that its folder stays what somebody has allowed.
      "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0",
    ]
    for name in manifest.needs?.environment ?? [] where environment[name] == nil {
      environment[name] = own[name]
    }
    return environment
  }
}
