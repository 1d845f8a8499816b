internal import Glibc

/// What becomes of a write to a program that has ended.
enum BrokenPipe {
  /// Makes such a write an error for the writer, where it would end this whole process.
  ///
  /// A host of its own may not have seen to that, so that each runner does before it starts a
  /// program. The programs themselves begin with the signal as it was at first.
  static func isAnErrorOnly() { _ = signal(SIGPIPE, SIG_IGN) }
}
