internal import PlanModel

/// Where the sentences of a block begin and end.
///
/// A sentence ends with `。`, `！` or `？`, or with `.`, `!` or `?` before a space or the end; closing
/// quotation marks and brackets behind it belong to it, the spaces between two sentences to none.
///
/// - Parameter text: The block's text.
/// - Returns: The sentences, in scalars of the text.
/// - Complexity: O(*n*) in the length of the text.
public func sentences(of text: String) -> [Range<Int>] {
  let scalars = Array(text.unicodeScalars)
  var sentences: [Range<Int>] = []
  var start: Int?
  var index = 0
  while index < scalars.count {
    if start == nil, !scalars[index].isSpace { start = index }
    var end = index + 1
    while end < scalars.count, "”’」』）)\"]】》".unicodeScalars.contains(scalars[end]) { end += 1 }
    let isEnd =
      switch scalars[index] {
      case "。", "！", "？": true
      case ".", "!", "?": end == scalars.count || scalars[end].isSpace
      default: false
      }
    if isEnd, let first = start {
      sentences.append(first..<end)
      start = nil
      index = end
    } else {
      index += 1
    }
  }
  if let start {
    var end = scalars.count
    while end > start, scalars[end - 1].isSpace { end -= 1 }
    sentences.append(start..<end)
  }
  return sentences
}
