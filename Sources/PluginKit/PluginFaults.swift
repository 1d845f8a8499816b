public import PlanModel
internal import Synchronization

/// What went wrong with plugins whose failure doesn't stop a run: told at its end.
///
/// A comparison or a list of suggestions is of use without one plugin's share; that it is missing must
/// be said all the same.
public final class PluginFaults: Sendable {
  private let diagnostics = Mutex<[Diagnostic]>([])

  /// Creates an empty record.
  public init() {}

  /// Adds a diagnostic, once.
  public func add(_ diagnostic: Diagnostic) {
    diagnostics.withLock { if !$0.contains(diagnostic) { $0.append(diagnostic) } }
  }

  /// The result of some work, or `nil` with its error in the record as a warning.
  ///
  /// - Parameters:
  ///   - document: The document's name, for messages that name no file.
  ///   - work: The work.
  /// - Returns: The work's result; `nil` if it failed.
  public func recording<Result>(
    on document: String? = nil, _ work: () throws -> Result
  ) -> Result? {
    do {
      return try work()
    } catch let error as DocumentError {
      for diagnostic in (document.map(error.naming) ?? error).diagnostics {
        var warning = diagnostic
        warning.severity = .warning
        add(warning)
      }
    } catch {
      add(Diagnostic(.warning, code: "plugin-failed", "\(error)"))
    }
    return nil
  }

  /// What was recorded, in the order in which it came; the record is empty afterwards.
  public func drained() -> [Diagnostic] {
    diagnostics.withLock { list in
      defer { list = [] }
      return list
    }
  }
}
