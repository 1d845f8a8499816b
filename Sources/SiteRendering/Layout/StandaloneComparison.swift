extension SiteRenderer {
  /// The first comparison of a site as a page that needs no other file.
  ///
  /// Its style sheet stands in the page, and what leads to other pages of the site is plain text.
  ///
  /// - Returns: The page in the site's first language, or `nil` if the site compares nothing.
  /// - Throws: A ``TemplateFault`` if the frame is faulty.
  public func standaloneComparison() throws -> Page? {
    guard let comparison = edition.comparisons.first, let catalogue = edition.site.catalogues.first
    else { return nil }
    let address = Address.comparison(old: comparison.old.name, new: comparison.new.name)
    var scope = PageScope(edition: edition, catalogue: catalogue, address: address)
    scope.isStandalone = true
    var theme = Theme.standard
    theme.templates[.layout] = TemplateText(
      file: "standalone.mustache",
      text: String(decoding: PackageResources.standalone_mustache, as: UTF8.self))
    let frame = try Layout(theme)
    let body = ComparisonPage(scope: scope, comparison: comparison, isSideBySide: false)
    var page = frame.page(body, in: scope)
    // The style sheet is the theme's own and no text from outside, so it is put in as it is.
    let style = String(decoding: ThemeFile.styleSheet.standard, as: UTF8.self)
    let text = String(decoding: page.bytes, as: UTF8.self)
    page.bytes = Array(text.replacing("/* style sheet */", with: style, maxReplacements: 1).utf8)
    return page
  }
}
