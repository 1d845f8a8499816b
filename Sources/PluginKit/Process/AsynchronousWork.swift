internal import Dispatch
internal import Synchronization

/// Asynchronous work for callers that are not, and have nothing to do meanwhile.
enum AsynchronousWork {
  /// The result of some work, waited for.
  ///
  /// The caller must not be a task on the threads that all tasks share: of those there are only as many
  /// as cores, and the work would never go on where each of them waits. A command runs on the main
  /// thread, which is none of them.
  static func waiting<Output: Sendable>(
    _ work: @escaping @Sendable () async -> Output
  ) -> Output {
    let done = DispatchSemaphore(value: 0)
    let result = SharedResult<Output>()
    Task.detached {
      let output = await work()
      result.value.withLock { $0 = output }
      done.signal()
    }
    while true {
      done.wait()
      if let output = result.value.withLock({ $0 }) { return output }
    }
  }
}

private final class SharedResult<Output: Sendable>: Sendable {
  let value = Mutex<Output?>(nil)
}
