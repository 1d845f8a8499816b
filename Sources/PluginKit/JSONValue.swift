internal import Foundation
internal import PlanModel

/// A JSON value of unknown form (RFC 8259), for what comes from other programs.
///
/// ```swift
/// let root = try JSONValue(source.bytes, file: source.name)
/// for row in root["rows"]?.elements ?? [] { print(row["text"]?.text ?? "") }
/// ```
public enum JSONValue: Sendable, Hashable {
  /// The absence of a value.
  case null
  /// A truth value.
  case flag(Bool)
  /// A number.
  case number(Double)
  /// A string.
  case text(String)
  /// An array.
  case list([JSONValue])
  /// An object; its members have no order.
  case object([String: JSONValue])

  /// A member of an object; `nil` if there is none or it is `null`: absent and null mean the same.
  public subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self, let value = members[key], value != .null else {
      return nil
    }
    return value
  }

  /// The string, if it is one.
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The elements, if it is an array.
  public var list: [JSONValue]? { if case .list(let list) = self { list } else { nil } }
  /// The truth value, if it is one.
  public var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
  /// The number, if it is one.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }
  /// A whole number; `nil` for what has a fraction or doesn't fit.
  public var integer: Int? { number.flatMap { Int(exactly: $0) } }
  /// The elements of an array; anything else counts as an array of one.
  public var elements: [JSONValue] { list ?? [self] }
}

extension JSONValue: Codable {
  /// Reads any value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // The commonest first: each that doesn't fit costs an error.
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let members = try? container.decode([String: JSONValue].self) {
      self = .object(members)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else {
      guard container.decodeNil() else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "a value that JSON has no form for")
      }
      self = .null
    }
  }

  /// Writes the value; a whole number stands without a fraction.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .flag(let flag): try container.encode(flag)
    case .number(let number):
      if let whole = Int(exactly: number) {
        try container.encode(whole)
      } else {
        try container.encode(number)
      }
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .object(let members): try container.encode(members)
    }
  }
}

extension JSONValue {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - file: Its name, for messages.
  /// - Throws: A `DocumentError` if it is no JSON, or nested more deeply than the reader goes.
  public init(_ bytes: [UInt8], file: String) throws {
    guard let value = JSONValue(line: bytes) else {
      throw DocumentError(code: "bad-json", "the file is no JSON", at: FilePlace(file: file))
    }
    self = value
  }

  /// The value of one line, or of a file; `nil` if that is no JSON, or nested more deeply than the parser goes.
  package init?(line: [UInt8]) {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(line)) else {
      return nil
    }
    self = value
  }

  /// The value on one line, its members in the order of their names.
  package var line: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array((try? encoder.encode(self)) ?? Data())
  }
}
