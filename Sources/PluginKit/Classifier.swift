public import Collation
public import PlanModel

/// A plugin that says what a change is worth: whether it touches a number, a date, a duty.
///
/// ```swift
/// struct HectareClassifier: Classifier {
///   let name = "hectares"
///   func judgement(of change: Comparison.Change) -> Comparison.Judgement? {
///     let words = change.removed + change.added
///     return words.contains("公顷") ? .init(.substantive, tags: ["area"]) : nil
///   }
/// }
/// ```
public protocol Classifier: Plugin {
  /// What a change is worth and what it touches, or `nil` if the plugin has nothing to say.
  ///
  /// It is asked about changes of words only, never about spacing or punctuation.
  func judgement(of change: Comparison.Change) -> Comparison.Judgement?
}

extension PluginSet {
  /// A comparison with the judgements of all classifiers in it.
  ///
  /// - Parameters:
  ///   - comparison: The comparison of `old` with `new`.
  ///   - old: The blocks of the old side.
  ///   - new: The blocks of the new side.
  /// - Returns: The comparison, with substances raised and tags added.
  /// - Complexity: One question to each classifier for each change of words.
  public func classified(
    _ comparison: Comparison, old: [Block], new: [Block]
  ) -> Comparison {
    comparison.judged(old: old, new: new) { change in
      var result: Comparison.Judgement?
      for classifier in classifiers {
        guard let judgement = classifier.judgement(of: change) else { continue }
        let substance = max(result?.substance ?? judgement.substance, judgement.substance)
        result = .init(substance, tags: (result?.tags ?? []) + judgement.tags)
      }
      return result
    }
  }
}
