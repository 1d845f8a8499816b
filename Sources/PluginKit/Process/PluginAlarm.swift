internal import Foundation
internal import Synchronization

/// Rings when time is over, unless it is set anew or stopped before.
///
/// It runs on a thread of its own: it has to ring when nobody else gets to run.
final class PluginAlarm: Sendable {
  private struct State {
    var deadline: ContinuousClock.Instant?
    var seconds = 0.0
    var renewals: Int
    var isStopped = false
  }

  private let state: Mutex<State>

  /// - Parameters:
  ///   - renewals: How often its time may begin anew.
  ///   - ring: Is called once when time is over, with the seconds for which it was set.
  init(renewals: Int, ring: @escaping @Sendable (Double) -> Void) {
    state = Mutex(State(renewals: renewals))
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

  /// Sets it to ring after some seconds.
  func set(_ seconds: Double) {
    state.withLock { state in
      state.seconds = seconds
      state.deadline = .now + .seconds(seconds)
    }
  }

  /// Sets it anew for the same time, as often as that may be.
  func renew() {
    state.withLock { state in
      guard state.renewals > 0 else { return }
      state.renewals -= 1
      state.deadline = .now + .seconds(state.seconds)
    }
  }

  /// Stops it for good.
  func stop() { state.withLock { $0.isStopped = true } }
}
