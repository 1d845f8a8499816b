/// The stable name of a block: `p-7k3m9xq2`, or `h-…` for a heading.
///
/// An identifier names the same paragraph in every version of a plan in which the paragraph lives,
/// and is never given to another one. How it is minted is the business of the module `Identity`;
/// here it is only a checked piece of text.
public struct BlockID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The identifier as it stands in plan.md and in addresses, without `#`.
  public let rawValue: String

  /// Creates an identifier from its text, or `nil` if the text has another form.
  ///
  /// - Parameter rawValue: A lower-case ASCII letter, then letters, digits, `-` or `_`; at most 64
  ///   characters. That makes it safe in an HTML attribute, a file name and a URL fragment.
  public init?(_ rawValue: String) {
    let bytes = rawValue.utf8
    guard let first = bytes.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first),
      bytes.count <= 64, bytes.allSatisfy(Self.isAllowed)
    else { return nil }
    self.rawValue = rawValue
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The identifier's text.
  public var description: String { rawValue }

  /// Orders identifiers by their bytes.
  public static func < (left: BlockID, right: BlockID) -> Bool { left.rawValue < right.rawValue }
}
