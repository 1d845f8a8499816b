import PlanModel

/// The frame that all pages share, around what each sets by its own template: the head of the file, the
/// masthead, notices and the colophon.
package struct Layout: Sendable {
  private let templates: TemplateSet
  private let logo: String?

  /// Reads the templates of a theme.
  ///
  /// - Throws: A ``TemplateFault`` if one of them uses a name that there isn't.
  package init(_ theme: Theme) throws(TemplateFault) {
    logo = theme.logo
    templates = try TemplateSet(theme)
  }

  /// The names that a layout may use.
  package static let names: [String: TemplateShape] = [
    "language": .text, "pageClass": .text, "pageTitle": .text, "siteTitle": .text,
    "textLanguage": .text,
    "icon": .text, "styleSheet": .text, "script": .text, "home": .text,
    "scripts": .list(["reference": .text]),
    "skipLabel": .text, "navigationLabel": .text, "languagesLabel": .text, "colophon": .text,
    "copyLabel": .text, "copiedLabel": .text, "citeLabel": .text, "themeLabel": .text,
    "parts": .list([
      "reference": .text, "label": .text, "isCurrent": .flag, "currentKind": .text,
    ]),
    "hasTranslations": .flag,
    "translations": .list(["language": .text, "name": .text, "reference": .text]),
    "hasLogo": .flag, "logo": .text, "hasFeed": .flag, "feed": .text, "footer": .text,
    "hasSummary": .flag, "summary": .text, "hasAddress": .flag, "address": .text,
    "data": .list(["reference": .text, "mediaType": .text]),
    "notices": .markup, "main": .markup,
  ]

  /// A page's file.
  package func page(_ body: some PageBody, in scope: PageScope) -> Page {
    let site = scope.edition.site
    let others = site.catalogues.filter { $0.language != scope.catalogue.language }
    let main = templates.filled(body.template, with: body.values)
    let frame = templates.filled(
      .layout,
      with: [
        "language": .text(scope.catalogue.language),
        "pageClass": .text("page-" + body.className),
        "pageTitle": .text(body.title == site.title ? site.title : "\(body.title) · \(site.title)"),
        "siteTitle": .text(site.title),
        "textLanguage": .text(scope.edition.newest.language),
        "icon": .text(scope.reference(toFile: ThemeFile.icon.path).text),
        "styleSheet": .text(scope.reference(toFile: ThemeFile.styleSheet.path).text),
        "script": .text(scope.reference(toFile: ThemeFile.script.path).text),
        "scripts": .list(
          body.scripts.map { ["reference": .text(scope.reference(toFile: $0).text)] }),
        "home": .text(scope.reference(.home).text),
        "hasLogo": .flag(logo != nil),
        "logo": .text(logo.map { scope.reference(toFile: $0).text } ?? ""),
        "hasFeed": .flag(site.address != nil),
        "feed": .text(scope.reference(toFile: DataFile.feed.path).text),
        "hasSummary": .flag(body.summary != nil),
        "summary": .text(body.summary ?? ""),
        "hasAddress": .flag(site.address != nil),
        "address": .text(site.address?.url(of: scope.path) ?? ""),
        "footer": .text(site.footer ?? ""),
        "data": .list(
          scope.address.data.map { file in
            [
              "reference": .text(scope.reference(toFile: file.path).text),
              "mediaType": .text(String(file.mediaType.prefix { $0 != ";" })),
            ]
          }),
        "skipLabel": .text(scope.text(.skipToText)),
        "navigationLabel": .text(scope.text(.navigation)),
        "languagesLabel": .text(scope.text(.interfaceLanguage)),
        "colophon": .text(scope.text(.colophon)),
        "copyLabel": .text(scope.text(.copyLink)),
        "copiedLabel": .text(scope.text(.copiedLink)),
        "citeLabel": .text(scope.text(.cite)),
        "themeLabel": .text(scope.text(.changeTheme)),
        "parts": .list(parts(current: body.part, in: scope)),
        "hasTranslations": .flag(!others.isEmpty),
        "translations": .list(
          others.map { other in
            [
              "language": .text(other.language), "name": .text(other.text(.languageName)),
              "reference": .text(scope.reference(in: other).text),
            ]
          }),
        "notices": .markup(notices(of: body.shownVersions, in: scope)),
        "main": .markup(main),
      ])
    return Page(path: scope.path, mediaType: "text/html; charset=utf-8", bytes: frame.bytes)
  }

  private func parts(current: SitePart, in scope: PageScope) -> [[String: TemplateValue]] {
    SitePart.allCases.compactMap { part in
      guard let target = part.address(in: scope.edition) else { return nil }
      return [
        "reference": .text(scope.reference(target).text),
        "label": .text(scope.text(part.phrase)),
        "isCurrent": .flag(part == current),
        "currentKind": .text(target == scope.address ? "page" : "true"),
      ]
    }
  }

  /// The notices of the versions on the page: a reader must not miss that a text is fictitious.
  private func notices(of versions: [EditionVersion], in scope: PageScope) -> HTML {
    .sequence(
      versions.compactMap { version in
        guard let notice = version.plan.metadata.notice else { return nil }
        return .element(
          .aside, [.classes("notice"), .ariaLabel(scope.text(.notice))],
          .element(
            .p, [],
            .element(.strong, [], scope.words(.noticeOn, version: version)),
            " ", scope.quoted(notice, in: version)))
      }, separator: .newline)
  }
}

extension SitePart {
  /// Where the entry of the navigation leads; `nil` if the site has nothing of the sort.
  func address(in edition: Edition) -> Address? {
    switch self {
    case .home: .home
    case .text: .reading(version: edition.principal.name)
    case .comparison:
      edition.comparisons.isEmpty ? nil : .comparisons
    case .notes: edition.site.notes.isEmpty ? nil : .notes
    case .deadlines: edition.site.notes.isEmpty ? nil : .deadlines
    case .agencies: edition.busyAgencies.isEmpty ? nil : .agencies
    case .search: .search
    case .method: .method
    }
  }
}
