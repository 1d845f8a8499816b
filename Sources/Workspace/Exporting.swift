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
    let exporter = try exporter(of: format)
    return try exporter.bytes(of: try register(of: try AnnotatedProject(self), in: version))
  }

  /// The exporter of a form.
  ///
  /// - Throws: A `DocumentError` if there is none.
  func exporter(of format: String) throws -> any Exporter {
    let exporters = try plugins().exporters
    guard let exporter = exporters.first(where: { $0.format == format }) else {
      throw DocumentError(
        code: "unknown-format", "no exporter writes ‘\(format)’",
        help: "the forms are: \(exporters.map(\.format).joined(separator: ", "))")
    }
    return exporter
  }

  /// The files of all exporters, for the version to which readers are led.
  func exportedFiles(of annotated: AnnotatedProject) throws -> [Page] {
    let register = try register(of: annotated, in: nil)
    return try plugins().exporters.flatMap { try $0.files(of: register) }.map {
      Page(path: $0.path, mediaType: $0.mediaType, bytes: $0.bytes)
    }
  }

  /// What plugins contribute to the pages of each version; what fails is recorded in the set's faults.
  func contributions(
    of plugins: PluginSet, to annotated: AnnotatedProject
  ) throws -> [Site.Contribution] {
    guard !plugins.contributors.isEmpty else { return [] }
    return try annotated.versions.flatMap { version in
      let register = try register(of: annotated, in: version.name)
      return plugins.contributors.flatMap { contributor in
        (plugins.faults.recording { try contributor.parts(for: register) } ?? []).map {
          Site.Contribution(plugin: contributor.name, version: version.name, part: $0)
        }
      }
    }
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
    _ = try self.version(version)
    guard let found = annotated.versions.first(where: { $0.name == version }) else {
      throw DocumentError(code: "unknown-version", "the project has no version ‘\(version)’")
    }
    let entries = annotated.notes.annotations.enumerated().map { index, note in
      NoteRegister.Entry(
        note: note,
        placement: annotated.placements[index]?.first { $0.version == version })
    }
    return NoteRegister(
      title: configuration.title, version: version, plan: found.plan, entries: entries)
  }
}
