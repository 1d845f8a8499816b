import Foundation

/// Feeds a parser with mutated inputs: two hundred of them, or `VARIORUM_FUZZ_INPUTS`, the same in each
/// run; or as many as fit into `VARIORUM_FUZZ_SECONDS` seconds, always others.
///
/// A run by the clock writes each input to `variorum-fuzz-NAME` in the temporary folder before it is
/// parsed, so that the one that crashed the parser is there afterwards.
///
/// - Parameters:
///   - name: The parser's name.
///   - samples: Good inputs.
///   - fragments: Pieces that mean something to the parser.
///   - parse: Parses an input and checks what must hold of every result.
/// - Throws: What `parse` throws.
public func fuzz(
  _ name: String, samples: [[UInt8]], fragments: [String], parse: ([UInt8]) throws -> Void
) throws {
  let environment = ProcessInfo.processInfo.environment
  let seconds = environment["VARIORUM_FUZZ_SECONDS"].flatMap(Double.init)
  let inputs = environment["VARIORUM_FUZZ_INPUTS"].flatMap(Int.init) ?? 200
  let end = seconds.map { Date(timeIntervalSinceNow: $0) }
  let seed = seconds == nil ? 1 : UInt64(Date().timeIntervalSince1970)
  var mutator = Mutator(seed: seed, samples: samples, fragments: fragments.map { Array($0.utf8) })
  let record = FileManager.default.temporaryDirectory.appending(path: "variorum-fuzz-\(name)")
  var count = 0
  while end.map({ Date() < $0 }) ?? (count < inputs) {
    let input = mutator.next()
    if end != nil { try Data(input).write(to: record) }
    try parse(input)
    count += 1
  }
}
