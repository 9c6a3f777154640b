/// "Did you mean": the nearest of some words.
package enum Suggestion {
  /// The word that takes the fewest changes, where that is fewer than half of its letters; nil where none is near.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    // Nothing that long is a word that somebody mistyped.
    guard word.utf8.count <= 400 else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(Array(word), Array(candidate))
      if distance * 2 <= max(candidate.count, 2), distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  private static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var row = Array(0...second.count)
    for (i, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in second.enumerated() {
        let above = row[j + 1]
        row[j + 1] = letter == other ? diagonal : 1 + min(diagonal, above, row[j])
        diagonal = above
      }
    }
    return row[second.count]
  }
}
