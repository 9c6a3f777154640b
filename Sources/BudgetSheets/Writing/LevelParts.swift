/// Which rows add up to which, in a pane whose rows are free.
enum LevelParts {
  /// The indexes of the rows that add up to each row that has any.
  ///
  /// A row belongs to the nearest row above it of a higher level; all that belong to none make up the total,
  /// wherever the total stands.
  static func parts(of rows: [FormRow], levels: [RowLevel]) -> [Int: [Int]] {
    var parts: [Int: [Int]] = [:]
    var open: [(index: Int, rank: Int)] = []
    let total = rows.firstIndex { $0.kind == .total }
    for (index, row) in rows.enumerated() where row.kind != .total {
      guard let rank = levels.firstIndex(where: { $0.kind == row.kind }) else { continue }
      while let last = open.last, last.rank >= rank { open.removeLast() }
      if let parent = open.last?.index ?? total { parts[parent, default: []].append(index) }
      open.append((index, rank))
    }
    return parts
  }
}
