public import Annotations
public import PlanModel

/// A plugin that proposes notes: who is named as responsible, by when, with what evidence.
///
/// ```swift
/// struct LakeSuggester: Suggester {
///   let name = "lakes"
///   func suggestions(for plan: Plan) -> [Suggestion] {
///     plan.blocks.indices.compactMap { index in
///       let scalars = Array(plan.blocks[index].text.unicodeScalars)
///       guard let place = scalars.firstIndex(of: "湖") else { return nil }
///       return Suggestion(
///         .mention, by: name, block: index, range: place..<place + 1, confidence: 0.5)
///     }
///   }
/// }
/// ```
///
/// What it returns stays a suggestion until a person accepts it.
public protocol Suggester: Plugin {
  /// The suggestions for a plan, in the order of reading.
  ///
  /// - Throws: A `DocumentError` if the plugin fails; the others' suggestions are of use all the same.
  func suggestions(for plan: Plan) throws -> [Suggestion]
}

/// Something that a passage seems to say, with its evidence.
public struct Suggestion: Sendable, Hashable {
  /// What sort of thing it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Who has what part in a task.
    case responsibility
    /// By or from when, how often.
    case date
    /// A figure that is to be reached.
    case indicator
    /// Another place of the plan, or another document.
    case reference
    /// A body or place that is named.
    case mention
  }

  /// A body with its part.
  public struct Party: Sendable, Hashable {
    /// The body's name as the text has it.
    public var name: String
    /// Its part: `lead`, `responsible`, `support`, `by-duty`, `local`, `guide`, or `mentioned`.
    public var role: String
    /// Whether the list goes on after it: 等.
    public var isOpen: Bool

    /// Creates a party.
    public init(name: String, role: String, isOpen: Bool = false) {
      self.name = name
      self.role = role
      self.isOpen = isOpen
    }
  }

  /// A time as the text has it.
  public struct Time: Sendable, Hashable {
    /// What the time is to the task.
    public enum Class: String, Sendable, Hashable, CaseIterable {
      /// By or within: `2020年底前`.
      case deadline
      /// A state at the end of a year: `到2022年`.
      case targetYear = "target-year"
      /// A beginning, and no deadline: `从2019年起`.
      case start
      /// `每年`.
      case recurring
      /// A span counted from the plan's own date: `三年内`.
      case horizon
      /// Without an end: `持续推进`.
      case ongoing
      /// When the plan was issued.
      case signatureDate = "signature-date"
    }

    /// The words of the text.
    public var text: String
    /// What the time is to the task.
    public var timeClass: Class
    /// The time as ISO 8601-2 (EDTF) has it, or a duration (`P5Y`); `nil` if it depends on what the
    /// text doesn't say.
    public var value: String?

    /// Creates a time.
    public init(text: String, timeClass: Class, value: String?) {
      self.text = text
      self.timeClass = timeClass
      self.value = value
    }
  }

  /// A figure that is to be reached.
  public struct Indicator: Sendable, Hashable {
    /// What is measured, in the text's words.
    public var name: String
    /// The amount with its comparator and unit.
    public var quantity: Quantity
    /// The year by which, as EDTF has it; `nil` if the sentence doesn't say.
    public var year: String?

    /// Creates an indicator.
    public init(name: String, quantity: Quantity, year: String?) {
      self.name = name
      self.quantity = quantity
      self.year = year
    }
  }

  /// Where a reference points.
  public struct Reference: Sendable, Hashable {
    /// The title of another document; `nil` if the same one is meant.
    public var title: String?
    /// The places in that document, from the outside in: `第三章`, `第二节`.
    public var path: [String]
    /// The block of the same document, if it has that place.
    public var target: BlockID?

    /// Creates a reference.
    public init(title: String?, path: [String], target: BlockID?) {
      self.title = title
      self.path = path
      self.target = target
    }
  }

  /// What sort of thing it is.
  public var kind: Kind
  /// The name of the plugin that proposes it.
  public var suggester: String
  /// How sure the plugin is, from 0 to 1.
  public var confidence: Double
  /// The block by its place in the plan.
  public var block: Int
  /// The evidence, in scalars of the block's text.
  public var range: Range<Int>
  /// What the suggestion is about, in scalars of the block's text; it may be more than the evidence.
  public var covers: Range<Int>
  /// The bodies with their parts, in the text's order.
  public var parties: [Party]
  /// The time.
  public var time: Time?
  /// The figure.
  public var indicator: Indicator?
  /// The place or document that is referred to.
  public var reference: Reference?
  /// The words of a rule elsewhere in the document on which it rests: `列第一位者为牵头单位，下同`.
  public var rule: String?

  /// Creates a suggestion.
  public init(
    _ kind: Kind, by suggester: String, block: Int, range: Range<Int>, covers: Range<Int>? = nil,
    confidence: Double, parties: [Party] = [], time: Time? = nil, rule: String? = nil
  ) {
    self.kind = kind
    self.suggester = suggester
    self.confidence = confidence
    self.block = block
    self.range = range
    self.covers = covers ?? range
    self.parties = parties
    self.time = time
    self.rule = rule
  }
}

extension PluginSet {
  /// What all suggesters propose, in the order of reading; of the same thing in the same place the
  /// first one's.
  ///
  /// What fails is recorded in ``PluginSet/faults``.
  public func suggestions(for plan: Plan) -> [Suggestion] {
    var seen = Set<Suggestion>()
    let all = suggesters.flatMap { suggester in
      faults.recording { try suggester.suggestions(for: plan) } ?? []
    }.filter { suggestion in
      plan.blocks.indices.contains(suggestion.block)
        && suggestion.covers.upperBound <= plan.blocks[suggestion.block].text.unicodeScalars.count
    }
    return all.enumerated().sorted { left, right in
      (left.element.block, left.element.range.lowerBound, left.offset)
        < (right.element.block, right.element.range.lowerBound, right.offset)
    }.map(\.element).filter { suggestion in
      var key = suggestion
      (key.suggester, key.confidence, key.rule) = ("", 0, nil)
      return seen.insert(key).inserted
    }
  }
}
