internal import PlanModel

extension Project {
  /// Makes a new project.
  ///
  /// - Parameters:
  ///   - path: The folder; it is made if it isn't there.
  ///   - title: The site's title.
  /// - Returns: The files written.
  /// - Throws: A `DocumentError` if there is a project already.
  public static func make(in path: String, title: String?) throws -> [String] {
    let folder = Folder(path)
    guard !folder.contains(configurationFile) else {
      throw DocumentError(
        code: "project-exists", "there is a project already",
        at: FilePlace(file: folder.shown(configurationFile)))
    }
    let configuration = SiteConfiguration(title: title ?? "规划", versions: [])
    var files = [(configurationFile, configuration.yaml)]
    for (name, text) in AnnotationTemplates.files where !folder.contains("Annotations/\(name)") {
      files.append(("Annotations/\(name)", text))
    }
    if !folder.contains(".gitignore") { files.append((".gitignore", "Site/public/\n")) }
    for (name, text) in files { try folder.write(Array(text.utf8), to: name) }
    return files.map { folder.shown($0.0) }
  }
}
