import Foundation
import FoundationNetworking
import Preview
import Testing
import Workspace

/// Answers of a preview server that runs for the length of the body.
private func withServer(
  _ body: (_ address: URL, _ server: PreviewServer) async throws -> Void
) async throws {
  let url = FileManager.default.temporaryDirectory.appending(path: "preview-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: url) }
  let folder = Folder(url.path(percentEncoded: false))
  try folder.write(Array("<html><body><p>甲</p></body></html>".utf8), to: "index.html")
  let server = PreviewServer(folder, port: 0)
  let (addresses, ready) = AsyncStream.makeStream(of: String.self)
  let run = Task { try await server.run { ready.yield($0) } }
  defer { run.cancel() }
  for await address in addresses {
    try await body(try #require(URL(string: address)), server)
    return
  }
}

private func text(_ address: URL, _ path: String, host: String? = nil) async throws -> (
  status: Int, text: String
) {
  var request = URLRequest(url: try #require(URL(string: path, relativeTo: address)))
  if let host { request.setValue(host, forHTTPHeaderField: "Host") }
  let (data, response) = try await URLSession.shared.data(for: request)
  return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
}

@Suite(.timeLimit(.minutes(1))) struct `A preview` {
  @Test func `shows the page with the script that asks for the next build`() async throws {
    try await withServer { address, _ in
      let page = try await text(address, "/")
      #expect(page.status == 200)
      #expect(
        page.text == "<html><body><p>甲</p><script src=\"/.preview/reload.js\" data-shown=\"1\">"
          + "</script></body></html>")
      #expect(try await text(address, "/.preview/reload.js").status == 200)
      #expect(try await text(address, "/missing").status == 404)
    }
  }

  @Test func `tells a waiting page when the site was built again`() async throws {
    try await withServer { address, server in
      async let answer = text(address, "/.preview/next.js?shown=1")
      try await Task.sleep(for: .milliseconds(200))
      await server.siteWasBuilt()
      #expect(try await answer.text == "location.reload();\n")
      #expect(try await text(address, "/.preview/next.js?shown=1").text == "location.reload();\n")
    }
  }

  @Test func `refuses a request by another machine's name`() async throws {
    try await withServer { address, _ in
      let answer = try await text(address, "/", host: "attacker.example")
      #expect(answer.status == 421)
    }
  }
}
