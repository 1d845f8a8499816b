/// The files that all pages share.
package enum ThemeFile: String, Sendable, Hashable, CaseIterable {
  case styleSheet = "site.css"
  case script = "site.js"
  case search = "search.js"
  case icon = "favicon.svg"

  /// The file's place in the site.
  package var path: String { "theme/" + rawValue }

  /// What the file is.
  package var mediaType: String {
    switch self {
    case .styleSheet: "text/css; charset=utf-8"
    case .script, .search: "text/javascript; charset=utf-8"
    case .icon: "image/svg+xml"
    }
  }

  /// The file as it ships.
  package var standard: [UInt8] {
    switch self {
    case .styleSheet: PackageResources.site_css
    case .script: PackageResources.site_js
    case .search: PackageResources.search_js
    case .icon: PackageResources.favicon_svg
    }
  }
}
