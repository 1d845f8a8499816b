internal import PlanModel

extension Unicode.Scalar {
  /// Whether a clause ends at the scalar.
  var endsClause: Bool {
    switch foldedPunctuation {
    case "。", "，", "；", "：", "、", ",", ".", ";", ":", "!", "?", "\n": true
    default: false
    }
  }

  /// Whether a sentence ends at the scalar, or a block.
  var endsSentence: Bool {
    switch foldedPunctuation {
    case "。", "；", ";", ".", "!", "?", "\n": true
    default: false
    }
  }
}
