/// Puts together what a document consists of while it is read: the text, and in it what stands in
/// cells, boxes, notes and contents tables that are open.
struct OfficeAssembly {
  private var containers: [[OfficePart]] = [[]]
  /// A paragraph whose end is deleted, so that the next one goes on in it.
  private var carried: OfficeParagraph?

  /// Opens a container inside the one that is open.
  mutating func open() { containers.append([]) }

  /// Closes the container that is open.
  ///
  /// - Returns: What stands in it.
  mutating func close() -> [OfficePart] {
    containers.count > 1 ? containers.removeLast() : []
  }

  mutating func put(_ part: OfficePart) { containers[containers.count - 1].append(part) }

  /// Puts a paragraph, with the one before if that goes on in it, and behind it what its boxes hold.
  mutating func put(_ paragraph: OfficeParagraph) {
    var own = joined(paragraph)
    let attached = own.attached
    own.attached = []
    put(.paragraph(own))
    attached.forEach { put($0) }
  }

  /// Keeps a paragraph whose end is deleted for the next one.
  mutating func carry(_ paragraph: OfficeParagraph) { carried = joined(paragraph) }

  private mutating func joined(_ paragraph: OfficeParagraph) -> OfficeParagraph {
    guard let start = carried else { return paragraph }
    carried = nil
    var result = paragraph
    result.goOn(from: start)
    return result
  }

  /// Ends a paragraph whose end is deleted, and which nothing follows where it stands.
  mutating func finishCarried() {
    guard let paragraph = carried else { return }
    carried = nil
    put(paragraph)
  }

  /// The whole text.
  mutating func finished() -> [OfficePart] {
    finishCarried()
    return containers[0]
  }
}
