internal import PlanModel
internal import PluginKit

/// What a version's front matter says, in the terms of the standard: the work, its expression in a
/// language and at a time, and the file.
struct AkomaNtosoMetadata {
  private let metadata: PlanMetadata
  private let version: String
  let title: String

  init(_ register: NoteRegister) {
    metadata = register.plan.metadata
    version = register.version
    title = metadata.title ?? register.title
  }

  var identification: XMLElement {
    let work = "/akn/\(country)/doc/\(year)/\(Self.segment(title))"
    let expression = "\(work)/\(language)@\(Self.segment(version))"
    return XMLElement(
      "identification", [("source", "#editor")],
      [
        XMLElement(
          "FRBRWork", [],
          properties(this: work + "/!main", uri: work, author: "#issuer") + [
            XMLElement("FRBRcountry", [("value", country)])
          ]),
        XMLElement(
          "FRBRExpression", [],
          properties(this: expression + "/!main", uri: expression, author: "#issuer") + [
            XMLElement("FRBRlanguage", [("language", language)])
          ]),
        XMLElement(
          "FRBRManifestation", [],
          properties(this: expression + "/!main.xml", uri: expression + ".akn", author: "#editor")
            + [XMLElement("FRBRformat", [("value", "xml")])]),
      ])
  }

  /// Who issued the plan, who made the edition, and the agencies that notes name.
  func references(_ agencies: [String]) -> XMLElement {
    func organization(_ id: String, _ name: String) -> XMLElement {
      XMLElement(
        "TLCOrganization",
        [("eId", id), ("href", "/akn/ontology/organization/\(id)"), ("showAs", name)])
    }
    return XMLElement(
      "references", [("source", "#editor")],
      [
        organization("issuer", metadata["issuer"]?.text ?? "not named"),
        organization("editor", "the variorum edition"),
      ]
        + agencies.enumerated().map { index, name in organization("agency-\(index + 1)", name) })
  }

  private func properties(this: String, uri: String, author: String) -> [XMLElement] {
    [
      XMLElement("FRBRthis", [("value", this)]), XMLElement("FRBRuri", [("value", uri)]),
      XMLElement("FRBRdate", [("date", day), ("name", isDated ? "issued" : "unknown")]),
      XMLElement("FRBRauthor", [("href", author)]),
    ]
  }

  /// The country of the front matter; `zz` is CLDR's code for an unknown one.
  private var country: String {
    let country = metadata["country"]?.text?.lowercased() ?? ""
    return country.utf8.count == 2 ? country : "zz"
  }

  private var isDated: Bool { knownDay != nil }

  /// The standard needs a day; the first of all stands for none.
  private var day: String { knownDay ?? "0001-01-01" }

  private var year: String { String(day.prefix(4)) }

  /// The day of issue, or else the time with which the version's name begins; a year's first day
  /// stands for it.
  private var knownDay: String? {
    for text in [metadata["issued"]?.text, version].compactMap(\.self) {
      let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
      let isNumeric = parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
      guard isNumeric, parts.first?.utf8.count == 4 else { continue }
      switch parts.map(\.utf8.count) {
      case [4, 2, 2]: return String(text.prefix(10))
      case [4, 2]: return text.prefix(7) + "-01"
      case [4]: return text.prefix(4) + "-01-01"
      default: continue
      }
    }
    return nil
  }

  /// ISO 639-2's three letters, which the standard's addresses have; `und` if it is none of these.
  private var language: String {
    let tag = metadata.language?.split(separator: "-").first.map { $0.lowercased() } ?? ""
    return tag.utf8.count == 3 ? tag : Self.languages[tag] ?? "und"
  }

  private static let languages = [
    "ar": "ara", "bg": "bul", "cs": "ces", "cy": "cym", "da": "dan", "de": "deu", "el": "ell",
    "en": "eng", "es": "spa", "et": "est", "fi": "fin", "fr": "fra", "ga": "gle", "he": "heb",
    "hi": "hin", "hr": "hrv", "hu": "hun", "id": "ind", "it": "ita", "ja": "jpn", "kk": "kaz",
    "ko": "kor", "lt": "lit", "lv": "lav", "mn": "mon", "ms": "msa", "mt": "mlt", "nl": "nld",
    "no": "nor", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk", "sl": "slv",
    "sv": "swe", "th": "tha", "tr": "tur", "uk": "ukr", "vi": "vie", "zh": "zho",
  ]

  /// A text as a part of an address: letters and digits of any script, the rest as one hyphen.
  private static func segment(_ text: String) -> String {
    let words = text.unicodeScalars.split { !$0.properties.isAlphabetic && !isDigit($0) }
    return words.isEmpty ? "plan" : words.map { String($0) }.joined(separator: "-")
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal
  }
}
