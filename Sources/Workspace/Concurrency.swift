internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
  /// The results of a function over all elements, worked out at the same time, in the order of the
  /// elements.
  ///
  /// - Throws: What the function throws for the first element for which it throws.
  func concurrentMap<Output: Sendable>(
    _ transform: @Sendable (Element) throws -> Output
  ) rethrows -> [Output] {
    guard count > 1 else { return try map(transform) }
    let outcomes = Mutex([Result<Output, any Error>?](repeating: nil, count: count))
    let elements = self
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let outcome = Result { try transform(elements[index]) }
      outcomes.withLock { $0[index] = outcome }
    }
    return try outcomes.withLock { try $0.compactMap { try $0?.get() } }
  }
}
