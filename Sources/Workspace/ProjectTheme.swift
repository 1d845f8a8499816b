internal import PlanModel
internal import SiteRendering

/// What a project changes in the looks of its site, in `Site/Theme`.
extension Project {
  static let themeFolder = "Site/Theme"

  /// The theme that ships with the project's own files in it.
  ///
  /// - `theme.css` comes after the style sheet that ships: colours and fonts are its custom
  ///   properties.
  /// - `layout.mustache`, `home.mustache` and so on for each kind of page, `site.css`, `site.js`,
  ///   `search.js` and `favicon.svg` stand in the place of those that ship.
  /// - `logo.svg`, or another picture named so, stands for the seal at the head of each page.
  /// - Pictures and fonts are copied, for the style sheet to use.
  ///
  /// - Throws: A `DocumentError` if a file is no part of a theme or cannot be read.
  func theme() throws -> Theme {
    var theme = Theme.standard
    guard folder.contains(Self.themeFolder) else { return theme }
    let own = try folder.folder(Self.themeFolder)
    for name in own.names() where !name.hasPrefix(".") && !name.hasPrefix("interface.") {
      let path = "theme/" + name
      if let template = TemplateName.allCases.first(where: { $0.file == name }) {
        theme.templates[template] = TemplateText(file: own.shown(name), text: try own.text(name))
      } else if name == "theme.css" {
        let bytes = try own.read(name)
        for index in theme.files.indices where theme.files[index].path == "theme/site.css" {
          theme.files[index].bytes += [UInt8(ascii: "\n")] + bytes
        }
      } else if let index = theme.files.firstIndex(where: { $0.path == path }) {
        theme.files[index].bytes = try own.read(name)
      } else if let mediaType = Self.mediaType(of: name) {
        theme.files.append(Page(path: path, mediaType: mediaType, bytes: try own.read(name)))
        if name.hasPrefix("logo.") { theme.logo = path }
      } else {
        throw DocumentError(
          code: "no-theme-file", "a theme has no such file", at: FilePlace(file: own.shown(name)),
          help: "a theme is theme.css, logo.svg, pictures, fonts, and files that stand for those "
            + "that ship: "
            + (TemplateName.allCases.map(\.file)
            + Theme.standard.files.map { String($0.path.dropFirst("theme/".count)) })
            .joined(separator: ", "))
      }
    }
    return theme
  }

  /// The interfaces in other languages: `interface.fr.txt` has the form of those that ship.
  func ownCatalogues() throws -> [Catalogue] {
    guard folder.contains(Self.themeFolder) else { return [] }
    let own = try folder.folder(Self.themeFolder)
    return try own.names().filter { $0.hasPrefix("interface.") && $0.hasSuffix(".txt") }.map {
      name in
      do {
        return try Catalogue(
          language: String(name.dropFirst("interface.".count).dropLast(".txt".count)),
          text: try own.text(name))
      } catch let fault as CatalogueFault {
        throw DocumentError(
          code: "bad-interface", fault.message,
          at: FilePlace(file: own.shown(name), line: fault.line))
      }
    }
  }

  private static func mediaType(of name: String) -> String? {
    switch name.split(separator: ".").last {
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "webp": "image/webp"
    case "woff2": "font/woff2"
    default: nil
    }
  }
}
