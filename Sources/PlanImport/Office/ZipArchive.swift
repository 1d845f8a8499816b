/// A ZIP archive in memory, whose entries are unpacked one by one.
///
/// An archive is somebody's claim: what it says of sizes and places is checked before anything is
/// unpacked, and nothing is unpacked beyond what an office file needs. Nothing is ever written.
struct ZipArchive {
  /// Why an archive, or an entry of it, cannot be read.
  enum Fault: Error, Equatable {
    case damaged(String)
    case encrypted
  }

  private struct Entry {
    var flags: Int
    var method: Int
    var checksum: Int
    var packed: Int
    var unpacked: Int
    var header: Int
  }

  /// An archive has so many entries at most.
  static let mostEntries = 10_000
  /// The largest entry that is unpacked, in bytes: 64 MiB.
  static let largestEntry = 64 << 20
  /// So many bytes are unpacked in all: 128 MiB.
  static let largestTotal = 128 << 20
  /// An entry above 16 MiB is so many times as large as its packed form at most; markup is seldom
  /// beyond 50, but that of a long table with short cells, and what is made to fill a memory is near
  /// 1,000.
  static let largestRatio = 200

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]
  private var left = ZipArchive.largestTotal

  /// Reads the list of an archive's entries.
  ///
  /// - Complexity: O(*n*) in the number of entries.
  init(_ bytes: [UInt8]) throws(Fault) {
    self.bytes = bytes
    guard let end = Self.endRecord(in: bytes) else {
      throw .damaged("the archive has no list of its entries: it breaks off")
    }
    let count = word(at: end + 10)
    guard count <= Self.mostEntries else {
      throw .damaged("the archive has \(count) entries, more than any document")
    }
    var next = long(at: end + 16)
    for _ in 0..<count {
      guard next + 46 <= end, long(at: next) == 0x0201_4B50 else {
        throw .damaged("the archive's list of entries is damaged")
      }
      let nameEnd = next + 46 + word(at: next + 28)
      let following = nameEnd + word(at: next + 30) + word(at: next + 32)
      guard following <= end else { throw .damaged("the archive's list of entries is damaged") }
      let name = String(decoding: bytes[next + 46..<nameEnd], as: UTF8.self)
      // Of two entries of one name the first counts, as for those who read archives in order.
      if entries[name] == nil {
        entries[name] = Entry(
          flags: word(at: next + 8), method: word(at: next + 10), checksum: long(at: next + 16),
          packed: long(at: next + 20), unpacked: long(at: next + 24), header: long(at: next + 42))
      }
      next = following
    }
  }

  /// Whether there is an entry of that name.
  func contains(_ name: String) -> Bool { entries[name] != nil }

  /// The bytes of an entry.
  ///
  /// - Returns: `nil` if there is no entry of that name.
  /// - Complexity: O(*n*) in the number of bytes unpacked.
  mutating func contents(of name: String) throws(Fault) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    if entry.flags & 0x41 != 0 { throw .encrypted }
    guard entry.unpacked <= Self.largestEntry, entry.unpacked <= left else {
      throw .damaged("\(name) unpacks to more than any document needs")
    }
    left -= entry.unpacked
    guard entry.unpacked <= 16 << 20 || entry.unpacked / Self.largestRatio <= entry.packed else {
      throw .damaged("\(name) unpacks to more than \(Self.largestRatio) times its size")
    }
    let packed = bytes[try place(of: entry, name)]
    let contents: [UInt8]?
    switch entry.method {
    case 0: contents = packed.count == entry.unpacked ? Array(packed) : nil
    case 8: contents = Inflating.inflated(packed, size: entry.unpacked)
    default: throw .damaged("\(name) is packed in a way that office programs do not use")
    }
    guard let contents, Inflating.checksum(contents) == entry.checksum else {
      throw .damaged("\(name) is not what was packed: the archive is damaged")
    }
    return contents
  }

  private func place(of entry: Entry, _ name: String) throws(Fault) -> Range<Int> {
    let header = entry.header
    guard header + 30 <= bytes.count, long(at: header) == 0x0403_4B50 else {
      throw .damaged("\(name) is not where the archive says")
    }
    let start = header + 30 + word(at: header + 26) + word(at: header + 28)
    guard start + entry.packed <= bytes.count else {
      throw .damaged("\(name) reaches beyond the end of the archive")
    }
    return start..<start + entry.packed
  }

  /// Where the record is that ends the list: at the end of the file, but for a comment.
  private static func endRecord(in bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let first = max(0, bytes.count - 22 - 0xFFFF)
    return (first...bytes.count - 22).reversed().first { start in
      bytes[start] == 0x50 && bytes[start + 1] == 0x4B && bytes[start + 2] == 0x05
        && bytes[start + 3] == 0x06
        && start + 22 + Int(bytes[start + 20]) + Int(bytes[start + 21]) << 8 <= bytes.count
    }
  }

  private func word(at index: Int) -> Int { Int(bytes[index]) | Int(bytes[index + 1]) << 8 }

  private func long(at index: Int) -> Int { word(at: index) | word(at: index + 2) << 16 }
}
