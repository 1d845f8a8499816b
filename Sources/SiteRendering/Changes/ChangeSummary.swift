package import Collation

/// What a comparison comes to, in figures.
package struct ChangeSummary: Sendable, Hashable {
  /// One figure: how many links are of a sort.
  package struct Count: Sendable, Hashable {
    package var sort: ChangeSort
    package var count: Int
  }

  /// How many links have a change of one substance.
  package struct Weight: Sendable, Hashable {
    package var substance: Comparison.Substance
    package var count: Int
  }

  /// The changes of one sort of value.
  package struct ValueChanges: Sendable, Hashable {
    /// What the values are, such as `number`.
    package var tag: String
    /// The changes in the order of reading.
    package var changes: [ValueChange]
  }

  /// One change of a value, such as a number or a date.
  package struct ValueChange: Sendable, Hashable {
    /// The link that holds it.
    package var link: Int
    /// The place in its texts.
    package var span: Comparison.Span
  }

  /// The figures in the order of ``ChangeSort``, those that are not zero.
  package let counts: [Count]

  /// How many links have a change of each substance, from the gravest to the least.
  package let substances: [Weight]

  /// The changed values by tag, tags in alphabetical order.
  package let values: [ValueChanges]

  package init(of comparison: EditionComparison) {
    var counts: [ChangeSort: Int] = [:]
    var substances: [Comparison.Substance: Int] = [:]
    var values: [String: [ValueChange]] = [:]
    for (index, link) in comparison.links.enumerated() {
      for sort in link.sorts { counts[sort, default: 0] += 1 }
      if let substance = link.substance { substances[substance, default: 0] += 1 }
      for span in link.spans {
        for tag in span.tags {
          values[tag, default: []].append(ValueChange(link: index, span: span))
        }
      }
    }
    self.counts = ChangeSort.allCases.compactMap { sort in
      counts[sort].map { Count(sort: sort, count: $0) }
    }
    self.substances = Comparison.Substance.allCases.reversed().compactMap { substance in
      substances[substance].map { Weight(substance: substance, count: $0) }
    }
    self.values = values.keys.sorted().map {
      ValueChanges(tag: $0, changes: values[$0, default: []])
    }
  }
}

/// What a reader counts: the kinds of links, and moves beside them.
package enum ChangeSort: String, Sendable, Hashable, CaseIterable {
  case edited, retitled, inserted, deleted, moved, split, merged, renumbered, counterpart, unchanged

  /// The name of the sort, in the words of the interface.
  var phrase: Phrase {
    switch self {
    case .edited: .kindEdited
    case .retitled: .kindRetitled
    case .inserted: .kindInserted
    case .deleted: .kindDeleted
    case .moved: .kindMoved
    case .split: .kindSplit
    case .merged: .kindMerged
    case .renumbered: .kindRenumbered
    case .counterpart: .kindCounterpart
    case .unchanged: .kindEqual
    }
  }
}

extension Comparison.Link {
  /// What the link counts as: its kind, and a move besides.
  package var sorts: [ChangeSort] {
    if isUnchanged { return [.unchanged] }
    var sorts: [ChangeSort] =
      switch kind {
      case .equal: []
      case .edited: [.edited]
      case .renumbered: [.renumbered]
      case .retitled: [.retitled]
      case .split: [.split]
      case .merged: [.merged]
      case .inserted: [.inserted]
      case .deleted: [.deleted]
      case .counterpart: [.counterpart]
      }
    if isMoved { sorts.append(.moved) }
    if isRenumbered, !sorts.contains(.renumbered) { sorts.append(.renumbered) }
    return sorts
  }
}

extension Comparison.Substance {
  var phrase: Phrase {
    switch self {
    case .typographic: .substanceTypographic
    case .wording: .substanceWording
    case .substantive: .substanceSubstantive
    }
  }
}
