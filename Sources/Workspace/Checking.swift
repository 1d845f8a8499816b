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
    var diagnostics: [Diagnostic] = []
    var blocks = 0
    for listed in configuration.versions {
      do {
        let version = try version(listed.name)
        blocks += version.plan.blocks.count
        diagnostics += version.diagnostics
      } catch let error as DocumentError {
        diagnostics += error.diagnostics
      } catch {
        diagnostics.append(Diagnostic(.error, code: "unreadable-version", "\(error)"))
      }
    }
    let faults = diagnostics.count { $0.severity == .error }
    return CheckResult(
      summary: "\(configuration.versions.count) versions, \(blocks) blocks: "
        + (faults == 0 ? "nothing is wrong" : "\(faults) errors"),
      diagnostics: diagnostics)
  }
}
