internal import Foundation

/// One file on the disk, read and written by the system's own calls.
///
/// A site of a thousand pages has some thousands of files; Foundation took a quarter of the time of a
/// whole build to write them.
struct DiskFile {
  let path: String

  init(_ path: String) { self.path = path }

  /// What the system says went wrong.
  struct Fault: Error {
    var message: String

    fileprivate init() { message = unsafe String(cString: strerror(errno)) }
  }

  /// Why a file has no bytes to give.
  enum ReadFault: Error {
    case missing
    case unreadable
    /// It has this many bytes.
    case tooLarge(Int)
  }

  /// The file's bytes.
  func bytes(atMost limit: Int) throws(ReadFault) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable
    }
    defer { close(descriptor) }
    var attributes = stat()
    guard unsafe fstat(descriptor, &attributes) == 0 else { throw .unreadable }
    guard attributes.st_size <= limit else { throw .tooLarge(Int(attributes.st_size)) }
    // What is no regular file says 0 and may have more; a regular one may grow meanwhile.
    var bytes: [UInt8] = []
    var room = Int(attributes.st_size) + 1
    while true {
      guard let piece = Self.nextBytes(of: descriptor, atMost: room) else { throw .unreadable }
      if piece.isEmpty { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      guard bytes.count <= limit else { throw .tooLarge(bytes.count) }
      room = max(1 << 16, room - piece.count)
    }
  }

  /// The next bytes of an open file, none at its end; `nil` if they can't be read.
  private static func nextBytes(of descriptor: Int32, atMost room: Int) -> [UInt8]? {
    var isReadable = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      var found = unsafe Glibc.read(descriptor, buffer.baseAddress, room)
      while found < 0, errno == EINTR {
        found = unsafe Glibc.read(descriptor, buffer.baseAddress, room)
      }
      isReadable = found >= 0
      count = max(0, found)
    }
    return isReadable ? bytes : nil
  }

  /// The file's size and the time of its last change, in nanoseconds; `nil` if it isn't there.
  var stamp: String? {
    var attributes = stat()
    guard unsafe stat(path, &attributes) == 0 else { return nil }
    let time = attributes.st_mtim
    return "\(attributes.st_size)@\(time.tv_sec).\(time.tv_nsec)"
  }

  /// Whether the file is there and holds exactly these bytes.
  func holds(_ bytes: [UInt8]) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var attributes = stat()
    guard unsafe fstat(descriptor, &attributes) == 0, attributes.st_size == bytes.count else {
      return false
    }
    var piece = [UInt8](repeating: 0, count: min(bytes.count, 1 << 16))
    var position = 0
    while position < bytes.count {
      let count = unsafe read(descriptor, &piece, piece.count)
      guard count > 0, Self.areEqual(piece, bytes, from: position, count: count) else {
        return false
      }
      position += count
    }
    return true
  }

  /// Whether a piece's first bytes are those of the whole from a place on.
  private static func areEqual(
    _ piece: [UInt8], _ whole: [UInt8], from start: Int, count: Int
  ) -> Bool {
    guard start + count <= whole.count else { return false }
    return unsafe piece.withUnsafeBytes { left in
      unsafe whole.withUnsafeBytes { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return true }
        return unsafe memcmp(left, right + start, count) == 0
      }
    }
  }

  /// Puts a file with these bytes in its place, whatever was there; folders are made as needed.
  ///
  /// The bytes are written beside the place and renamed, so that nobody sees half a file.
  func replace(with bytes: [UInt8]) throws(Fault) {
    let draft = "\(path).\(getpid()).part"
    var descriptor = Self.create(draft)
    if descriptor < 0, errno == ENOENT {
      makeFolder()
      descriptor = Self.create(draft)
    }
    guard descriptor >= 0 else { throw Fault() }
    guard Self.write(bytes, to: descriptor), unsafe rename(draft, path) == 0 else {
      let fault = Fault()
      unsafe unlink(draft)
      throw fault
    }
  }

  private static func create(_ path: String) -> Int32 {
    unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
  }

  /// Writes and closes; whether all went well.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var position = 0
    while position < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress.map { unsafe $0 + position }, buffer.count - position)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let cause = errno
        close(descriptor)
        errno = cause
        return false
      }
      position += count
    }
    return close(descriptor) == 0
  }

  private func makeFolder() {
    let folder = URL(filePath: path).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }
}
