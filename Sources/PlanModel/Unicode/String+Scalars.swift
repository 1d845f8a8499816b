extension String {
  /// Creates the text of some scalars.
  ///
  /// A string's scalar view takes ten times as long, since it looks at its storage for each scalar.
  ///
  /// - Complexity: O(*n*) in the number of scalars.
  @inlinable package init(scalars: some Collection<Unicode.Scalar>) {
    var count = 0
    for scalar in scalars { count += UTF8.width(scalar) }
    unsafe self.init(unsafeUninitializedCapacity: count) { buffer in
      var index = 0
      func append(_ byte: UInt32) {
        unsafe buffer[index] = UInt8(truncatingIfNeeded: byte)
        index += 1
      }
      for scalar in scalars {
        let value = scalar.value
        switch value {
        case 0..<0x80: append(value)
        case 0x80..<0x800:
          append(0xC0 | value >> 6)
          append(0x80 | value & 0x3F)
        case 0x800..<0x1_0000:
          append(0xE0 | value >> 12)
          append(0x80 | value >> 6 & 0x3F)
          append(0x80 | value & 0x3F)
        default:
          append(0xF0 | value >> 18)
          append(0x80 | value >> 12 & 0x3F)
          append(0x80 | value >> 6 & 0x3F)
          append(0x80 | value & 0x3F)
        }
      }
      return index
    }
  }
}
