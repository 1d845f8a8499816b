internal import Annotations
public import PlanModel

extension Project {
  /// What a check found.
  public struct CheckResult: Sendable {
    /// One line that says what was checked.
    public var summary: String
    /// What is wrong.
    public var diagnostics: [Diagnostic]
  }

  /// Reads everything in the project and tells what is wrong with it.
  public func check() -> CheckResult {
    let diagnostics: [Diagnostic]
    var counted = "\(configuration.versions.count) versions"
    do {
      let annotated = try AnnotatedProject(self)
      let blocks = annotated.versions.reduce(0) { $0 + $1.plan.blocks.count }
      counted += ", \(blocks) blocks, \(annotated.notes.annotations.count) notes, "
      counted += "\(annotated.notes.agencies.agencies.count) agencies"
      diagnostics = annotated.diagnostics
    } catch let error as DocumentError {
      diagnostics = error.diagnostics
    } catch {
      diagnostics = [Diagnostic(.error, code: "unreadable-project", "\(error)")]
    }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    let verdict =
      errors + warnings == 0 ? "nothing is wrong" : "\(errors) errors, \(warnings) warnings"
    return CheckResult(summary: "\(counted): \(verdict)", diagnostics: diagnostics)
  }
}
