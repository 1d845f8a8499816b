/// The heaviest set of links that stand in the same order on both sides; what lies outside moved.
///
/// A Fenwick tree holds the best chain that ends at or before each old position.
///
/// - Parameters:
///   - olds: The old position of each link, the links being in the order of the new side.
///   - weights: The weight of each link; positive.
/// - Returns: The chain as indices of links, ascending.
/// - Complexity: O(*n* log *n*) for *n* links.
package func heaviestChain(olds: [Int], weights: [Int]) -> [Int] {
  guard let top = olds.max() else { return [] }
  var best = [(weight: Int, link: Int)](repeating: (0, -1), count: top + 2)
  var previous = [Int](repeating: -1, count: olds.count)
  for (link, old) in olds.enumerated() {
    // The best chain that ends strictly before `old`.
    var found = (weight: 0, link: -1)
    var place = old
    while place > 0 {
      if best[place].weight > found.weight { found = best[place] }
      place &= place - 1
    }
    previous[link] = found.link
    let weight = found.weight + weights[link]
    place = old + 1
    while place < best.count {
      if weight > best[place].weight { best[place] = (weight, link) }
      place += place & -place
    }
  }
  var chain: [Int] = []
  var place = best.count - 1
  var found = (weight: 0, link: -1)
  while place > 0 {
    if best[place].weight > found.weight { found = best[place] }
    place &= place - 1
  }
  var link = found.link
  while link >= 0 {
    chain.append(link)
    link = previous[link]
  }
  return chain.reversed()
}
