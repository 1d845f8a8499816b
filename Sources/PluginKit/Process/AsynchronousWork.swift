internal import Dispatch
internal import Synchronization

/// Asynchronous work for callers that are not, and have nothing to do meanwhile.
enum AsynchronousWork {
  /// The result of some work, waited for; it is done on the threads for programs, so that the caller
  /// may be on any other.
  static func waiting<Output: Sendable>(
    _ work: @escaping @Sendable () async -> Output
  ) -> Output {
    let done = DispatchSemaphore(value: 0)
    let result = SharedResult<Output>()
    Task.detached(executorPreference: ProgramThreads.shared) {
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
