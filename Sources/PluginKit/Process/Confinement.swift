internal import Subprocess
internal import SystemPackage

/// How far the system can confine a program: found out once, by trying.
///
/// `unshare` gives a program a network of its own with nothing in it, and a space of processes of its
/// own, so that everything it has started ends with it; `prlimit` bounds its memory. Where a system
/// allows neither, programs run without, and ``networkIsCut`` says so.
package struct Confinement: Sendable {
  /// What stands before a program's own words.
  private let network: [String]
  private let processes: [String]
  private let memory: [String]

  /// The most that a program may hold in memory, in bytes: 2 GiB.
  static let mostMemory = 2 << 30

  /// Whether the network is cut for those that don't ask for it.
  package var networkIsCut: Bool { !network.isEmpty }

  /// What this system can do.
  package static let ofSystem = Confinement()

  private init() {
    func found(_ words: [String]) -> [String] {
      ExternalProgram.path(of: words[0]).map { [$0] + words.dropFirst() } ?? words
    }
    func works(_ words: [String]) -> Bool {
      AsynchronousWork.waiting {
        let outcome = try? await run(
          .program(words[0]), arguments: Arguments(words.dropFirst() + ["true"]), input: .none,
          output: .discarded, error: .discarded)
        return outcome?.terminationStatus.isSuccess == true
      }
    }
    let unshare = found(["unshare", "--map-root-user", "--pid", "--fork", "--kill-child"])
    let cut = unshare + ["--net"]
    let limit = found(["prlimit", "--data=\(Self.mostMemory)", "--core=0"])
    // Mostly all of it works, and one try tells.
    if works(cut + limit) {
      (network, processes, memory) = (cut, unshare, limit)
      return
    }
    network = works(cut) ? cut : []
    processes = !network.isEmpty || works(unshare) ? unshare : []
    memory = works(limit) ? limit : []
  }

  /// The words that run a program confined; the first of them with its path, if it has one.
  package func words(_ command: [String], needsNetwork: Bool) -> [String] {
    var words = (needsNetwork || network.isEmpty ? processes : network) + memory + command
    if let path = ExternalProgram.path(of: words[0]) { words[0] = path }
    return words
  }
}

extension Executable {
  /// The program of a command's first word: a path, or a name that is looked for in `PATH`.
  ///
  /// Looked for by name, each folder of `PATH` would cost a child of its own.
  static func program(_ word: String) -> Executable {
    word.contains("/") ? .path(FilePath(word)) : .name(word)
  }
}
