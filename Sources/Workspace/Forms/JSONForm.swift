internal import Foundation
internal import PlanModel

/// Writes and reads the JSON of the toolkit: sorted keys, no escaped slashes, the same bytes for the
/// same value.
enum JSONForm {
  static func bytes(of value: some Encodable, isPretty: Bool = false) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
  }

  static func value<Value: Decodable>(_ type: Value.Type, of bytes: [UInt8], file: String) throws
    -> Value
  {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch {
      throw DocumentError(
        code: "bad-json", "the file does not have the form that is expected",
        at: FilePlace(file: file))
    }
  }
}
