/// Why a site can't be rendered.
public enum SiteFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// A name that can't be a folder's.
  case unusableName(String)
  /// Two versions, agencies, notes or languages of one name.
  case repeatedName(String)
  /// A comparison or note that speaks of a version that there isn't.
  case unknownVersion(String)
  /// A comparison whose links don't fit the versions' blocks.
  case unfitComparison(old: String, new: String)
  /// A site without a version or without a language.
  case empty

  /// The fault as one line.
  public var description: String {
    switch self {
    case .unusableName(let name): "'\(name)' can't name a folder of the site"
    case .repeatedName(let name): "'\(name)' is named twice"
    case .unknownVersion(let name): "there is no version '\(name)'"
    case .unfitComparison(let old, let new):
      "the comparison of \(old) with \(new) doesn't fit their blocks"
    case .empty: "a site needs a version and a language"
    }
  }
}
