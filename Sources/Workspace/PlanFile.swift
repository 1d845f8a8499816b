internal import PlanMarkdown
internal import PlanModel

/// Reads a plan.md from the disk.
enum PlanFile {
  /// The plan and what is doubtful in it.
  ///
  /// - Throws: A `DocumentError` with every fault if there is no sound plan.
  static func read(_ name: String, in folder: Folder) throws -> (Plan, [Diagnostic]) {
    let file = folder.shown(name)
    let (plan, diagnostics) = MarkdownDocument(
      try folder.text(name), file: file, sharing: .atOnce
    ).plan(file: file, sharing: .atOnce)
    guard let plan else { throw DocumentError(diagnostics) }
    return (plan, diagnostics)
  }
}
