/// A parsed page: its elements and texts in the order of the source, without pointers and without
/// nesting of values, so that no depth of markup can exhaust the stack.
struct HTMLTree {
  /// An element or a text.
  struct Node {
    /// The element's name in lower case, `#text`, or `#document` for the page itself.
    var name: String
    /// The index of the element around it; -1 for the page itself.
    var parent: Int
    /// The index behind the last node inside; for a text the next index.
    var end: Int
    /// The attributes, as far as anybody asks for them.
    var attributes: [(name: String, value: String)] = []
    /// The words of a text.
    var text = ""
    /// The bytes in the parsed UTF-8 text that the node takes; for an element from the end of its
    /// start tag to that of its end tag.
    var bytes: Range<Int>
  }

  var nodes: [Node] = []

  /// The value of an attribute.
  func attribute(_ name: String, of node: Int) -> String? {
    nodes[node].attributes.first { $0.name == name }?.value
  }

  /// The elements directly inside an element.
  func children(of node: Int) -> [Int] {
    var children: [Int] = []
    var next = node + 1
    while next < nodes[node].end {
      children.append(next)
      next = nodes[next].end
    }
    return children
  }
}
