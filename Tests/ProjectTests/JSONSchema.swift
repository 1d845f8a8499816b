import Foundation
import PluginKit

/// A JSON Schema of draft 4 in a folder of schemas that refer to each other by their files' names: as
/// much of the draft as the schemas of the Web Annotation Data Model use.
struct JSONSchema {
  /// The schemas to which others refer, by their files' names.
  var definitions: [String: JSONValue]
  /// The schema.
  var root: JSONValue

  /// Keywords that only describe.
  private static let silent: Set = [
    "$schema", "id", "title", "description", "definitions", "assertionType", "expectedResult",
    "onUnexpectedResult", "errorMessage",
    // A slip in the schemas, which no validator reads.
    "$ref ",
  ]

  /// Whether a value is as the schema wants it.
  func allows(_ value: JSONValue) throws -> Bool { try allows(value, root, in: root) }

  private func allows(_ value: JSONValue, _ schema: JSONValue, in file: JSONValue) throws -> Bool {
    guard case .object(let keywords) = schema else { throw Fault("a schema must be an object") }
    if let reference = keywords["$ref"]?.text {
      let (target, file) = try resolved(reference, in: file)
      return try allows(value, target, in: file)
    }
    return try keywords.allSatisfy { keyword, argument in
      try meets(keyword, argument, value, keywords, file)
    }
  }

  private func meets(
    _ keyword: String, _ argument: JSONValue, _ value: JSONValue, _ schema: [String: JSONValue],
    _ file: JSONValue
  ) throws -> Bool {
    func matches(_ schemas: JSONValue) throws -> Int {
      try schemas.elements.count { try allows(value, $0, in: file) }
    }
    let members: [String: JSONValue]? =
      if case .object(let members) = value { members } else { nil }
    switch keyword {
    case "type": return argument.elements.contains { isOfType(value, $0.text ?? "") }
    case "enum": return argument.elements.contains(value)
    case "not": return try !allows(value, argument, in: file)
    case "allOf": return try matches(argument) == argument.elements.count
    case "anyOf": return try matches(argument) > 0
    case "oneOf": return try matches(argument) == 1
    case "required":
      return members.map { found in argument.elements.allSatisfy { found[$0.text ?? ""] != nil } }
        ?? true
    case "properties":
      guard case .object(let schemas) = argument else { return false }
      return try (members ?? [:]).allSatisfy { name, value in
        try schemas[name].map { try allows(value, $0, in: file) } ?? true
      }
    case "patternProperties":
      guard case .object(let schemas) = argument else { return false }
      return try (members ?? [:]).allSatisfy { name, value in
        try schemas.allSatisfy { pattern, schema in
          try !fits(name, pattern) || allows(value, schema, in: file)
        }
      }
    case "additionalProperties":
      guard argument.flag == false, case .object(let known)? = schema["properties"] else {
        throw Fault("additionalProperties")
      }
      return (members ?? [:]).keys.allSatisfy { known[$0] != nil }
    case "dependencies":
      guard case .object(let needs) = argument else { return false }
      return try needs.allSatisfy { name, schema in
        guard let members, members[name] != nil else { return true }
        guard let names = schema.list else { return try allows(value, schema, in: file) }
        return names.allSatisfy { members[$0.text ?? ""] != nil }
      }
    case "items": return try (value.list ?? []).allSatisfy { try allows($0, argument, in: file) }
    case "minItems": return value.list.map { $0.count >= argument.integer ?? 0 } ?? true
    case "maxItems": return value.list.map { $0.count <= argument.integer ?? 0 } ?? true
    case "minimum":
      guard let number = value.number, let least = argument.number else { return true }
      return schema["exclusiveMinimum"]?.flag == true ? number > least : number >= least
    case "exclusiveMinimum": return true
    case "pattern": return try value.text.map { try fits($0, argument.text ?? "") } ?? true
    case "format": return try value.text.map { try isFormatted($0, argument.text ?? "") } ?? true
    default:
      if Self.silent.contains(keyword) { return true }
      throw Fault("the keyword ‘\(keyword)’ isn't known")
    }
  }

  private func isOfType(_ value: JSONValue, _ type: String) -> Bool {
    switch value {
    case .null: type == "null"
    case .flag: type == "boolean"
    case .number: type == "number" || (type == "integer" && value.integer != nil)
    case .text: type == "string"
    case .list: type == "array"
    case .object: type == "object"
    }
  }

  private func fits(_ text: String, _ pattern: String) throws -> Bool {
    try text.contains(Regex(pattern))
  }

  /// RFC 3986, 4.3, an absolute address with or without a fragment; RFC 3339, 5.6, a time.
  private func isFormatted(_ text: String, _ format: String) throws -> Bool {
    switch format {
    case "uri": try fits(text, #"^[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>"{}|\\^`]+$"#)
    case "date-time":
      try fits(text, #"^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-6]\d(\.\d+)?(Z|[+\-]\d\d:\d\d)$"#)
    default: throw Fault("the format ‘\(format)’ isn't known")
    }
  }

  private func resolved(
    _ reference: String, in file: JSONValue
  ) throws -> (schema: JSONValue, file: JSONValue) {
    let parts = reference.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
    let found = parts[0].isEmpty ? file : definitions[parts[0]]
    let path = parts.count > 1 ? parts[1].split(separator: "/").map(String.init) : []
    guard let found, let schema = path.reduce(found, { $0?[$1] }) else {
      throw Fault("nothing stands at ‘\(reference)’")
    }
    return (schema, found)
  }

  /// What a schema asks that isn't understood here.
  struct Fault: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
  }
}
