internal import PlanModel

/// An archive that is a document: its parts, read one by one, with every fault named for a person.
struct ArchivePackage {
  /// The document's name, for diagnostics.
  let file: String
  private var archive: ZipArchive

  /// Opens an archive; nothing is unpacked yet.
  init(_ bytes: [UInt8], file: String) throws(ImportError) {
    guard bytes.count <= ImportError.largestSource else {
      throw .tooLarge(file: file, bytes: bytes.count, limit: ImportError.largestSource)
    }
    self.file = file
    do {
      archive = try ZipArchive(bytes)
    } catch {
      throw Self.error(error, file)
    }
  }

  /// Whether there is a part of that name.
  func contains(_ name: String) -> Bool { archive.contains(name) }

  /// The bytes of a part.
  ///
  /// - Returns: `nil` if there is no part of that name.
  mutating func part(_ name: String) throws(ImportError) -> [UInt8]? {
    do {
      return try archive.contents(of: name)
    } catch {
      throw Self.error(error, file)
    }
  }

  /// What a part that is XML says.
  ///
  /// - Parameters:
  ///   - name: The part's name.
  ///   - reading: Makes a value of its bytes.
  /// - Returns: `nil` if there is no part of that name.
  /// - Throws: ``ImportError``, if the part is damaged or no XML.
  mutating func read<Value>(
    _ name: String, _ reading: ([UInt8]) throws(XMLEvents.Fault) -> Value
  ) throws(ImportError) -> Value? {
    guard let part = try part(name) else { return nil }
    return try Self.read(part, named: name, of: file, reading)
  }

  /// What a part says without which there is no document.
  mutating func readRequired<Value>(
    _ name: String, _ reading: ([UInt8]) throws(XMLEvents.Fault) -> Value
  ) throws(ImportError) -> Value {
    guard let value = try read(name, reading) else {
      throw .damaged(file: file, reason: "the archive has no \(name)")
    }
    return value
  }

  /// What bytes that are XML say, wherever they come from.
  static func read<Value>(
    _ bytes: [UInt8], named name: String, of file: String,
    _ reading: ([UInt8]) throws(XMLEvents.Fault) -> Value
  ) throws(ImportError) -> Value {
    // Entities would not be expanded in any case; but nobody who means well declares them here.
    if bytes[...].holds("<!DOCTYPE") {
      throw .damaged(
        file: file, reason: "\(name) declares a document type, which is not allowed in a document")
    }
    do {
      return try reading(bytes)
    } catch {
      throw .damaged(file: file, reason: "\(name) is no whole XML (line \(error.line))")
    }
  }

  private static func error(_ fault: ZipArchive.Fault, _ file: String) -> ImportError {
    switch fault {
    case .damaged(let reason): .damaged(file: file, reason: reason)
    case .encrypted: .encrypted(file: file)
    }
  }
}
