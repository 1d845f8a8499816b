/// The number of the build that a preview shows, and those who wait for the next one.
actor PreviewRevision {
  private(set) var number = 1
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  private var lastTicket = 0

  /// Counts a build and wakes everybody.
  func advance() {
    number += 1
    let woken = waiting.sorted { $0.key < $1.key }.map(\.value)
    waiting = [:]
    for continuation in woken { continuation.resume() }
  }

  /// Waits until there is a later build than the one named, or some seconds are over.
  ///
  /// - Returns: The number of the build that is shown then.
  func next(after known: Int, atMost seconds: Int) async -> Int {
    guard number == known else { return number }
    lastTicket += 1
    let ticket = lastTicket
    let alarm = Task {
      try? await Task.sleep(for: .seconds(seconds))
      wake(ticket)
    }
    await withCheckedContinuation { waiting[ticket] = $0 }
    alarm.cancel()
    return number
  }

  private func wake(_ ticket: Int) { waiting.removeValue(forKey: ticket)?.resume() }
}
