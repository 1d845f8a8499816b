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

  @Option(help: "The encoding of the source: UTF-8, UTF-16LE, UTF-16BE or GB18030.")
  var encoding: String?

  @Option(help: "The place in the plan's numbering at which the text begins.")
  var startsIn: String?

  /// Reads the source.
  func read() throws -> ImportSource {
    ImportSource(
      name: source, bytes: try SourceFile(source).read(), encoding: encoding, startsIn: startsIn)
  }
}
