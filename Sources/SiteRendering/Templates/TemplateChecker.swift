/// Walks through the tags of a template and holds them to the names that are provided.
struct TemplateChecker {
  let file: String
  let names: [String: TemplateShape]

  private struct Section {
    var name: String
    var line: Int
    var names: [String: TemplateShape]
  }

  func check(_ text: String) throws(TemplateFault) {
    var open: [Section] = []
    for tag in try tags(of: text) {
      let scope = open.last?.names ?? names
      switch tag.sigil {
      case "!": continue
      case "#", "^":
        let inner = try enter(tag, in: scope)
        open.append(Section(name: tag.name, line: tag.line, names: inner))
      case "/":
        guard open.last?.name == tag.name else {
          throw fault(tag.line, "'{{/\(tag.name)}}' closes no section")
        }
        open.removeLast()
      case "{", "&", nil: try use(tag, in: scope)
      default:
        throw fault(tag.line, "tags that begin with '\(tag.text.prefix(1))' are not used here")
      }
    }
    if let section = open.last {
      throw fault(section.line, "the section '\(section.name)' is not closed")
    }
  }

  private func enter(_ tag: Tag, in scope: [String: TemplateShape]) throws(TemplateFault)
    -> [String: TemplateShape]
  {
    switch try shape(of: tag, in: scope) {
    case .list(let inner) where tag.sigil == "#": scope.merging(inner) { $1 }
    default: scope
    }
  }

  private func use(_ tag: Tag, in scope: [String: TemplateShape]) throws(TemplateFault) {
    let isRaw = tag.sigil != nil
    switch (try shape(of: tag, in: scope), isRaw) {
    case (.text, false), (.markup, true): return
    case (.text, true): throw fault(tag.line, "'\(tag.name)' is text: write {{\(tag.name)}}")
    case (.markup, false):
      throw fault(tag.line, "'\(tag.name)' is markup: write {{{\(tag.name)}}}")
    case (.flag, _), (.list, _):
      throw fault(tag.line, "'\(tag.name)' opens a section: write {{#\(tag.name)}}")
    }
  }

  private func shape(of tag: Tag, in scope: [String: TemplateShape]) throws(TemplateFault)
    -> TemplateShape
  {
    guard let shape = scope[tag.name] else {
      let known = scope.keys.sorted().joined(separator: ", ")
      throw fault(tag.line, "nothing is called '\(tag.name)' here; there are \(known)")
    }
    return shape
  }

  private func fault(_ line: Int, _ message: String) -> TemplateFault {
    TemplateFault(template: file, line: line, message: message)
  }

  private struct Tag {
    var sigil: Character?
    var name: String
    var text: String
    var line: Int
  }

  private func tags(of text: String) throws(TemplateFault) -> [Tag] {
    var tags: [Tag] = []
    var line = 1
    var rest = text[...]
    while let start = rest.firstRange(of: "{{") {
      line += rest[..<start.lowerBound].count(where: \.isNewline)
      let body = rest[start.upperBound...]
      let isTriple = body.first == "{"
      guard let end = body.firstRange(of: isTriple ? "}}}" : "}}") else {
        throw fault(line, "a tag is not closed")
      }
      let content = body[..<end.lowerBound]
      tags.append(Self.tag(String(content), line: line))
      line += content.count(where: \.isNewline)
      rest = body[end.upperBound...]
    }
    return tags
  }

  private static func tag(_ content: String, line: Int) -> Tag {
    var name = content[...]
    var sigil: Character?
    if let first = name.first, !(first.isLetter || first.isWhitespace) {
      sigil = first
      name = name.dropFirst()
    }
    let trimmed = name.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    return Tag(sigil: sigil, name: String(trimmed), text: content, line: line)
  }
}
