public import Collation
public import PlanModel

/// A classifier that is asked about all changes of a comparison at once, since each question by itself
/// would cost it too much: a program of its own, say.
public protocol BatchClassifier: Plugin {
  /// What each change is worth and what it touches, or `nil` where the plugin has nothing to say.
  ///
  /// - Parameter changes: The changes of words, in the order of the links.
  /// - Returns: As many judgements as there are changes.
  /// - Throws: A `DocumentError` if the plugin fails; the comparison then stays without its judgements.
  func judgements(of changes: [Comparison.Change]) throws -> [Comparison.Judgement?]
}

extension PluginSet {
  /// A comparison with the judgements of the batch classifiers added to those that it has.
  ///
  /// What fails is recorded in ``faults``.
  ///
  /// - Parameters:
  ///   - comparison: The comparison.
  ///   - old: The blocks of its old side.
  ///   - new: The blocks of its new side.
  ///   - name: What to call the comparison where a plugin fails.
  /// - Returns: The comparison; without the share of those that failed.
  public func classifiedAtOnce(
    _ comparison: Comparison, old: [Block], new: [Block], named name: String? = nil
  ) -> Comparison {
    guard !batchClassifiers.isEmpty else { return comparison }
    var changes: [Comparison.Change] = []
    _ = comparison.judged(old: old, new: new) { change in
      changes.append(change)
      return nil
    }
    return batchClassifiers.reduce(comparison) { comparison, classifier in
      guard
        let judgements = faults.recording(on: name, { try classifier.judgements(of: changes) })
      else {
        return comparison
      }
      var next = 0
      return comparison.judged(old: old, new: new) { _ in
        defer { next += 1 }
        return judgements.indices.contains(next) ? judgements[next] : nil
      }
    }
  }
}
