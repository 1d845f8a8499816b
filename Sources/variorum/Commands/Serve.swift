import ArgumentParser
import Foundation
import PlanModel
import Preview
import Workspace

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Builds the site, shows it on this machine, and builds it again when a file changes.",
    discussion: """
      An open page reloads itself after each build. Whatever is wrong is told here; the site stays as \
      it was until it is mended. End it with Control-C.

      EXAMPLES
        variorum serve
        variorum serve --port 0 --output /tmp/site
      """)

  @Option(help: "The port; 0 for any that is free.")
  var port: UInt16 = 8000

  @Option(help: "The folder for the site; Site/public by default.")
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let project = try common.result { try common.openProject() }
    let folder = try common.result {
      try output.map { Folder($0) } ?? project.folder.folder("Site/public")
    }
    build(into: folder)
    let server = PreviewServer(folder, port: port)
    let watch = Task { try await keepBuilding(project, into: folder, for: server) }
    defer { watch.cancel() }
    do {
      try await server.run { address in
        StandardOutput.write("\(address) shows the site; Control-C ends it\n")
      }
    } catch let error as DocumentError {
      throw common.exit(for: error)
    }
  }

  /// Looks at the project's files twice a second.
  private func keepBuilding(
    _ project: Project, into folder: Folder, for server: PreviewServer
  ) async throws {
    var seen = ProjectSnapshot(of: project, except: folder)
    while true {
      try await Task.sleep(for: .milliseconds(500))
      let now = ProjectSnapshot(of: project, except: folder)
      guard now != seen else { continue }
      seen = now
      if await buildOnItsOwnThread(into: folder) { await server.siteWasBuilt() }
    }
  }

  /// Builds on a thread of its own: a build may wait for plugins, and must not hold a thread that
  /// tasks share meanwhile.
  private func buildOnItsOwnThread(into folder: Folder) async -> Bool {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: build(into: folder)) }
    }
  }

  /// - Returns: Whether the site was built.
  @discardableResult
  private func build(into folder: Folder) -> Bool {
    // The project is opened anew: its configuration may be what has changed.
    let result = try? common.result { try common.openProject().build(into: folder) }
    guard let result else { return false }
    common.report(result.diagnostics)
    StandardOutput.write(
      "\(result.pages) files: \(result.written) written, \(result.removed) removed\n")
    return true
  }
}
