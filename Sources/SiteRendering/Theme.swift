/// The looks of a site: the templates, and the files that all pages share.
public struct Theme: Sendable {
  /// The templates that stand in the place of those that ship.
  public var templates: [TemplateName: TemplateText]
  /// The picture that stands for the seal at the head of each page, by its place in the site.
  public var logo: String?
  /// The style sheet, the scripts, the icon, and what else pages load.
  public var files: [Page]

  /// Creates a theme.
  public init(
    templates: [TemplateName: TemplateText] = [:], logo: String? = nil, files: [Page]
  ) {
    self.templates = templates
    self.logo = logo
    self.files = files
  }

  /// A template of the theme: its own, or the one that ships.
  public func template(_ name: TemplateName) -> TemplateText {
    templates[name]
      ?? TemplateText(file: name.file, text: String(decoding: name.standard, as: UTF8.self))
  }

  /// The theme that ships.
  public static let standard = Theme(
    files: ThemeFile.allCases.map {
      Page(path: $0.path, mediaType: $0.mediaType, bytes: $0.standard)
    })
}
