/// Which rows add up to which, in a pane whose rows are free.
///
/// A row belongs to the nearest row above it of a higher level; one of a class (类, 款) takes only rows whose code begins with
/// its own. All that belong to none make up the total, wherever the total stands.
struct LevelParts {
  /// A row whose code is not one of the class above it, and so counts elsewhere.
  struct Stray: Hashable {
    /// Its index.
    var row: Int
    /// The index of the highest class above it that does not take it.
    var upper: Int
  }

  /// The indexes of the rows that add up to each row that has any.
  private(set) var parts: [Int: [Int]] = [:]
  /// The rows that the classes above them do not take.
  private(set) var strays: [Stray] = []

  /// Looks at rows of one pane, in their order.
  init(of rows: [FormRow], levels: [RowLevel]) {
    var open: [(index: Int, rank: Int)] = []
    let total = rows.firstIndex { $0.kind == .total }
    let codes = LevelCodes(rows: rows, levels: levels)
    for (index, row) in rows.enumerated() where row.kind != .total {
      guard let rank = levels.firstIndex(where: { $0.kind == row.kind }) else { continue }
      while let last = open.last, last.rank >= rank { open.removeLast() }
      var parent = total
      var stray: Stray?
      for upper in open.reversed() {
        if codes.takes(index, below: upper.index, of: levels[upper.rank]) {
          parent = upper.index
          break
        }
        stray = Stray(row: index, upper: upper.index)
      }
      if let parent { parts[parent, default: []].append(index) }
      if let stray { strays.append(stray) }
      open.append((index, rank))
    }
  }

  /// The indexes of the rows that add up to each row that has any.
  static func parts(of rows: [FormRow], levels: [RowLevel]) -> [Int: [Int]] {
    LevelParts(of: rows, levels: levels).parts
  }
}
