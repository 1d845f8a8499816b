import Testing

/// Records a fault if a page holds a text, without printing the page.
func expectAbsent(
  _ text: String, from page: (path: String, text: String),
  at location: SourceLocation = #_sourceLocation
) {
  let isThere = page.text.contains(text)
  #expect(!isThere, "\(page.path) holds \(text.debugDescription)", sourceLocation: location)
}

/// Records a fault if a page lacks a text, without printing the page.
func expectPresent(
  _ text: String, in page: (path: String, text: String),
  at location: SourceLocation = #_sourceLocation
) {
  let isThere = page.text.contains(text)
  #expect(isThere, "\(page.path) lacks \(text.debugDescription)", sourceLocation: location)
}
