import Foundation
import Preview
import Testing
import Workspace

/// A site of two pages beside a file that is none of its business.
private func withSite<Result>(_ body: (ServedSite) throws -> Result) throws -> Result {
  let url = FileManager.default.temporaryDirectory.appending(path: "preview-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: url) }
  let outside = Folder(url.path(percentEncoded: false))
  try outside.write(Array("secret".utf8), to: "secret.txt")
  let folder = try outside.folder("site")
  try folder.write(Array("home".utf8), to: "index.html")
  try folder.write(Array("下篇".utf8), to: "第二版/index.html")
  try folder.write(Array("a{}".utf8), to: "site.css")
  try folder.write(Array("list".utf8), to: ".variorum-files")
  return try body(ServedSite(folder))
}

@Suite struct `A served site` {
  @Test func `gives a folder's page, and a file with its media type`() throws {
    try withSite { site in
      #expect(
        site.answer(to: "/")
          == .file(bytes: Array("home".utf8), mediaType: "text/html; charset=utf-8"))
      #expect(
        site.answer(to: "/%E7%AC%AC%E4%BA%8C%E7%89%88/")
          == .file(bytes: Array("下篇".utf8), mediaType: "text/html; charset=utf-8"))
      #expect(
        site.answer(to: "/site.css")
          == .file(bytes: Array("a{}".utf8), mediaType: "text/css; charset=utf-8"))
    }
  }

  @Test func `leads from a folder without a slash to its page`() throws {
    try withSite { site in
      #expect(
        site.answer(to: "/%E7%AC%AC%E4%BA%8C%E7%89%88")
          == .moved(to: "/%E7%AC%AC%E4%BA%8C%E7%89%88/"))
    }
  }

  @Test(arguments: [
    "", "secret.txt", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt",
    "/%2e%2e%2fsecret.txt",
    "/第二版/../../secret.txt", "//secret.txt", "/./index.html", "/.variorum-files", "/%00", "/%",
    "/%4",
    "/%zz", "/%ff", "/+1", "/index.html/", "/index.html%00.css", "/missing",
  ])
  func `gives nothing else`(path: String) throws {
    try withSite { site in #expect(site.answer(to: path) == .missing) }
  }
}
