internal import Foundation
internal import PlanModel

/// A program as an importer.
struct ProcessImporter: Importer {
  let plugin: ProcessPlugin
  var name: String { plugin.name }
  var formats: [String] { plugin.manifest.formats ?? [plugin.name] }

  func accepts(_ source: ImportSource) -> Bool {
    let name = source.name.lowercased()
    return formats.contains { name.hasSuffix("." + $0.lowercased()) }
  }

  func draft(of source: ImportSource) throws -> PlanDraft {
    let file = source.name.split(separator: "/").last.map(String.init) ?? source.name
    let result = try plugin.result(of: "import", at: .importer, document: source.name) { form in
      form.object { form in
        form.name("source")
        form.object { form in
          form.member("base64", Data(source.bytes).base64EncodedString())
          form.member("name", file)
        }
      }
    }
    return try plugin.reading(at: .importer, document: source.name) { () throws(PluginFailure) in
      var draft = PlanDraft()
      for item in try result.items("blocks") { draft.blocks.append(try item.draftBlock()) }
      draft.metadata.title = result["title"]?.text
      draft.metadata.language = result["language"]?.text
      draft.diagnostics = try plugin.diagnostics(in: result, file: source.name)
      return draft
    }
  }
}

/// A program as a transformer.
struct ProcessTransformer: Transformer {
  let plugin: ProcessPlugin
  var name: String { plugin.name }

  func operations(for blocks: [TransformedBlock]) throws -> [TransformOperation] {
    let result = try plugin.result(of: "transform", at: .transformer, document: "the draft") {
      $0.object { $0.document(blocks.map { ($0.name, $0.block) }, PlanMetadata()) }
    }
    return try plugin.reading(at: .transformer, document: "the draft") { () throws(PluginFailure) in
      var operations: [TransformOperation] = []
      for item in try result.items("operations") { operations.append(try Self.operation(item)) }
      return operations
    }
  }

  private static func operation(_ item: JSONValue) throws(PluginFailure) -> TransformOperation {
    let name = item["op"]?.text ?? ""
    func reference(_ block: String = "block", _ expect: String = "expect") throws(PluginFailure)
      -> TransformOperation.Reference
    {
      guard let block = item[block]?.text, let expect = item[expect]?.text else {
        throw .badAnswer("the operation ‘\(name.prefix(24))’ needs \(block) and \(expect)")
      }
      return .init(block: block, expect: expect)
    }
    switch name {
    case "replaceText":
      return .replaceText(try reference(), text: try item.draftBlock().text)
    case "setKind": return .setKind(try reference(), try item.blockKind())
    case "setNumber": return .setNumber(try reference(), item["number"]?.text)
    case "split":
      guard let offset = item["at"]?.integer else { throw .badAnswer("split needs at") }
      return .split(try reference(), at: offset)
    case "merge":
      return .merge(
        try reference(), with: try reference("with", "expectWith"),
        separator: item["separator"]?.text ?? "")
    case "delete": return .delete(try reference())
    case "insertAfter":
      guard let block = item["insert"] else { throw .badAnswer("insertAfter needs insert") }
      return .insert(
        after: item["block"] == nil ? nil : try reference(), try block.draftBlock())
    default: throw .badAnswer("the operation ‘\(name.prefix(24))’ is unknown")
    }
  }
}

/// A program as an exporter.
struct ProcessExporter: Exporter {
  let plugin: ProcessPlugin
  var name: String { plugin.name }
  var format: String { plugin.manifest.formats?.first ?? plugin.name }
  var fileName: String { plugin.manifest.fileName ?? plugin.name }
  var mediaType: String { plugin.manifest.mediaType ?? "application/octet-stream" }

  func bytes(of register: NoteRegister) throws -> [UInt8] {
    try files(of: register).first { $0.path == fileName }?.bytes ?? []
  }

  func files(of register: NoteRegister) throws -> [ExportedFile] {
    let result = try plugin.result(of: "export", at: .exporter, document: register.version) {
      form in
      form.object { form in
        form.document(register.plan)
        form.member("format", format)
        form.notes(register)
        form.member("title", register.title)
        form.member("version", register.version)
      }
    }
    return try plugin.reading(at: .exporter, document: register.version) {
      () throws(PluginFailure) in
      var files: [ExportedFile] = []
      for item in try result.items("files") { files.append(try file(item)) }
      guard files.contains(where: { $0.path == fileName }) else {
        throw .badAnswer("there is no file ‘\(fileName)’")
      }
      return files
    }
  }

  private func file(_ item: JSONValue) throws(PluginFailure) -> ExportedFile {
    let path = item["path"]?.text ?? fileName
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isSafe =
      parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.contains("\\") }
      && !path.unicodeScalars.contains { $0.value < 0x20 }
    guard isSafe, path.utf8.count <= 200 else {
      throw .badAnswer("the path ‘\(path.prefix(60))’ does not stay inside its folder")
    }
    let bytes: [UInt8]
    if let text = item["text"]?.text {
      bytes = Array(text.utf8)
    } else if let data = item["base64"]?.text.flatMap({ Data(base64Encoded: $0) }) {
      bytes = Array(data)
    } else {
      throw .badAnswer("the file ‘\(path)’ has neither text nor base64")
    }
    return ExportedFile(
      path: path, mediaType: item["mediaType"]?.text ?? mediaType, bytes: bytes)
  }
}

/// A program as a contributor of parts of pages.
struct ProcessContributor: PageContributor {
  let plugin: ProcessPlugin
  var name: String { plugin.name }

  func parts(for register: NoteRegister) throws -> [PagePart] {
    let result = try plugin.result(of: "parts", at: .pages, document: register.version) { form in
      form.object { form in
        form.document(register.plan)
        form.notes(register)
        form.member("title", register.title)
        form.member("version", register.version)
      }
    }
    return try plugin.reading(at: .pages, document: register.version) { () throws(PluginFailure) in
      var parts: [PagePart] = []
      for item in try result.items("parts") {
        guard let slot = PagePart.Slot(rawValue: item["slot"]?.text ?? "") else {
          throw .badAnswer("there is no slot ‘\(item["slot"]?.text?.prefix(24) ?? "")’")
        }
        var content: [PageContent] = []
        for value in try item.items("content") { content.append(try Self.content(value, depth: 0)) }
        if let fault = content.lazy.compactMap(\.fault).first {
          throw .badAnswer("a part \(fault)")
        }
        parts.append(PagePart(slot: slot, content: content))
      }
      return parts
    }
  }

  /// Text, or a list: the element's name, perhaps an object of attributes, and what it holds.
  private static func content(_ value: JSONValue, depth: Int) throws(PluginFailure) -> PageContent {
    guard depth <= 64 else { throw .badAnswer("a part is nested more than 64 deep") }
    if let text = value.text { return .text(text) }
    guard let list = value.list, let name = list.first?.text else {
      throw .badAnswer("a part holds what is neither text nor an element")
    }
    var rest = list.dropFirst()
    var attributes: [PageContent.Attribute] = []
    if case .object(let members)? = rest.first {
      for (key, value) in members.sorted(by: { $0.key < $1.key }) {
        guard
          let text = value.text ?? value.integer.map(String.init) ?? value.number.map({ "\($0)" })
        else { throw .badAnswer("the attribute ‘\(key.prefix(24))’ is no text") }
        attributes.append(.init(key, text))
      }
      rest = rest.dropFirst()
    }
    var contents: [PageContent] = []
    for value in rest { contents.append(try content(value, depth: depth + 1)) }
    return .element(name, attributes, contents)
  }
}
