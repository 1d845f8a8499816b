internal import PlanModel
public import PluginKit

/// Writes a version with its notes as Akoma Ntoso 3.0 (OASIS LegalDocML), the form in which
/// parliaments and gazettes exchange texts.
///
/// Each part has two names, as the standard's naming convention asks: `eId` says where it stands in
/// this version (`chp_6__sec_2__p_3`), and `wId` is the block's identifier, which stays from version
/// to version.
public struct AkomaNtosoExporter: Exporter {
  /// The exporter's name.
  public let name = "akoma-ntoso"
  /// The word for the form.
  public let format = "akn"
  /// What the file is called.
  public let fileName = "plan.akn.xml"
  /// What it is.
  public let mediaType = "application/akn+xml"

  /// Creates an exporter.
  public init() {}

  /// The version as a document of the standard's type `doc`.
  public func bytes(of register: NoteRegister) -> [UInt8] {
    let notes = AkomaNtosoNotes(register)
    var body = AkomaNtosoBody(register.plan, notes: notes)
    let metadata = AkomaNtosoMetadata(register)
    let meta =
      [metadata.identification, metadata.references(notes.agencies)]
      + (notes.elements.isEmpty
        ? [] : [XMLElement("notes", [("source", "#editor")], notes.elements)])
    let title = XMLElement(
      "longTitle", [("eId", "longTitle")],
      [XMLElement("p", [], [XMLElement("docTitle", text: metadata.title)])])
    let document = XMLElement(
      "doc", [("name", "plan")],
      [
        XMLElement("meta", [], meta), XMLElement("preface", [("eId", "preface")], [title]),
        XMLElement("mainBody", [("eId", "body")], body.elements()),
      ])
    let root = XMLElement(
      "akomaNtoso", [("xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0")], [document])
    return root.bytes
  }
}
