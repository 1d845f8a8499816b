internal import Foundation
internal import Synchronization

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
    func works(_ words: [String]) -> Bool {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = words + ["true"]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      process.standardInput = FileHandle.nullDevice
      guard (try? process.run()) != nil else { return false }
      process.waitUntilExit()
      return process.terminationStatus == 0
    }
    let unshare = ["unshare", "--map-root-user", "--pid", "--fork", "--kill-child"]
    let cut = ["unshare", "--map-root-user", "--net", "--pid", "--fork", "--kill-child"]
    network = works(cut) ? cut : []
    processes = network.isEmpty && works(unshare) ? unshare : network.isEmpty ? [] : unshare
    let limit = ["prlimit", "--data=\(Self.mostMemory)", "--core=0"]
    memory = works(limit) ? limit : []
  }

  /// The words that run a program confined.
  package func words(_ command: [String], needsNetwork: Bool) -> [String] {
    (needsNetwork ? processes : network.isEmpty ? processes : network) + memory + command
  }
}
