internal import Dispatch

/// Threads on which programs are waited for, apart from those that tasks share: there are only as
/// many of these as the machine has cores, and all may be waiting for programs.
final class ProgramThreads: TaskExecutor {
  static let shared = ProgramThreads()

  private let queue = DispatchQueue(label: "variorum.programs", attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
