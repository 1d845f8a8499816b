extension String {
  /// The text in Normalization Form KC (Unicode Standard Annex #15): full-width letters become
  /// ordinary ones, `㎡` becomes `m2`, and equivalent sequences of accents become one.
  ///
  /// It needs no Foundation and gives the same scalars on every platform. A text of ASCII and
  /// unified Han comes back as it is.
  ///
  /// - Complexity: O(*n*), with a factor of log *m* for a run of *m* combining marks.
  public var compatibilityComposed: String {
    guard !unicodeScalars.allSatisfy(\.isInertUnderComposition) else { return self }
    if let simple = simplyComposed { return simple }
    let composed = ComposedScalars(Array(unicodeScalars))
    return String(scalars: composed.scalars)
  }
}

extension String {
  /// The normalized text if each of its scalars can be normalized by itself; else `nil`.
  private var simplyComposed: String? {
    // Bytes, since a string's scalar view is ten times as slow to append to.
    var composed: [UInt8] = []
    composed.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      guard let alone = scalar.composedAlone else { return nil }
      composed.append(utf8Of: alone)
    }
    return String(decoding: composed, as: UTF8.self)
  }
}

/// Scalars in Normalization Form KC, each with the place in the source it came from.
struct ComposedScalars: Sendable {
  /// The normalized scalars.
  private(set) var scalars: [Unicode.Scalar] = []
  /// For each of them, the offset of the source scalar with which its combining sequence begins;
  /// never descending.
  private(set) var origins: [Int] = []

  private var classes: [UInt8] = []

  init(_ source: [Unicode.Scalar]) {
    scalars.reserveCapacity(source.count)
    origins.reserveCapacity(source.count)
    classes.reserveCapacity(source.count)
    decompose(source)
    reorder()
    compose()
  }

  private mutating func append(_ scalar: Unicode.Scalar, origin: Int) {
    let combining = scalar.combiningClass
    // A mark belongs to the sequence that it stands in.
    origins.append(combining == 0 ? origin : (origins.last ?? origin))
    scalars.append(scalar)
    classes.append(combining)
  }

  private mutating func decompose(_ source: [Unicode.Scalar]) {
    let data = NormalizationData.standard
    for (offset, scalar) in source.enumerated() {
      if scalar.isInertUnderComposition {
        append(scalar, origin: offset)
      } else if let jamo = Hangul.decomposition(of: scalar) {
        for part in jamo { append(part, origin: offset) }
      } else {
        let mapping = data.decomposition(of: scalar)
        if mapping.isEmpty { append(scalar, origin: offset) }
        for part in mapping { append(part, origin: offset) }
      }
    }
  }

  /// Sorts each run of combining marks by their class, stably.
  private mutating func reorder() {
    var index = 0
    while index < classes.count {
      guard classes[index] != 0 else {
        index += 1
        continue
      }
      let start = index
      var isSorted = true
      while index < classes.count, classes[index] != 0 {
        if index > start, classes[index - 1] > classes[index] { isSorted = false }
        index += 1
      }
      guard !isSorted else { continue }
      let order = (start..<index).sorted { (classes[$0], $0) < (classes[$1], $1) }
      let sorted = order.map { (scalars[$0], classes[$0]) }
      for (place, (scalar, combining)) in zip(start..<index, sorted) {
        scalars[place] = scalar
        classes[place] = combining
      }
    }
  }

  /// Composes in place: `end` is the length of what is done, `starter` the last starter in it.
  private mutating func compose() {
    let data = NormalizationData.standard
    var end = 0
    var starter: Int?
    for index in scalars.indices {
      let scalar = scalars[index]
      let combining = classes[index]
      // A mark is blocked from the starter by one between them of no lower class.
      if let starter, scalar.mayComposeWithPrevious,
        end - 1 == starter || classes[end - 1] != 0 && classes[end - 1] < combining,
        let composite = Hangul.composite(of: scalars[starter], scalar)
          ?? data.composite(of: scalars[starter], scalar)
      {
        scalars[starter] = composite
        continue
      }
      scalars[end] = scalar
      classes[end] = combining
      origins[end] = origins[index]
      if combining == 0 { starter = end }
      end += 1
    }
    scalars.removeSubrange(end...)
    classes.removeSubrange(end...)
    origins.removeSubrange(end...)
  }
}

extension Unicode.Scalar {
  /// Whether normalization leaves the scalar alone if all around it are such: ASCII and C1, the
  /// ideographs of the base plane, and the two commonest marks of Chinese punctuation.
  var isInertUnderComposition: Bool {
    switch value {
    case 0..<0xA0, 0x3001...0x3002, 0x3400...0x9FFF: true
    default: false
    }
  }

  /// What normalization makes of the scalar where all around it are such too, and no marks among
  /// them: full-width ASCII, the punctuation that goes with Chinese, the letters of Latin-1.
  package var composedAlone: Unicode.Scalar? {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0)
    case 0x3000: " "
    case 0xA1...0xA7, 0xA9, 0xAB...0xAE, 0xB0...0xB1, 0xB6...0xB7, 0xBB, 0xBF...0xFF,
      0x2010, 0x2012...0x2015, 0x2018...0x201F, 0x2022, 0x2030, 0x3003...0x3020:
      self
    default: isInertUnderComposition ? self : nil
    }
  }

  /// The canonical combining class; 0 for a starter.
  fileprivate var combiningClass: UInt8 {
    value < 0x300 || isInertUnderComposition
      ? 0 : properties.canonicalCombiningClass.rawValue
  }

  fileprivate var mayComposeWithPrevious: Bool { value >= 0x300 && !isInertUnderComposition }
}
