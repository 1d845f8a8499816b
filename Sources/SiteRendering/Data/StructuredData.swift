import PlanModel

/// What a page says of the plan to search engines and catalogues: JSON-LD with schema.org's
/// `Legislation`, whose terms are those of the European Legislation Identifier (ELI).
///
/// The site is the work, a version an example of it, a chapter a part of its version. Only what the
/// front matter says is claimed; whether a text is in force nobody here knows.
struct StructuredData {
  let scope: PageScope

  /// The data of the page; `nil` if it is no page of the plan's text.
  var json: [UInt8]? {
    switch scope.address {
    case .home: JSONWriter.bytes(work)
    case .reading(let name):
      scope.edition.version(name).map { version in
        JSONWriter.bytes { expression(version, in: &$0) }
      }
    case .chapter(let name, let start): chapter(of: name, from: start)
    default: nil
    }
  }

  private func chapter(of name: String, from start: BlockID) -> [UInt8]? {
    guard let version = scope.edition.version(name), let block = version.index(of: start),
      let chapter = version.chapters.index(of: block)
    else { return nil }
    return JSONWriter.bytes { form in
      form.object { form in
        head(.chapter(version: name, start: start), version.chapterTitle(chapter), in: &form)
        language(of: version, in: &form)
        form.name("isPartOf")
        form.object { form in
          identity(.reading(version: name), title(of: version), in: &form)
        }
      }
    }
  }

  private func work(in form: inout JSONWriter) {
    form.object { form in
      head(.home, scope.edition.site.title, in: &form)
      form.name("workExample")
      form.array(scope.edition.versions.reversed()) { form, version in
        form.object { form in
          identity(.reading(version: version.name), title(of: version), in: &form)
          details(of: version, in: &form)
        }
      }
    }
  }

  private func expression(_ version: EditionVersion, in form: inout JSONWriter) {
    let address = Address.reading(version: version.name)
    form.object { form in
      head(address, title(of: version), in: &form)
      details(of: version, in: &form)
      form.name("exampleOfWork")
      form.object { identity(.home, scope.edition.site.title, in: &$0) }
      if let before = scope.edition.comparisons.last(where: { $0.new.name == version.name })?.old {
        form.name("isBasedOn")
        form.object { form in
          identity(.reading(version: before.name), title(of: before), in: &form)
        }
      }
      form.name("encoding")
      form.array(address.data) { form, file in
        form.object { form in
          member("@type", "LegislationObject", in: &form)
          member("contentUrl", url(of: file.path), in: &form)
          member("encodingFormat", "application/json", in: &form)
        }
      }
    }
  }

  private func details(of version: EditionVersion, in form: inout JSONWriter) {
    let metadata = version.plan.metadata
    member("version", version.label, in: &form)
    language(of: version, in: &form)
    member("legislationIdentifier", metadata["document-number"]?.text, in: &form)
    member("legislationDate", metadata["issued"]?.text.flatMap(Citation.day), in: &form)
    member("legislationDateVersion", Citation.day(in: version.name), in: &form)
    // That a text is fictitious must be known wherever it is found.
    member("description", metadata.notice, in: &form)
    guard let issuer = metadata["issuer"]?.text else { return }
    form.name("legislationPassedBy")
    form.object { form in
      member("@type", "Organization", in: &form)
      member("name", issuer, in: &form)
    }
  }

  private func language(of version: EditionVersion, in form: inout JSONWriter) {
    member("inLanguage", version.plan.metadata.language, in: &form)
  }

  private func head(_ address: Address, _ name: String, in form: inout JSONWriter) {
    member("@context", "https://schema.org", in: &form)
    identity(address, name, in: &form)
    member("url", url(of: path(of: address)), in: &form)
  }

  private func identity(_ address: Address, _ name: String, in form: inout JSONWriter) {
    member("@type", "Legislation", in: &form)
    // The name of a thing is the same on the pages of every language.
    member("@id", url(of: address.path(under: "")), in: &form)
    member("name", name, in: &form)
  }

  private func member(_ name: String, _ value: String?, in form: inout JSONWriter) {
    guard let value, !value.isEmpty else { return }
    form.name(name)
    form.value(value)
  }

  private func title(of version: EditionVersion) -> String {
    version.plan.metadata.title ?? scope.edition.site.title
  }

  private func path(of address: Address) -> String {
    address.path(under: PageScope.prefix(of: scope.catalogue, in: scope.edition.site))
  }

  /// A whole address where the site's is known, else one relative to the page.
  private func url(of path: String) -> String {
    scope.edition.site.address?.url(of: path) ?? scope.reference(toFile: path).text
  }
}
