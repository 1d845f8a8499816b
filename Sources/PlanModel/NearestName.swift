/// The known name that is most like one that isn't known, for a message that helps.
///
/// - Returns: `nil` if none is near: more than half of the characters would have to change.
/// - Complexity: O(*n* · *m*²) for *n* names of *m* scalars; names above 64 scalars are left out.
public func nearestName(to name: String, among names: [String]) -> String? {
  let wanted = Array(name.unicodeScalars.prefix(65))
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  var best: (distance: Int, name: String)?
  for candidate in names {
    let scalars = Array(candidate.unicodeScalars.prefix(65))
    guard scalars.count <= 64 else { continue }
    let distance = editDistance(wanted, scalars)
    let isNear = distance * 2 <= max(wanted.count, scalars.count)
    if isNear, distance < best?.distance ?? Int.max { best = (distance, candidate) }
  }
  return best?.name
}

/// Levenshtein's distance.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var row = Array(0...right.count)
  for (index, scalar) in left.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for (place, other) in right.enumerated() {
      let cost = scalar == other ? diagonal : diagonal + 1
      diagonal = row[place + 1]
      row[place + 1] = min(cost, row[place] + 1, diagonal + 1)
    }
  }
  return row[right.count]
}
