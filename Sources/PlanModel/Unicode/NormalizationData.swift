/// The mappings behind Normalization Form KC: full compatibility decompositions and primary
/// composites, decoded once from the generated records.
struct NormalizationData: Sendable {
  /// The tables of the Unicode version named in the generated file.
  static let standard = NormalizationData(
    decompositions: decompositionRecords, compositions: compositionRecords)

  /// For each block of 128 scalars, the place of its entries; 0 is the empty block.
  private var blocks: [UInt16]
  /// Start and length of a mapping, packed as `start << 5 | length`; 0 is none.
  private var entries: [UInt32]
  private var mappings: [Unicode.Scalar]
  private var composites: [UInt64: Unicode.Scalar]

  private init(decompositions: StaticString, compositions: StaticString) {
    blocks = Array(repeating: 0, count: 0x11_0000 >> 7)
    entries = Array(repeating: 0, count: 128)
    mappings = []
    composites = [:]
    for record in NormalizationRecord.all(in: decompositions) {
      for step in 0..<record.count {
        enter(record.start + step, record.mapping.map { $0 + step })
      }
    }
    for record in NormalizationRecord.all(in: compositions) where record.mapping.count == 2 {
      composites[Self.key(record.mapping[0], record.mapping[1])] = Unicode.Scalar(record.start)
    }
  }

  private mutating func enter(_ scalar: UInt32, _ mapping: [UInt32]) {
    let block = Int(scalar >> 7)
    if blocks[block] == 0 {
      blocks[block] = UInt16(entries.count >> 7)
      entries += Array(repeating: 0, count: 128)
    }
    let entry = Int(blocks[block]) << 7 | Int(scalar & 127)
    entries[entry] = UInt32(mappings.count) << 5 | UInt32(mapping.count)
    mappings += mapping.compactMap(Unicode.Scalar.init)
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }

  /// The full compatibility decomposition of a scalar other than a Hangul syllable; empty if it
  /// stands for itself.
  func decomposition(of scalar: Unicode.Scalar) -> ArraySlice<Unicode.Scalar> {
    let entry = entries[Int(blocks[Int(scalar.value >> 7)]) << 7 | Int(scalar.value & 127)]
    let start = Int(entry >> 5)
    return mappings[start..<start + Int(entry & 31)]
  }

  /// The primary composite of two scalars, Hangul apart.
  func composite(of first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    composites[Self.key(first.value, second.value)]
  }
}

/// One record of the generated tables: `gap=mapping` or `gap*count=first`.
private struct NormalizationRecord {
  var start: UInt32 = 0
  var count: UInt32 = 1
  var mapping: [UInt32] = []

  static func all(in records: StaticString) -> [NormalizationRecord] {
    var all: [NormalizationRecord] = []
    var current = NormalizationRecord()
    var number: UInt32 = 0
    var last: UInt32 = 0
    var countsRun = false
    for byte in records.description.utf8 {
      switch byte {
      case UInt8(ascii: "*"):
        current.start = last + number
        countsRun = true
      case UInt8(ascii: "="):
        if countsRun { current.count = number } else { current.start = last + number }
      case UInt8(ascii: "+"):
        current.mapping.append(number)
      case UInt8(ascii: " "):
        current.mapping.append(number)
        all.append(current)
        last = current.start
        current = NormalizationRecord()
        countsRun = false
      default:
        number = number << 4 | UInt32(byte & 15) + (byte > UInt8(ascii: "9") ? 9 : 0)
        continue
      }
      number = 0
    }
    current.mapping.append(number)
    all.append(current)
    return all
  }
}
