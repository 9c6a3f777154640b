import BudgetSheets

/// One way in which a clerk gets an amount wrong.
enum Mechanism: String, CaseIterable, Sendable {
  case transposed = "transposed digits"
  case scaled = "×10 000"
  case sign = "sign"
  case dropped = "dropped digit"
  case doubled = "doubled"
  case nextColumn = "next column"
  case nextRow = "next row"
  case blanked = "blanked"

  /// The amounts that change, with what they then say; nil where the mechanism changes nothing here.
  func changes(_ spot: Spot, in book: Book, set: FormSet) -> [(spot: Spot, amount: Amount?)]? {
    guard let amount = spot.amount(in: book), amount.fen != 0 else { return nil }
    let printed = Amount(decimal: "0.01", unit: set.unit)?.fen ?? 1
    func one(_ fen: Int64?) -> [(spot: Spot, amount: Amount?)]? {
      guard let fen, fen != amount.fen else { return nil }
      return [(spot, Amount(fen: fen))]
    }
    let digits = Array(String((amount.fen / printed).magnitude))
    let sign: Int64 = amount.fen < 0 ? -1 : 1
    func typed(_ digits: [Character]) -> Int64? { Int64(String(digits)).map { $0 * printed * sign } }
    switch self {
    case .transposed:
      guard let place = digits.indices.dropLast().last(where: { digits[$0] != digits[$0 + 1] }) else { return nil }
      var swapped = digits
      swapped.swapAt(place, place + 1)
      return one(typed(swapped))
    case .scaled: return one(amount.fen * 10_000)
    case .sign: return one(-amount.fen)
    case .dropped:
      if digits.count < 2 { return nil }
      var fewer = digits
      fewer.remove(at: digits.count / 2)
      return one(typed(fewer))
    case .doubled: return one(amount.fen * 2)
    case .nextColumn: return spot.nextColumn(in: book, set: set).map { [(spot, nil), ($0, amount)] }
    case .nextRow: return spot.nextRow(in: book).map { [(spot, nil), ($0, amount)] }
    case .blanked: return [(spot, nil)]
    }
  }
}
