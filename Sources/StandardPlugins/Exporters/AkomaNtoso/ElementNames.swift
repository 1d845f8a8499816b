internal import PlanModel

/// The names of a document's elements by their places: `chp_6__sec_2__p_3` (Akoma Ntoso Naming
/// Convention 1.0, section 5).
struct ElementNames {
  private var taken: [String: Int] = [:]

  /// The name of an element in another one; a name that is given already gets a counter behind it.
  mutating func name(_ kind: String, _ number: String?, in parent: String?) -> String {
    let own = number.map { "\(kind)_\($0)" } ?? kind
    let name = parent.map { "\($0)__\(own)" } ?? own
    let count = taken[name, default: 0] + 1
    taken[name] = count
    return count == 1
      ? name : self.name(kind, (number.map { "\($0)-" } ?? "") + "\(count)", in: parent)
  }

  /// The element of the standard for a section, and its short form in names.
  static func element(of scheme: NumberMark.Scheme?) -> (
    name: String, short: String, label: String?
  ) {
    switch scheme {
    case .part: ("part", "part", nil)
    case .chapter: ("chapter", "chp", nil)
    case .section: ("section", "sec", nil)
    case .article: ("article", "art", nil)
    case .annex: ("hcontainer", "hcontainer", "annex")
    case .box: ("hcontainer", "hcontainer", "box")
    case .chineseComma, .chineseParenthesis, .arabicPoint, .arabicParenthesis, .decimal, .circled,
      .letter, nil:
      ("level", "lvl", nil)
    }
  }
}
