internal import Dispatch
internal import Foundation
internal import Synchronization

/// Threads on which programs are spoken with, apart from those that tasks and Dispatch share: of these
/// there are only as many as the machine has cores, all may be waiting for programs, and Dispatch
/// finds out only after a second that they do nothing but wait.
final class ProgramThreads: TaskExecutor {
  static let shared = ProgramThreads()

  private let jobs = Mutex<[UnownedJob]>([])
  private let count = DispatchSemaphore(value: 0)

  private init() {
    for _ in 0..<4 {
      Thread.detachNewThread { [self] in
        while true {
          count.wait()
          let job = jobs.withLock { $0.removeFirst() }
          unsafe job.runSynchronously(on: asUnownedTaskExecutor())
        }
      }
    }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
    count.signal()
  }
}
