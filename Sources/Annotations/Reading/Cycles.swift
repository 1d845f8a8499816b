/// The names that lead back to themselves when each name leads to at most one other.
///
/// - Parameter next: Each name and the one it leads to, in the order of the file; of two entries of
///   one name the first counts.
/// - Returns: For each cycle its first name in the order of the file.
/// - Complexity: O(*n*) in the number of names.
func cycles(_ next: [(name: String, leadsTo: String?)]) -> [String] {
  let targets = Dictionary(next.map { ($0.name, $0.leadsTo) }) { first, _ in first }
  var walks: [String: Int] = [:]
  var found: [String] = []
  for (walk, entry) in next.enumerated() {
    var name: String? = entry.name
    while let here = name, walks[here] == nil {
      walks[here] = walk
      name = targets[here] ?? nil
    }
    guard let start = name, walks[start] == walk else { continue }
    var members: Set<String> = []
    var member: String? = start
    while let here = member, members.insert(here).inserted { member = targets[here] ?? nil }
    if let first = next.first(where: { members.contains($0.name) }) { found.append(first.name) }
  }
  return found
}
