extension Span<UInt8> {
  /// Whether some bytes stand in these, which the general search of collections takes ten times as long
  /// to tell.
  ///
  /// - Complexity: O(*n*) for bytes whose beginnings are seldom among these.
  package func holds(_ sought: Span<UInt8>) -> Bool {
    var start = 0
    while start + sought.count <= count {
      var length = 0
      while length < sought.count, self[start + length] == sought[length] { length += 1 }
      if length == sought.count { return true }
      start += 1
    }
    return false
  }
}

extension ArraySlice<UInt8> {
  /// Whether a word stands in the bytes.
  package func holds(_ word: String) -> Bool { span.holds(word.utf8Span.span) }
}
