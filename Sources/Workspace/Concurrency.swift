internal import Dispatch
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

  /// Starts the work.
  init(_ work: @escaping @Sendable () -> Output) {
    self.work = work
    DispatchQueue.global().async(group: group) {
      let result = work()
      self.output.withLock { $0 = result }
    }
  }

  /// The result, waited for if need be.
  var value: Output {
    group.wait()
    return output.withLock { $0 } ?? work()
  }
}
