import PlanModel

/// What the site is about, for search engines and catalogues: JSON-LD with schema.org's `Legislation`,
/// whose terms are those of the European Legislation Identifier (ELI).
///
/// The site is the work, and a version an example of it. Only what the front matter says is claimed;
/// whether a text is in force nobody here knows. It stands in files of its own, since the pages' policy
/// allows no script inside of them, and a checker takes data for one.
struct StructuredData {
  let edition: Edition
  /// The version that is told of; `nil` for the work.
  let version: EditionVersion?

  /// The data, with a line feed at its end.
  var json: [UInt8] {
    let json = JSONWriter.bytes { form in
      if let version {
        expression(version, in: &form)
      } else {
        work(in: &form)
      }
    }
    return json + [UInt8(ascii: "\n")]
  }

  private var file: DataFile { version.map { .version($0.name) } ?? .work }

  private func work(in form: inout JSONWriter) {
    form.object { form in
      head(.home, edition.site.title, in: &form)
      form.name("workExample")
      form.array(edition.versions.reversed()) { form, version in
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
      form.object { identity(.home, edition.site.title, in: &$0) }
      if let before = edition.comparisons.last(where: { $0.new.name == version.name })?.old {
        form.name("isBasedOn")
        form.object { form in
          identity(.reading(version: before.name), title(of: before), in: &form)
        }
      }
      parts(of: version, in: &form)
      form.name("encoding")
      form.array([DataFile.plan(version: version.name)]) { form, file in
        form.object { form in
          member("@type", "LegislationObject", in: &form)
          member("contentUrl", url(of: file.path), in: &form)
          member("encodingFormat", "application/json", in: &form)
        }
      }
    }
  }

  /// The sections of the highest level, each a part that can be named by itself.
  private func parts(of version: EditionVersion, in form: inout JSONWriter) {
    let all = version.outline.sections
    // A section that began before the text has no heading here; then those in it are the highest.
    let sections = all.filter { section in
      section.heading != nil && section.parent.flatMap { all[$0].heading } == nil
    }
    guard !sections.isEmpty else { return }
    form.name("hasPart")
    form.array(sections) { form, section in
      form.object { form in
        let heading = section.heading ?? section.blocks.lowerBound
        let block = version.plan.blocks[heading]
        member("@type", "Legislation", in: &form)
        member(
          "@id",
          url(of: version.address(ofBlock: heading).path(under: ""), fragment: block.id.rawValue),
          in: &form)
        member("name", block.heading, in: &form)
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
    member("url", url(of: address.path(under: "")), in: &form)
  }

  private func identity(_ address: Address, _ name: String, in form: inout JSONWriter) {
    member("@type", "Legislation", in: &form)
    member("@id", url(of: address.path(under: "")), in: &form)
    member("name", name, in: &form)
  }

  private func member(_ name: String, _ value: String?, in form: inout JSONWriter) {
    guard let value, !value.isEmpty else { return }
    form.name(name)
    form.value(value)
  }

  private func title(of version: EditionVersion) -> String {
    version.plan.metadata.title ?? edition.site.title
  }

  /// A whole address where the site's is known, else one relative to the file.
  private func url(of path: String, fragment: String? = nil) -> String {
    guard let address = edition.site.address else {
      return Reference(to: path, from: file.path, fragment: fragment).text
    }
    return address.url(of: path) + (fragment.map { "#" + $0 } ?? "")
  }
}
