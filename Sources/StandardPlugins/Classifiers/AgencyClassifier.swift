public import Collation
public import PluginKit
internal import PlanModel

/// Tags changes of who is to act: an agency's name, a word for a sort of agency, or the words that
/// give it its part.
///
/// The name of a place is a place's (`scope`) unless the clause gives it something to do: in
/// `由浙江省牵头` and `浙江省人民政府` it acts, in `上海、南京、杭州等城市` it lies.
public struct AgencyClassifier: Classifier {
  /// The classifier's name.
  public let name = "agencies"

  private let agencies: Lexicon
  private let places: Lexicon

  /// Sorts of agencies.
  private static let sorts = [
    "人民政府", "政府", "部门", "机关", "机构", "委员会", "常务委员会", "办公室", "领导小组", "联席会议", "人民法院", "法院", "检察院",
    "人民检察院", "监察委", "管委会", "党委", "ministry", "minister", "department", "agency", "authority",
    "council", "committee", "commission", "government", "secretary", "court", "tribunal", "board",
    "inspectorate",
  ]
  /// The parts of agencies in a task, as the State Council's divisions of work (分工方案) name them.
  private static let roles = [
    "牵头", "负责", "会同", "主管", "配合", "参与", "汇总", "按职责分工", "responsible", "in charge",
  ]
  private static let acting = Lexicon(roles + ["人民政府", "政府", "党委", "shall", "must"])

  /// Creates a classifier.
  ///
  /// - Parameter names: The names and aliases of agencies; those of one character, such as 沪, stand
  ///   in too many words to tell anything.
  public init(names: [String]) {
    let names = names.filter { $0.unicodeScalars.count > 1 }
    places = Lexicon(names.filter(\.isNameOfPlace))
    agencies = Lexicon(names.filter { !$0.isNameOfPlace } + Self.sorts + Self.roles)
  }

  /// What a change of agency is worth.
  public func judgement(of change: Comparison.Change) -> Comparison.Judgement? {
    if !agencies.isKept(by: change) { return .init(.substantive, tags: ["agency"]) }
    guard !change.isWholeBlock, !places.isKept(by: change) else { return nil }
    let acts =
      Self.acting.isHeld(by: change.oldText, in: clause(of: change.oldText, at: change.span.old))
      || Self.acting.isHeld(by: change.newText, in: clause(of: change.newText, at: change.span.new))
    return .init(.substantive, tags: [acts ? "agency" : "scope"])
  }

  /// The clause in which a span stands: from punctuation to punctuation, lists held together.
  private func clause(of text: [Unicode.Scalar], at span: Range<Int>) -> Range<Int> {
    var (start, end) = (span.lowerBound, span.upperBound)
    while start > 0, !Self.endsClause(text[start - 1]) { start -= 1 }
    while end < text.count, !Self.endsClause(text[end]) { end += 1 }
    return start..<end
  }

  private static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.foldedPunctuation {
    case ",", ";", "。", ".", "!", "?", ":", "\n": true
    default: false
    }
  }
}

extension String {
  /// Whether a name is that of a place that is governed, rather than of who governs it.
  fileprivate var isNameOfPlace: Bool {
    switch unicodeScalars.last {
    case "省", "市", "区", "县", "州", "盟", "旗", "镇", "乡": true
    default: false
    }
  }
}
