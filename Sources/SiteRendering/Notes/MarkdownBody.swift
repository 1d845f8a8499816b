import PlanMarkdown
import PlanModel

/// What an editor wrote in Markdown, as HTML.
///
/// Markup in the text is text: it stands there as it was written. A link leads into the web, or to a
/// block or a note if it names one, as in `[the report](p-7k3m9xq2)`; any other is plain text.
struct MarkdownBody {
  let scope: PageScope
  /// The version beside whose text it stands; `nil` in a register of all versions.
  let version: EditionVersion?
  let text: String

  var html: HTML { blocks(MarkdownText(text).nodes) }

  private func blocks(_ nodes: [MarkdownNode]) -> HTML { .sequence(nodes.map(block)) }

  private func block(_ node: MarkdownNode) -> HTML {
    switch node.kind {
    case .paragraph: .element(.p, [], inlines(node.children))
    // The page's own headings make its outline; a note's are words in bold.
    case .heading: .element(.p, [], .element(.strong, [], inlines(node.children)))
    case .list(let start, _): list(node.children, start: start)
    case .blockQuote where node.children.isEmpty: .empty
    case .blockQuote: .element(.blockquote, [], blocks(node.children))
    case .codeBlock(let text): .element(.pre, [], .element(.code, [], .text(text)))
    case .htmlBlock(let text): .element(.p, [], .text(text))
    case .thematicBreak: .empty
    default: inline(node)
    }
  }

  private func list(_ items: [MarkdownNode], start: Int?) -> HTML {
    let entries = items.map { item in
      // A short item is its words alone, as a person wrote it.
      let isShort = item.children.count == 1 && item.children[0].kind == .paragraph
      return HTML.element(
        .li, [], isShort ? inlines(item.children[0].children) : blocks(item.children))
    }
    guard let start else { return .element(.ul, [], children: entries) }
    return .element(.ol, start == 1 ? [] : [.start(start)], children: entries)
  }

  private func inlines(_ nodes: [MarkdownNode]) -> HTML { .sequence(nodes.map(inline)) }

  private func inline(_ node: MarkdownNode) -> HTML {
    switch node.kind {
    case .text(let text), .html(let text): .text(text)
    case .softBreak: "\n"
    case .lineBreak: .lineBreak
    case .code(let text): .element(.code, [], .text(text))
    case .emphasis: .element(.em, [], inlines(node.children))
    case .strong: .element(.strong, [], inlines(node.children))
    case .link(let destination, _), .image(let destination, _):
      link(to: destination, inlines(node.children))
    default: blocks(node.children)
    }
  }

  private func link(to destination: String, _ words: HTML) -> HTML {
    if let reference = Reference(web: destination) {
      return .element(.a, [.href(reference), .relation("noopener noreferrer")], words)
    }
    let target = destination.hasPrefix("#") ? String(destination.dropFirst()) : destination
    return scope.passageLink(to: target, near: version, words: words) ?? words
  }
}

extension PageScope {
  /// A link to a block or a note of an identifier.
  ///
  /// - Parameters:
  ///   - target: The identifier.
  ///   - version: The version in which a reader is; the block is shown there if it is in it, else in
  ///     the newest version that has it.
  ///   - words: What the link says; the position of the block or the words under the note if `nil`.
  /// - Returns: `nil` if nothing has this identifier.
  func passageLink(to target: String, near version: EditionVersion?, words: HTML? = nil) -> HTML? {
    if let note = edition.indexOfNote[target].map({ edition.site.notes[$0] }) {
      return link(
        words ?? .text("“" + excerpt(note.quote, length: 24) + "”"), to: .notes, "note-" + target)
    }
    guard let block = BlockID(target) else { return nil }
    let places = ([version].compactMap(\.self) + edition.versions.reversed()).lazy
    guard let holder = places.first(where: { $0.index(of: block) != nil }),
      let index = holder.index(of: block)
    else { return nil }
    guard let words else { return position(of: index, in: holder) }
    return link(words, to: .reading(version: holder.name), target)
  }
}
