internal import Dispatch
internal import PlanModel

extension WorkSharing {
  /// On as many threads as the machine has cores for.
  static let atOnce = WorkSharing { count, work in
    DispatchQueue.concurrentPerform(iterations: count, execute: work)
  }
}
