/// Where the parts of a Word document are: each part names those that belong to it (ISO/IEC 29500-2,
/// 9.3), and only by habit are they called `word/document.xml` and the like.
struct WordRelationships {
  private var targets: [String: String] = [:]

  /// Reads the references of a part.
  ///
  /// - Parameters:
  ///   - bytes: The part that lists them.
  ///   - part: The part whose references they are; empty for those of the archive itself.
  /// - Throws: The fault, if it is no whole XML.
  init(_ bytes: [UInt8], of part: String) throws(XMLEvents.Fault) {
    var targets: [String: String] = [:]
    try XMLEvents.read(bytes) { event in
      guard case .open("Relationship", let attributes) = event,
        attributes["TargetMode"] != "External", let target = attributes["Target"],
        // The two editions of the standard name the same type by different addresses.
        let type = attributes["Type"]?.split(separator: "/").last.map(String.init),
        targets[type] == nil
      else { return }
      targets[type] = ArchivePath.resolved(ArchivePath.decoded(target), from: part)
    }
    self.targets = targets
  }

  /// The part of a type, such as `styles`.
  subscript(type: String) -> String? { targets[type] }

  /// The part that lists the references of a part: of `word/document.xml`
  /// `word/_rels/document.xml.rels`.
  static func list(of part: String) -> String {
    let names = part.split(separator: "/", omittingEmptySubsequences: false)
    return (names.dropLast() + ["_rels", (names.last ?? "") + ".rels"]).joined(separator: "/")
  }
}
