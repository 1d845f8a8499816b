internal import Foundation
internal import Synchronization

/// Rings when time is over, unless it is set anew, put off or stopped before.
///
/// It runs on a thread of its own: it has to ring when nobody else gets to run.
final class PluginAlarm: Sendable {
  private struct State {
    var deadline: ContinuousClock.Instant?
    /// When it rings however often its time has begun anew.
    var last: ContinuousClock.Instant?
    var seconds = 0.0
    var isStopped = false
  }

  private let state = Mutex(State())

  /// - Parameter ring: Is called once when time is over, with the seconds for which it was set.
  init(ring: @escaping @Sendable (Double) -> Void) {
    Thread.detachNewThread { [self] in
      while true {
        let (isStopped, overdue) = state.withLock { state in
          (state.isStopped, state.deadline.map { $0 <= .now } == true ? state.seconds : nil)
        }
        if isStopped { return }
        if let overdue { return ring(overdue) }
        Thread.sleep(forTimeInterval: 0.005)
      }
    }
  }

  /// Sets it to ring after some seconds, and after so many times that at the latest.
  func set(_ seconds: Double, atMost times: Double = 1) {
    state.withLock { state in
      state.seconds = seconds
      state.deadline = .now + .seconds(seconds)
      state.last = .now + .seconds(seconds * times)
    }
  }

  /// Lets its time begin anew.
  func renew() {
    state.withLock { state in
      guard state.deadline != nil, let last = state.last else { return }
      state.deadline = min(last, .now + .seconds(state.seconds))
    }
  }

  /// Puts it off until it is set again.
  func rest() { state.withLock { $0.deadline = nil } }

  /// Stops it for good.
  func stop() { state.withLock { $0.isStopped = true } }
}
