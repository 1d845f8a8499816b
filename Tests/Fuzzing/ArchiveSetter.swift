/// Packs entries into a ZIP archive, byte by byte as the format has it.
public struct ArchiveSetter {
  /// An entry as it is to stand in the archive.
  public struct Entry {
    /// The name.
    public var name: String
    /// The bytes as they stand in the archive.
    public var packed: [UInt8]
    /// The bytes that they stand for.
    public var content: [UInt8]
    /// How the bytes are packed: 0 as they are, 8 deflated.
    public var method = 0
    /// What the archive says of the entry besides, bit by bit.
    public var flags = 0
    /// The size that the archive claims.
    public var claimedSize: Int?

    /// Creates an entry; stored as it is, or as the bytes that are given.
    public init(_ name: String, _ content: [UInt8], packed: [UInt8]? = nil) {
      self.name = name
      self.content = content
      self.packed = packed ?? content
      method = packed == nil ? 0 : 8
    }

    /// Creates an entry that is a text.
    public init(_ name: String, _ content: String) { self.init(name, Array(content.utf8)) }
  }

  /// The entries in their order.
  public var entries: [Entry]
  /// The number of entries that the archive claims.
  public var claimedCount: Int?

  /// Creates an archive.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// The archive.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    var list: [UInt8] = []
    for entry in entries {
      let place = result.count
      let name = Array(entry.name.utf8)
      let common =
        word(20) + word(entry.flags) + word(entry.method) + long(0)
        + long(Self.checksum(entry.content)) + long(entry.packed.count)
        + long(entry.claimedSize ?? entry.content.count) + word(name.count) + word(0)
      result += long(0x0403_4B50) + common + name + entry.packed
      list += long(0x0201_4B50) + word(20) + common
      list += word(0) + word(0) + word(0) + long(0) + long(place) + name
    }
    let count = claimedCount ?? entries.count
    let start = result.count
    result += list
    result += long(0x0605_4B50) + word(0) + word(0) + word(count) + word(count)
    return result + long(list.count) + long(start) + word(0)
  }

  private func word(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private func long(_ value: Int) -> [UInt8] { word(value) + word(value >> 16) }

  private static let checksums: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  /// CRC-32, written out so that the library is not checked by itself.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    Int(
      ~bytes.reduce(~UInt32(0)) { value, byte in
        checksums[Int((value ^ UInt32(byte)) & 0xFF)] ^ value >> 8
      })
  }
}
