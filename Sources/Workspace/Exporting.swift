internal import Annotations
internal import PlanModel
internal import PluginKit
internal import SiteRendering

extension Project {
  /// The notes of the project in another program's form.
  ///
  /// - Parameters:
  ///   - format: The form's word, such as `csv`.
  ///   - version: The version in which the notes stand; the last one if it is `nil`.
  /// - Returns: The file's bytes.
  /// - Throws: A `DocumentError` if there is no such form or version, or the project cannot be read.
  public func exported(_ format: String, version: String? = nil) throws -> [UInt8] {
    let annotated = try AnnotatedProject(self)
    let exporter = try annotated.plugins.exporter(of: format)
    return try exporter.bytes(of: try register(of: annotated, in: version))
  }

  /// The files of all exporters, for the version to which readers are led.
  func exportedFiles(of annotated: AnnotatedProject) throws -> [Page] {
    let register = try register(of: annotated, in: nil)
    let exporters = annotated.plugins.exporters
    return try WorkSharing.atOnce.map(exporters.count) { index in
      Result { try exporters[index].files(of: register) }
    }.flatMap { try $0.get() }.map {
      Page(path: $0.path, mediaType: $0.mediaType, bytes: $0.bytes)
    }
  }

  /// What plugins contribute to the pages of each version, and which of them failed at it.
  func contributions(
    to annotated: AnnotatedProject
  ) -> (parts: [Site.Contribution], faults: [Diagnostic]) {
    let contributors = annotated.plugins.contributors
    guard !contributors.isEmpty else { return ([], []) }
    let faults = PluginFaults()
    let parts = annotated.versions.flatMap { version in
      let register = register(of: annotated, in: version)
      return contributors.flatMap { contributor in
        (faults.recording { try contributor.parts(for: register) } ?? []).map {
          Site.Contribution(plugin: contributor.name, version: version.name, part: $0)
        }
      }
    }
    return (parts, faults.drained())
  }

  /// The newest version that comes without a notice, or the newest of all.
  private func principal(of annotated: AnnotatedProject) -> String {
    let last = annotated.versions.last { $0.plan.metadata.notice == nil }
    return (last ?? annotated.versions.last)?.name ?? ""
  }

  /// The notes of a project as they stand in a version; `nil` is the one to which readers are led.
  func register(
    of annotated: AnnotatedProject, in named: String?
  ) throws -> NoteRegister {
    let version = named ?? principal(of: annotated)
    guard let found = annotated.versions.first(where: { $0.name == version }) else {
      throw unknownVersion(version)
    }
    return register(of: annotated, in: found)
  }

  private func register(of annotated: AnnotatedProject, in version: Version) -> NoteRegister {
    let entries = annotated.notes.annotations.enumerated().map { index, note in
      NoteRegister.Entry(
        note: note,
        placement: annotated.placements[index]?.first { $0.version == version.name })
    }
    return NoteRegister(
      title: configuration.title, version: version.name, plan: version.plan, entries: entries,
      address: configuration.address.map { $0.hasSuffix("/") ? $0 : $0 + "/" })
  }
}

extension PluginSet {
  /// The exporter of a form.
  ///
  /// - Throws: A `DocumentError` if there is none.
  func exporter(of format: String) throws -> any Exporter {
    guard let exporter = exporters.first(where: { $0.format == format }) else {
      throw DocumentError(
        code: "unknown-format", "no exporter writes ‘\(format)’",
        help: "the forms are: \(exporters.map(\.format).joined(separator: ", "))")
    }
    return exporter
  }
}
