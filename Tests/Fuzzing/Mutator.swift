/// Makes inputs for a parser out of good ones.
///
/// Bytes are changed, cut out and put twice, and pieces of the parser's own language set in
/// anywhere. The same seed gives the same inputs.
public struct Mutator {
  private var state: UInt64
  private let samples: [[UInt8]]
  private let fragments: [[UInt8]]

  /// Prepares a mutator.
  ///
  /// - Parameters:
  ///   - seed: The seed.
  ///   - samples: Good inputs; at least one.
  ///   - fragments: Pieces that mean something to the parser.
  public init(seed: UInt64, samples: [[UInt8]], fragments: [[UInt8]]) {
    state = seed
    self.samples = samples
    self.fragments = fragments
  }

  /// The next input.
  public mutating func next() -> [UInt8] {
    var bytes = samples[below(samples.count)]
    for _ in 0...below(24) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = below(bytes.count + 1)
    let end = min(bytes.count, place + below(64))
    switch below(7) {
    case 0 where place < bytes.count: bytes[place] = UInt8(below(256))
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: below(bytes.count + 1))
    case 3:
      bytes.insert(contentsOf: [UInt8](repeating: UInt8(below(128)), count: below(200)), at: place)
    case 4: bytes.insert(contentsOf: odd[below(odd.count)].utf8, at: place)
    default:
      guard !fragments.isEmpty else { return }
      let fragment = fragments[below(fragments.count)]
      for _ in 0...below(3) { bytes.insert(contentsOf: fragment, at: place) }
    }
  }

  /// Characters at which text goes wrong.
  private let odd = [
    "\0", "\u{FEFF}", "\u{202E}", "\u{200B}", "\u{AD}", "\u{2028}", "\r", "\r\n", "\u{85}",
    "\u{3000}",
    "\u{301}", "\u{10FFFF}", "👩‍👩‍👧", "9999999999999999999",
  ]

  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((word ^ (word >> 31)) % UInt64(max(1, bound)))
  }
}
