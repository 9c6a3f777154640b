/// A formula that knows which of its words are names of sheets.
struct FormulaModel: Hashable {
  enum Piece: Hashable {
    /// Characters that stay, whatever they look like.
    case text(String)
    /// The name of a sheet and its exclamation mark, written without apostrophes where it may be.
    case sheet(Int, isBare: Bool)
    /// Two sheets and all between them.
    case sheets(Int, Int)
  }

  var pieces: [Piece]

  init(_ pieces: [Piece]) { self.pieces = pieces }

  /// The formula with the names that the sheets have, all between apostrophes.
  func text(_ names: [Int: String]) -> String { text(names) { _ in false } }

  /// The ways in which the formula may stand: a name that was never changed stays without its apostrophes.
  func texts(_ names: [Int: String]) -> Set<String> {
    let bare = pieces.compactMap { if case .sheet(let id, true) = $0 { id } else { nil } }
    var choices: [Set<Int>] = [[]]
    for id in Set(bare) { choices += choices.map { $0.union([id]) } }
    return Set(choices.map { choice in text(names) { choice.contains($0) } })
  }

  /// The formula as the test writes it.
  func written(_ names: [Int: String]) -> String { text(names) { _ in true } }

  private func text(_ names: [Int: String], _ leavesBare: (Int) -> Bool) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .sheet(let id, let isBare):
        isBare && leavesBare(id) && Self.isBare(names[id] ?? "")
          ? (names[id] ?? "") + "!" : Self.quoted(names[id] ?? "") + "!"
      case .sheets(let first, let last): Self.quoted("\(names[first] ?? ""):\(names[last] ?? "")") + "!"
      }
    }.joined()
  }

  /// A name between apostrophes.
  static func quoted(_ name: String) -> String { "'" + name.replacing("'", with: "''") + "'" }

  /// Whether a name can stand without apostrophes: letters of no reference.
  private static func isBare(_ name: String) -> Bool {
    (name.count > 3 || name.utf8.count > name.count) && name.allSatisfy { $0.isLetter }
  }
}
