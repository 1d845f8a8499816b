/// A text in Markdown that is no plan, such as what an editor says in a note.
package struct MarkdownText: Sendable {
  /// The nodes that stand directly in the text, in order; nested no deeper than 64.
  package let nodes: [MarkdownNode]

  /// Reads a text as CommonMark.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package init(_ text: String) { nodes = CommonMark.nodes(of: text) }
}
