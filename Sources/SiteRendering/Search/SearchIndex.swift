import PlanModel

/// The files of the search: which texts hold which grams, and the texts.
///
/// Texts stand on shelves of some kilobytes, and a gram is listed with the shelves that hold it: what
/// stands on a shelf is looked through anyway when it is loaded, and lists of entries would be three
/// times as long. The lists are cut into shards, so that a query loads only what it asks for. Each
/// shard is a classic script that calls one function, since a page that is opened from a disk may
/// load scripts and nothing else. Grams with the same first scalar stand in the same shard: so a
/// query of one character needs one.
///
/// Measured on 1,000 generated pages in Chinese, overlapping pairs find every string of one to eight
/// characters; word segmenters found 51 to 80 in a hundred.
struct SearchIndex: Sendable {
  private let edition: Edition
  private let entries: [SearchEntry]
  /// The entries of each shelf.
  let shelves: [Range<Int>]

  /// About how many bytes a shard of lists holds.
  private static let shardSize = 24 << 10
  /// About how many bytes a shelf holds; that of more text than ``mostOnSmallShelves`` grows with its
  /// square root, and so does the number of shelves.
  private static let shelfSize = 12 << 10
  private static let mostOnSmallShelves = 8 << 20
  private static let mostShards = 1_024
  /// Into how many parts the collecting of grams falls.
  private static let parts = 4

  init(_ edition: Edition) {
    self.edition = edition
    entries = edition.searchEntries
    let sizes = entries.map { edition.text(of: $0).utf8.count }
    shelves = Self.shelves(of: sizes)
  }

  private static func shelves(of sizes: [Int]) -> [Range<Int>] {
    let growth = max(1, Double(sizes.reduce(0, +)) / Double(mostOnSmallShelves)).squareRoot()
    let size = Int(Double(shelfSize) * growth)
    var shelves: [Range<Int>] = []
    var start = 0
    var held = 0
    for (place, bytes) in sizes.enumerated() {
      held += bytes
      guard held >= size else { continue }
      shelves.append(start..<place + 1)
      (start, held) = (place + 1, 0)
    }
    if start < sizes.count { shelves.append(start..<sizes.count) }
    return shelves
  }

  /// The folder of the files.
  static let folder = "search-index"

  /// The file that a page loads first.
  static let head = folder + "/index.js"

  /// The files that say which shelves hold a gram, and the one that a page loads first.
  ///
  /// - Parameter sharing: How the shelves are gone through.
  /// - Returns: The first is the one that a page loads.
  /// - Complexity: O(*n* log *n*) in the number of scalars.
  func lists(sharing: WorkSharing) -> [Page] {
    let length = max(1, (shelves.count + Self.parts - 1) / Self.parts)
    let postings =
      sharing.map(0..<shelves.count, by: length) { range in
        SearchPostings(of: range) { shelf in
          entries[shelves[shelf]].lazy.map { edition.text(of: $0) }
        }
      }
      .reduce(nil) { $0?.joined(with: $1) ?? $1 } ?? SearchPostings(of: 0..<0) { _ in [] }
    let weight = 2 * postings.count + 12 * postings.grams.count
    let shards = Self.powerOfTwo(atLeast: weight / Self.shardSize)
    return [head(shards: shards)] + lists(postings, shards: shards, sharing: sharing)
  }

  private static func powerOfTwo(atLeast count: Int) -> Int {
    var power = 1
    while power < count, power < mostShards { power *= 2 }
    return power
  }

  private func head(shards: Int) -> Page {
    script("index", number: 0) { form in
      form.object { form in
        form.name("shards")
        form.value(shards)
        form.name("shelves")
        form.value(shelves.count)
        form.name("versions")
        form.array(edition.versions) { form, version in
          form.array([version.name, version.label, version.language]) { $0.value($1) }
        }
      }
    }
  }

  /// The file with the texts of a shelf.
  func texts(onShelf shelf: Int) -> Page {
    script("text", number: shelf) { form in
      form.array(entries[shelves[shelf]]) { form, entry in
        form.array(CollectionOfOne(entry)) { form, entry in
          form.value(edition.kind(of: entry).rawValue)
          form.value(edition.versions(of: entry))
          form.value(edition.target(of: entry))
          form.value(edition.label(of: entry))
          form.value(edition.text(of: entry))
          let chapters = edition.chapters(of: entry)
          if !chapters.isEmpty { form.value(chapters) }
        }
      }
    }
  }

  /// What the texts of a shelf are made of.
  func add(shelf: Int, to inputs: inout InputBytes) {
    inputs.add(shelf)
    for entry in entries[shelves[shelf]] {
      inputs.add(edition.kind(of: entry).rawValue)
      let versions = edition.versions(of: entry)
      inputs.add(versions.count)
      for version in versions { inputs.add(version) }
      inputs.add([edition.target(of: entry), edition.label(of: entry), edition.text(of: entry)])
      inputs.add(edition.chapters(of: entry))
    }
  }

  private func lists(_ postings: SearchPostings, shards: Int, sharing: WorkSharing) -> [Page] {
    var byShard = [[Int]](repeating: [], count: shards)
    for (place, gram) in postings.grams.enumerated() {
      byShard[Int(gram.first) & (shards - 1)].append(place)
    }
    return sharing.map(shards) { [byShard] shard in
      script("grams", number: shard) { form in
        form.object { form in
          for place in byShard[shard] {
            form.name(postings.grams[place].text)
            form.value(Self.gaps(postings.shelves(at: place)))
          }
        }
      }
    }
  }

  /// Ascending numbers as their distances in base 36, parted by spaces.
  private static func gaps(_ numbers: ArraySlice<UInt32>) -> String {
    var digits: [UInt8] = []
    var last: UInt32 = 0
    for number in numbers {
      if !digits.isEmpty { digits.append(UInt8(ascii: " ")) }
      var rest = number - last
      last = number
      let start = digits.count
      repeat {
        let digit = UInt8(rest % 36)
        digits.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        rest /= 36
      } while rest > 0
      digits[start...].reverse()
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private func script(
    _ kind: String, number: Int, _ write: (inout JSONWriter) -> Void
  ) -> Page {
    let path = kind == "index" ? Self.head : "\(Self.folder)/\(kind)-\(number).js"
    let opening = Array("variorumSearch(\"\(kind)\",\(number),".utf8)
    var bytes = JSONWriter.bytes(after: opening, write)
    bytes.append(contentsOf: ");\n".utf8)
    return Page(path: path, mediaType: "text/javascript; charset=utf-8", bytes: bytes)
  }
}
