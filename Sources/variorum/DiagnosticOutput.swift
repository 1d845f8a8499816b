import ArgumentParser
import Foundation
import PlanModel
import Workspace

/// Writes diagnostics to standard error: `file:line:column: severity: message [code]`.
struct DiagnosticOutput {
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  var form: Form

  func write(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    switch form {
    case .json:
      guard let bytes = try? diagnosticsJSON(diagnostics) else { return }
      try? FileHandle.standardError.write(contentsOf: bytes)
    case .text:
      var excerpts = SourceExcerpts()
      let text = diagnostics.map { self.text($0, excerpts: &excerpts) }.joined()
      try? FileHandle.standardError.write(contentsOf: Array(text.utf8))
    }
  }

  private func text(_ diagnostic: Diagnostic, excerpts: inout SourceExcerpts) -> String {
    var text = ""
    if let place = diagnostic.place {
      text += "\(place.file):\(place.line):\(place.column): "
    }
    text += "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code)]\n"
    if diagnostic.severity > .note, let place = diagnostic.place {
      text += excerpts.excerpt(at: place)
    }
    if let help = diagnostic.help { text += "  help: \(help)\n" }
    // A message may quote a document or a plugin, and neither is to steer the terminal.
    let shown = text.unicodeScalars.map { $0 == "\n" ? $0 : $0.shownOnTerminal }
    return String(String.UnicodeScalarView(shown))
  }
}

/// The lines at which diagnostics point, with a caret under the place.
private struct SourceExcerpts {
  private var lines: [String: TextLines] = [:]

  mutating func excerpt(at place: FilePlace) -> String {
    let lines = linesOfFile(place.file)
    guard lines.indices.contains(place.line - 1) else { return "" }
    let scalars = Array(lines[place.line - 1].unicodeScalars)
    // A paragraph can be one long line: the part around the place is enough.
    let start = max(0, min(place.column - 1, scalars.count) - 30)
    let end = min(scalars.count, start + 60)
    let shown = scalars[start..<end].map { $0.properties.generalCategory == .control ? " " : $0 }
    let before = shown.prefix(max(0, place.column - 1 - start)).reduce(0) { $0 + width($1) }
    let under = shown.dropFirst(max(0, place.column - 1 - start)).prefix(max(1, place.length))
    let carets = max(1, under.reduce(0) { $0 + width($1) })
    let number = String(place.line)
    let margin = String(repeating: " ", count: number.count)
    return "  \(number) | \(String(String.UnicodeScalarView(shown)))\n"
      + "  \(margin) | \(String(repeating: " ", count: before))"
      + String(repeating: "^", count: carets) + "\n"
  }

  private func width(_ scalar: Unicode.Scalar) -> Int { scalar.value >= 0x2E80 ? 2 : 1 }

  private mutating func linesOfFile(_ file: String) -> TextLines {
    if let known = lines[file] { return known }
    let bytes = (try? SourceFile(file == "-" ? "" : file).read()) ?? []
    let found = bytes.count <= 4 << 20 ? sourceLines(bytes) : []
    lines[file] = found
    return found
  }
}
