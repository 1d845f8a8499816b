import Annotations
import ArgumentParser
import PlanModel
import Workspace

extension AnnotationCommands {
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes a note into a file of notes.",
      discussion: """
        The passage is named by its words, or by a paragraph and the numbers of its sentences. \
        Words that stand in several places are listed with their paragraphs, to choose from. The \
        file keeps its comments, its order and every byte that is in it.

        EXAMPLES
          variorum annotations add --kind task --quote 加快推进5G网络建设 \\
            --set lead=工业和信息化部 --set "support=上海市、江苏省" --set deadline=2025
          variorum annotations add --kind task --paragraph p-7k3m9xq2 --sentences 2-3 \\
            --set "deadline=horizon 2025" --set deadline.text=规划期至2025年 --set basis=text
          variorum annotations add --kind indicator --quote 达到65% --set "target=>=65 %"

        FIELDS
          agencies   names between 、 or ;   (等 behind a name leaves the list open)
          dates      2025, 2025-06-30, "horizon 2025", "within 2021/2025", "recurring 每年3月底前"
          amounts    65 %, ">= 65 %"; target.text holds the plan's words
          status     "2021-06-30 done https://… remark"
          others     basis, source, continues and note, and the text of any other field
        """)

    @Option(help: "The note's kind, as kinds.yml has it.")
    var kind: String = "comment"

    @Option(help: "The words of the passage.")
    var quote: String?

    @Option(help: "The paragraph in which the passage begins.")
    var paragraph: String?

    @Option(help: "The sentences of the paragraph, counted from 1: 2 or 2-4.")
    var sentences: String?

    @Option(help: "Which one, counted from 1, where the words stand in several places.")
    var occurrence: Int?

    @Option(help: "The words before the quote, where it stands several times.")
    var prefix: String?

    @Option(help: "The words behind the quote.")
    var suffix: String?

    @Option(help: ArgumentHelp("A field of the note; may be given again.", valueName: "key=value"))
    var set: [String] = []

    @Option(help: "The note's name; made of its kind and paragraph by default.")
    var id: String?

    @Option(
      name: .customLong("in"),
      help: "The version; the one that readers are led to by default.")
    var version: String?

    @Option(help: "The file in Annotations/.")
    var file: String = "notes.yml"

    @Flag(help: "Show what would be written, and write nothing.")
    var dryRun = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
      if quote == nil, paragraph == nil {
        throw ValidationError("name the passage: --quote WORDS, or --paragraph ID")
      }
      if sentences != nil, paragraph == nil || quote != nil {
        throw ValidationError("--sentences goes with --paragraph and without --quote")
      }
      if let wrong = set.first(where: { !$0.contains("=") || $0.hasPrefix("=") }) {
        throw ValidationError("‘\(wrong)’ isn't of the form key=value")
      }
    }

    func run() throws {
      try common.run {
        let project = try common.openProject()
        let selected = SelectedPassage(
          quote: quote, prefix: prefix, suffix: suffix, paragraph: paragraph,
          sentences: sentences, occurrence: occurrence)
        let pairs = set.map { pair in
          let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
          return (key: String(parts[0]), text: String(parts[1]))
        }
        let written = try project.add(
          kind: kind, id: id, fields: pairs, on: selected, in: version, to: file, isTrial: dryRun)
        StandardOutput.write(dryRun ? written.text : written.summary)
        return written.diagnostics
      }
    }
  }

  struct Decide: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Stores what a person decided about a note's place in a version.",
      discussion: """
        A decision is written into the note and wins over what is computed from then on.

        EXAMPLES
          variorum annotations decide ports-zhoushan confirmed --in 2024-06-01-demo
          variorum annotations decide gas-plan reattached --in 2024-06-01-demo \\
            --quote 完善区域油气设施布局
          variorum annotations decide old-target retired --in 2024-06-01-demo
        """)

    @Argument(help: "The note's name.")
    var note: String

    @Argument(
      help: "confirmed: the place is right; reattached: it is --quote; retired: it has none.")
    var decision: Verdict

    @Option(name: .customLong("in"), help: "The version.")
    var version: String

    @Option(help: "The words to which the note is reattached.")
    var quote: String?

    @Option(help: "The paragraph in which they stand.")
    var paragraph: String?

    @OptionGroup var common: CommonOptions

    enum Verdict: String, ExpressibleByArgument, CaseIterable {
      case confirmed
      case reattached
      case retired
    }

    func validate() throws {
      if decision == .reattached, quote == nil {
        throw ValidationError("name the words to which the note is reattached: --quote WORDS")
      }
      if decision != .reattached, quote != nil || paragraph != nil {
        throw ValidationError("--quote and --paragraph go with ‘reattached’")
      }
    }

    func run() throws {
      try common.run {
        let block = try paragraph.map { text in
          guard let id = BlockID(text) else {
            throw DocumentError(code: "bad-identifier", "‘\(text)’ is no block's identifier")
          }
          return id
        }
        let written = try common.openProject().decide(
          Annotation.Decision(
            version: version, verdict: .init(rawValue: decision.rawValue) ?? .confirmed,
            paragraph: block, quote: quote), on: note)
        StandardOutput.write(written.summary)
        return written.diagnostics
      }
    }
  }
}
