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

extension JSONValue: Encodable {
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
  /// - Throws: A `DocumentError` with the place if it is no JSON, or nested more deeply than
  ///   `JSONReader` goes.
  public init(_ bytes: [UInt8], file: String) throws {
    do {
      self = try Self.read(bytes)
    } catch {
      throw DocumentError([error.diagnostic(in: bytes, file: file)])
    }
  }

  /// The value of one line; `nil` if that is no JSON, or nested more deeply than the reader goes.
  package init?(line: [UInt8]) {
    guard let value = try? Self.read(line) else { return nil }
    self = value
  }

  private static func read(_ bytes: [UInt8]) throws(JSONReader.Fault) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try JSONValue(from: &reader)
    try reader.end()
    return value
  }

  /// Reads the next value.
  ///
  /// - Throws: A fault if it is no JSON.
  private init(from reader: inout JSONReader) throws(JSONReader.Fault) {
    switch try reader.sort() {
    case .null:
      try reader.null()
      self = .null
    case .flag: self = .flag(try reader.flag())
    case .number: self = .number(try reader.number())
    case .text: self = .text(try reader.text())
    case .list:
      var list: [JSONValue] = []
      try reader.list { (reader) throws(JSONReader.Fault) in
        list.append(try JSONValue(from: &reader))
      }
      self = .list(list)
    case .object:
      var members: [String: JSONValue] = [:]
      try reader.object { (reader, name) throws(JSONReader.Fault) in
        members[name] = try JSONValue(from: &reader)
      }
      self = .object(members)
    }
  }

  /// The value on one line, its members in the order of their names.
  package var line: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array((try? encoder.encode(self)) ?? Data())
  }
}
