internal import Foundation
internal import PlanModel

/// A JSON value of unknown form, for what comes from other tools.
public enum JSONValue: Decodable {
  /// An object.
  case object([String: JSONValue])
  /// An array.
  case array([JSONValue])
  /// A string.
  case text(String)
  /// A number.
  case number(Double)
  /// A truth value.
  case flag(Bool)
  /// The absence of a value.
  case null

  /// Reads any value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// A member of an object.
  public subscript(key: String) -> JSONValue? {
    if case .object(let values) = self { values[key] } else { nil }
  }

  /// The string, if it is one.
  public var text: String? {
    if case .text(let value) = self { value } else { nil }
  }

  /// The whole number, if it is one.
  public var integer: Int? {
    if case .number(let value) = self { Int(exactly: value) } else { nil }
  }

  /// The elements of an array; anything else counts as an array of one.
  public var elements: [JSONValue] {
    if case .array(let values) = self { values } else { [self] }
  }
}

extension JSONValue {
  /// Reads a file.
  ///
  /// - Throws: A `DocumentError` if it is no JSON.
  init(_ bytes: [UInt8], file: String) throws {
    do {
      self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    } catch {
      throw DocumentError(code: "bad-json", "the file is no JSON", at: FilePlace(file: file))
    }
  }
}
