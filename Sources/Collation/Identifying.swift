import PlanModel

/// The links that identifiers and ancestors name, in the order of the new side.
///
/// A block of the new side belongs with the old blocks whose identifiers it bears or names as
/// ancestors. Blocks that share one belong together; where that makes a tangle of several on both
/// sides, each new block keeps the first parent it names and what is left over is inserted or
/// deleted.
func identifiedBeads(_ old: [Block], _ new: [Block]) -> [Matching.Bead] {
  var places: [BlockID: Int] = [:]
  for (index, block) in old.enumerated() where places[block.id] == nil { places[block.id] = index }
  var children = [[Int]](repeating: [], count: old.count)
  var parents = [[Int]](repeating: [], count: new.count)
  let borne = Set(new.map(\.id))
  for (index, block) in new.enumerated() {
    // An ancestor that lives on by itself gave a part only to what did not exist before.
    let isNew = places[block.id] == nil
    for id in [block.id] + block.ancestors.filter({ isNew || !borne.contains($0) }) {
      guard let place = places[id], !parents[index].contains(place) else { continue }
      parents[index].append(place)
      children[place].append(index)
    }
  }
  var matching = Matching(oldCount: old.count, newCount: new.count)
  for index in new.indices where !matching.isLinked(new: index) {
    let free = parents[index].filter { !matching.isLinked(old: $0) }
    guard let parent = free.first else { continue }
    let siblings = children[parent].filter {
      $0 >= index && !matching.isLinked(new: $0) && parents[$0].first == parent
    }
    if siblings.count > 1, free.count == 1 {
      matching.link(old: [parent], new: siblings, similarity: 1)
    } else {
      matching.link(old: free.sorted(), new: [index], similarity: 1)
    }
  }
  return matching.inNewOrder
}
