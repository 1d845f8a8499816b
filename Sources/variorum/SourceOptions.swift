import ArgumentParser
import PluginKit
import Workspace

/// What a person may say of a source that is read.
struct SourceOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The source; - is standard input.", valueName: "source"))
  var source: String

  @Option(
    help:
      "The format of the source: text, markdown, html, docx, odt, epub or pdf; found out if not given."
  )
  var from: String?

  @Option(
    help: """
      The encoding of the source, such as UTF-8, GB18030, Big5, Shift_JIS, EUC-KR, windows-1252 or \
      ISO-8859-2; most are found without being named.
      """)
  var encoding: String?

  @Option(help: "The place in the plan's numbering at which the text begins.")
  var startsIn: String?

  /// Reads the source.
  func read() throws -> ImportSource {
    ImportSource(
      name: source, bytes: try SourceFile(source).read(), encoding: encoding, startsIn: startsIn)
  }
}
