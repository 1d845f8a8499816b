import SiteRendering
import Testing

@Suite struct LinkTests {
  @Test(arguments: [Site.Pagination.onePage, .byChapter])
  func `every link and fragment leads to something that is there`(
    pagination: Site.Pagination
  ) throws {
    var site = try SampleSite.site()
    site.pagination = pagination
    let pages = try SiteRenderer(site).pages()
    let files = Set(pages.map(\.path))
    let html = SampleSite.htmlPages(of: pages)
    let ids = Dictionary(
      uniqueKeysWithValues: html.map { page in
        (page.path, Set(TagReader(page.text).tags.compactMap { $0.attributes["id"] }))
      })
    var count = 0
    for page in html {
      for tag in TagReader(page.text).tags {
        guard let link = tag.attributes["href"] ?? tag.attributes["src"],
          !link.hasPrefix("https://")
        else { continue }
        count += 1
        let (path, fragment) = resolve(link, from: page.path)
        #expect(files.contains(path), "\(page.path): \(link)")
        if let fragment {
          #expect(ids[path]?.contains(fragment) == true, "\(page.path): \(link)")
        }
      }
    }
    #expect(count > 500)
  }

  @Test func `an id stands once in a page, and every reference to one is met`() throws {
    for page in try SampleSite.htmlPages() {
      let tags = TagReader(page.text).tags
      let ids = tags.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count, "\(page.path)")
      for tag in tags {
        if let label = tag.attributes["aria-labelledby"] {
          #expect(ids.contains(label), "\(page.path): \(label)")
        }
      }
    }
  }

  @Test func `no page asks another host for anything`() throws {
    for page in try SampleSite.htmlPages() {
      for tag in TagReader(page.text).tags where tag.name != "a" {
        for name in ["href", "src"] {
          #expect(tag.attributes[name]?.contains("//") != true, "\(page.path): \(tag)")
        }
      }
    }
  }

  @Test func `no two pages have the same path, and none leaves the site's folder`() throws {
    let paths = try SiteRenderer(try SampleSite.site()).pages().map(\.path)
    #expect(Set(paths).count == paths.count)
    for path in paths {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      #expect(!parts.contains("") && !parts.contains(".") && !parts.contains(".."), "\(path)")
    }
  }

  @Test(arguments: [
    ("a/index.html", "index.html", "a/index.html"),
    ("index.html", "a/b/index.html", "../../index.html"),
    ("a/c/index.html", "a/b/index.html", "../c/index.html"),
    ("机构/index.html", "index.html", "%E6%9C%BA%E6%9E%84/index.html"),
    ("a b/\"x\".html", "index.html", "a%20b/%22x%22.html"),
  ])
  func `a reference is relative and encoded`(target: String, origin: String, expected: String) {
    #expect(Reference(to: target, from: origin).text == expected)
  }

  @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "//example.org", "https://a b", ""])
  func `only web addresses lead out of the site`(address: String) {
    #expect(Reference(web: address) == nil)
  }

  private func resolve(_ link: String, from origin: String) -> (String, String?) {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? decoded(String(parts[1])) : nil
    guard !parts[0].isEmpty else { return (origin, fragment) }
    var folders = origin.split(separator: "/").dropLast().map(String.init)
    for part in parts[0].split(separator: "/") {
      if part == ".." { _ = folders.popLast() } else { folders.append(decoded(String(part))) }
    }
    return (folders.joined(separator: "/"), fragment)
  }

  private func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
