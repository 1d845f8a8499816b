/// The looks of a site: the layout's template and the files that all pages share.
public struct Theme: Sendable {
  /// The Mustache template of the layout.
  public var layout: String
  /// The name of the layout's file, for messages.
  public var layoutName: String
  /// The picture that stands for the seal at the head of each page, by its place in the site.
  public var logo: String?
  /// The style sheet, the scripts, the icon, and what else pages load.
  public var files: [Page]

  /// Creates a theme.
  public init(
    layout: String, layoutName: String = "layout.mustache", logo: String? = nil, files: [Page]
  ) {
    self.layout = layout
    self.layoutName = layoutName
    self.logo = logo
    self.files = files
  }

  /// The theme that ships.
  public static let standard = Theme(
    layout: String(decoding: PackageResources.layout_mustache, as: UTF8.self),
    files: ThemeFile.allCases.map {
      Page(path: $0.path, mediaType: $0.mediaType, bytes: $0.standard)
    })
}
