internal import Synchronization

/// How work that falls into independent parts is done: one part after the other, or several at once.
///
/// What comes out is the same either way, since each part stands for itself and the results are put
/// together in the order of the parts. The core takes no thread by itself: whoever runs it says how,
/// for example with `DispatchQueue.concurrentPerform(iterations:execute:)`.
public struct WorkSharing: Sendable {
  private let perform: @Sendable (Int, @Sendable (Int) -> Void) -> Void

  /// One part after the other.
  public static let inTurn = WorkSharing { count, work in
    for index in 0..<count { work(index) }
  }

  /// Creates a way of working.
  ///
  /// - Parameter perform: Calls its second argument once with each number from 0 up to its first
  ///   argument, in any order, and returns when all calls have returned.
  public init(_ perform: @escaping @Sendable (Int, @Sendable (Int) -> Void) -> Void) {
    self.perform = perform
  }

  /// The results of some work for each number from 0 up to `count`, in the order of the numbers.
  public func map<Output: Sendable>(
    _ count: Int, _ work: @Sendable (Int) -> Output
  ) -> [Output] {
    guard count > 1 else { return (0..<count).map(work) }
    let outputs = Mutex([Output?](repeating: nil, count: count))
    perform(count) { index in
      let output = work(index)
      outputs.withLock { $0[index] = output }
    }
    return outputs.withLock { $0.compactMap(\.self) }
  }

  /// The results of two works that need nothing of each other.
  public func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    let outputs = Mutex<(First?, Second?)>((nil, nil))
    perform(2) { index in
      if index == 0 {
        let output = first()
        outputs.withLock { $0.0 = output }
      } else {
        let output = second()
        outputs.withLock { $0.1 = output }
      }
    }
    let (one, other) = outputs.withLock { $0 }
    return (one ?? first(), other ?? second())
  }

  /// The results of some work on each stretch of a range, in the order of the range.
  ///
  /// - Parameters:
  ///   - range: What is shared out.
  ///   - length: How much of it is done in one go. It must not depend on how many threads there are.
  ///   - work: The work on a stretch.
  /// - Returns: One result for each stretch.
  public func map<Output: Sendable>(
    _ range: Range<Int>, by length: Int, _ work: @Sendable (Range<Int>) -> Output
  ) -> [Output] {
    map((range.count + length - 1) / length) { index in
      let start = range.lowerBound + index * length
      return work(start..<min(start + length, range.upperBound))
    }
  }
}
