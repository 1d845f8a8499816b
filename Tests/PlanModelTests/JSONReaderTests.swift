import Foundation
import Fuzzing
import PlanModel
import Testing

/// Reading JSON says the same as the system's own reader, and where it is wrong.
@Suite struct `Reading JSON` {
  /// A value in a form that can be compared; members stand in the order of their names.
  private func form(_ reader: inout JSONReader) throws(JSONReader.Fault) -> String {
    switch try reader.sort() {
    case .null:
      try reader.null()
      return "null"
    case .flag: return try reader.flag() ? "true" : "false"
    case .number: return "\(try reader.number())"
    case .text: return try reader.text().debugDescription
    case .list:
      var parts: [String] = []
      try reader.list { (reader) throws(JSONReader.Fault) in parts.append(try form(&reader)) }
      return "[" + parts.joined(separator: ",") + "]"
    case .object:
      var parts: [String: String] = [:]
      try reader.object { (reader, name) throws(JSONReader.Fault) in
        parts[name] = try form(&reader)
      }
      return "{" + parts.map { "\($0.debugDescription):\($1)" }.sorted().joined(separator: ",")
        + "}"
    }
  }

  private func form(of bytes: [UInt8]) throws(JSONReader.Fault) -> String {
    var reader = JSONReader(bytes)
    let form = try form(&reader)
    try reader.end()
    return form
  }

  /// The same by Foundation.
  private func reference(_ bytes: [UInt8]) -> String? {
    func form(_ value: Any) -> String {
      switch value {
      case is NSNull: "null"
      case let text as String: text.debugDescription
      case let list as [Any]: "[" + list.map(form).joined(separator: ",") + "]"
      case let members as [String: Any]:
        "{" + members.map { "\($0.debugDescription):\(form($1))" }.sorted().joined(separator: ",")
          + "}"
      case let number as NSNumber:
        unsafe String(cString: number.objCType) == "c"
          ? (number.boolValue ? "true" : "false") : "\(number.doubleValue)"
      default: "?"
      }
    }
    return (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed))
      .map(form)
  }

  @Test(arguments: [
    "{}", "[]", " [ 1 , 2.5e3 , -0.25, 1E2, -7 ] ", #"{"甲":"乙","b":[true,false,null]}"#,
    #""\"\\\/\b\f\n\r\t\u6c5f\ud83c\udf0a""#, "9007199254740993", "[[[[]]],{}]", "\"\"",
    "{\"a\":{\"b\":{}}}",
  ])
  func `gives what stands there`(text: String) throws {
    #expect(try form(of: Array(text.utf8)) == reference(Array(text.utf8)))
  }

  @Test(arguments: [
    ("", 0, "a value"), ("[1,]", 3, "a value"), ("{\"a\" 1}", 5, "‘:’"), ("[1 2]", 3, "‘,’ or ‘]’"),
    ("{\"a\":1,}", 7, "a string"), ("[01]", 1, "no zero before a number"),
    ("[1.]", 3, "a digit behind the point"), ("nul", 0, "null"), ("1 1", 2, "the end of the text"),
    ("\"a", 2, "‘\"’ at the end of the string"),
    ("\"\\ud800\"", 1, "both halves of a surrogate pair"),
    ("\"\\x\"", 1, "an escape that JSON has"), ("\"\u{1}\"", 1, "no control character in a string"),
    ("1e999", 0, "a number of at most 1.8e308"), ("'a'", 0, "a value"),
  ])
  func `says where and what would be right`(text: String, byte: Int, expected: String) {
    let fault = #expect(throws: JSONReader.Fault.self) { try form(of: Array(text.utf8)) }
    #expect(fault?.byte == byte)
    #expect(fault?.expected == expected)
  }

  @Test func `counts lines and columns for a person`() {
    let bytes = Array("{\n  \"甲乙\": x\n}".utf8)
    let fault = #expect(throws: JSONReader.Fault.self) { try form(of: bytes) }
    let place = fault?.diagnostic(in: bytes, file: "a.json").place
    #expect(place == FilePlace(file: "a.json", line: 2, column: 9))
  }

  @Test func `stays bounded`() {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(throws: JSONReader.Fault.self) { try form(of: deep) }
    #expect(throws: JSONReader.Fault.self) { try form(of: [0x22, 0xFF, 0x22]) }
  }

  @Test func `agrees with the system's reader on what mutation makes`() {
    let seeds = [
      #"{"a":[1,-2.5,1e3,true,false,null],"b\n":"\u6c5f苏","c":{"d":[[],{}]}}"#,
      #"[{"id":"h-1","source":{"bytes":[0,12],"lines":[1,1]}},"x",0.5]"#,
    ].map { Array($0.utf8) }
    let alphabet = Array(#"{}[]",:\u0123456789eE+-.truefalsn xd8"#.utf8) + [0x09, 0x01]
    var chance = SplitMix64(seed: 7)
    for round in 0..<20_000 {
      var bytes = seeds[round % seeds.count]
      for _ in 0...Int.random(in: 0..<3, using: &chance) {
        let place = Int.random(in: 0..<bytes.count, using: &chance)
        switch Int.random(in: 0..<3, using: &chance) {
        case 0: bytes[place] = alphabet.randomElement(using: &chance) ?? 0
        case 1: bytes.insert(alphabet.randomElement(using: &chance) ?? 0, at: place)
        default: bytes.remove(at: place)
        }
      }
      // The system's reader lets a comma pass before the end, and knows no −0 among whole numbers.
      let text = String(decoding: bytes, as: UTF8.self)
      let ours = (try? form(of: bytes))?.replacing("-0.0", with: "0.0")
      guard ours != nil || !text.contains(/,[ \t\r\n]*[\]}]/) else { continue }
      #expect(ours == reference(bytes)?.replacing("-0.0", with: "0.0"), "\(text)")
    }
  }
}
