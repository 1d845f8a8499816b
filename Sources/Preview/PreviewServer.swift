internal import FlyingFox
internal import FlyingSocks
internal import Foundation
internal import PlanModel
public import Workspace

/// Shows a built site to browsers on this machine, and tells them when it was built again.
///
/// It listens on the loopback interface only and answers requests that name this machine only, so
/// that no page of another site can read an unpublished plan through it.
public struct PreviewServer: Sendable {
  private let site: ServedSite
  private let revision = PreviewRevision()
  private let server: HTTPServer

  /// The seconds for which a browser's question for a new build is kept open.
  static let patience = 8

  /// Prepares a server.
  ///
  /// - Parameters:
  ///   - folder: The folder into which the site was built.
  ///   - port: The port; 0 for any free one.
  public init(_ folder: Folder, port: UInt16) {
    site = ServedSite(folder)
    // The library's own handler of folders leaves its root (its issue 206), hence ours.
    let address: sockaddr_in? = try? .inet(ip4: "127.0.0.1", port: port)
    server = HTTPServer(
      address: address ?? .inet(port: port), timeout: 15, logger: .disabled)
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter whenReady: Is told the site's address once it can be opened.
  /// - Throws: A `DocumentError` if the port is taken.
  public func run(whenReady: @escaping @Sendable (String) -> Void) async throws {
    await server.appendRoute("*") { request in await answer(to: request) }
    let ready = Task {
      try await server.waitUntilListening()
      guard case .ip4(_, port: let port)? = await server.listeningAddress else { return }
      whenReady("http://127.0.0.1:\(port)/")
    }
    defer { ready.cancel() }
    do {
      try await server.run()
    } catch {
      guard !Task.isCancelled else { return }
      throw DocumentError(
        code: "no-server", "the server cannot run: \(error.localizedDescription)",
        help: "another program may use the port; choose one with --port, or 0 for any")
    }
  }

  /// Tells the browsers that the site was built again.
  public func siteWasBuilt() async { await revision.advance() }

  private func answer(to request: HTTPRequest) async -> HTTPResponse {
    guard isFromHere(request) else {
      return response(.misdirectedRequest, "this server answers to 127.0.0.1 only\n")
    }
    guard request.method == .GET || request.method == .HEAD else {
      return response(.methodNotAllowed, "only GET is answered\n")
    }
    switch request.path {
    case Self.reloadScript.path: return script(Self.reloadScript.text)
    case Self.questionPath: return await answerWhenBuilt(request)
    default: break
    }
    switch site.answer(to: request.target.path()) {
    case .file(let bytes, let type):
      let isPage = type.hasPrefix("text/html")
      return response(.ok, isPage ? await reloading(bytes) : bytes, as: type)
    case .moved(let place):
      var answer = response(.found, "")
      answer.headers[.location] = place
      return answer
    case .missing: return response(.notFound, "the site has no such page\n")
    }
  }

  /// A name other than this machine's means that some page elsewhere had its name resolved to it.
  private func isFromHere(_ request: HTTPRequest) -> Bool {
    let host = request.headers[.host]?.split(separator: ":").first.map(String.init)
    return host == "127.0.0.1" || host == "localhost"
  }

  private func response(
    _ status: HTTPStatusCode, _ bytes: [UInt8], as type: String = "text/plain; charset=utf-8"
  ) -> HTTPResponse {
    HTTPResponse(
      statusCode: status,
      headers: [
        .contentType: type, .cacheControl: "no-store",
        HTTPHeader("X-Content-Type-Options"): "nosniff",
      ],
      body: Data(bytes))
  }

  private func response(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
    response(status, Array(text.utf8))
  }

  private func script(_ text: String) -> HTTPResponse {
    response(.ok, Array(text.utf8), as: "text/javascript; charset=utf-8")
  }
}

extension PreviewServer {
  static let questionPath = "/.preview/next.js"

  /// The pages' policy lets scripts of their own site in and no other request, so that the question
  /// for a new build is a script too: each answer either reloads the page or asks again.
  static let reloadScript = (
    path: "/.preview/reload.js",
    text: """
    "use strict";
    const shown = document.currentScript.dataset.shown;
      let asked = 0;
    globalThis.askForNextBuild = () => {
      const question = document.createElement("script");
      question.src = "\(questionPath)?shown=" + shown + "&time=" + ++asked;
      question.onload = () => question.remove();
      question.onerror = () => { question.remove(); setTimeout(askForNextBuild, 2000); };
      document.head.append(question);
    };
    addEventListener("load", () => setTimeout(askForNextBuild, 100));

    """
  )

  /// A page with the script in it, just before its end.
  private func reloading(_ page: [UInt8]) async -> [UInt8] {
    let end = Array("</body>".utf8)
    guard let place = page.lastRange(of: end)?.lowerBound else { return page }
    let tag =
      "<script src=\"\(Self.reloadScript.path)\" data-shown=\"\(await revision.number)\"></script>"
    return page[..<place] + Array(tag.utf8) + page[place...]
  }

  private func answerWhenBuilt(_ request: HTTPRequest) async -> HTTPResponse {
    let known = request.query.first { $0.name == "shown" }.flatMap { Int($0.value) } ?? 0
    let number = await revision.next(after: known, atMost: Self.patience)
    return script(number == known ? "askForNextBuild();\n" : "location.reload();\n")
  }
}

extension [UInt8] {
  fileprivate func lastRange(of bytes: [UInt8]) -> Range<Int>? {
    guard count >= bytes.count else { return nil }
    for start in stride(from: count - bytes.count, through: 0, by: -1)
    where self[start..<start + bytes.count].elementsEqual(bytes) {
      return start..<start + bytes.count
    }
    return nil
  }
}
