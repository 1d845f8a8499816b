internal import CZlib

/// Inflates through zlib, and handles its pointers for it.
enum Inflating {
  /// What deflated bytes unpack to.
  ///
  /// - Parameters:
  ///   - packed: The bytes, without a head of zlib's or gzip's.
  ///   - size: How many bytes they must unpack to.
  /// - Returns: `nil` if they do not, or are damaged.
  static func inflated(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    var input = Array(packed)
    var isWhole = false
    // One byte more, so that what unpacks to more is seen.
    let output = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { target, filled in
      var stream = unsafe z_stream()
      let version = unsafe inflateInit2_(
        &stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
      guard version == Z_OK else { return }
      defer { _ = unsafe inflateEnd(&stream) }
      unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = UInt32(clamping: source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(clamping: target.count)
        isWhole = unsafe inflate(&stream, Z_FINISH) == Z_STREAM_END
      }
      filled = unsafe target.count - Int(stream.avail_out)
    }
    return isWhole && output.count == size ? output : nil
  }

  /// The checksum that archives keep of their entries (CRC-32).
  static func checksum(_ bytes: [UInt8]) -> Int {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      Int(unsafe crc32(0, bytes.baseAddress, UInt32(clamping: bytes.count)))
    }
  }
}
