internal import Foundation

/// A value of JSON, for messages whose parts a plugin may leave out or add to.
package enum JSONValue: Sendable, Hashable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// A member of an object; `nil` if there is none or it is `null`: absent and null mean the same.
  package subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self, let value = members[key], value != .null else {
      return nil
    }
    return value
  }

  package var text: String? { if case .text(let text) = self { text } else { nil } }
  package var list: [JSONValue]? { if case .list(let list) = self { list } else { nil } }
  package var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
  package var number: Double? { if case .number(let number) = self { number } else { nil } }

  /// A whole number; `nil` for what has a fraction or doesn't fit.
  package var integer: Int? { number.flatMap { Int(exactly: $0) } }
}

extension JSONValue: Codable {
  package init(from decoder: any Decoder) throws {
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
          in: container, debugDescription: "a value that no message can hold")
      }
      self = .null
    }
  }

  package func encode(to encoder: any Encoder) throws {
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

  /// The value of one line; `nil` if that is no JSON, or nested more deeply than the parser goes.
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
