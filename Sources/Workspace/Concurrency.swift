internal import Dispatch
internal import Foundation
internal import PlanModel
internal import Synchronization

extension WorkSharing {
  /// On as many threads as the machine has cores for.
  static let atOnce = WorkSharing { count, work in
    DispatchQueue.concurrentPerform(iterations: count, execute: work)
  }
}

/// Work that goes on by itself until its result is asked for.
final class Background<Output: Sendable>: Sendable {
  private let group = DispatchGroup()
  private let output = Mutex<Output?>(nil)
  private let work: @Sendable () -> Output

  /// Starts the work on a thread of its own.
  ///
  /// Dispatch has no more threads than cores, and finds out only after a second that one of them does
  /// nothing but wait.
  init(_ work: @escaping @Sendable () -> Output) {
    self.work = work
    group.enter()
    Thread.detachNewThread {
      let result = work()
      self.output.withLock { $0 = result }
      self.group.leave()
    }
  }

  /// The result, waited for if need be.
  var value: Output {
    group.wait()
    return output.withLock { $0 } ?? work()
  }
}
