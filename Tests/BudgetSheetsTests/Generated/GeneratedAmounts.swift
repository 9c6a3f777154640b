import BudgetSheets

/// Random amounts: nothing, zero, small ones, negative ones, huge ones, some finer than the two decimals of 万元.
///
/// None is beyond 9×10^11 元, that is 14 digits counted in 分. A workbook stores numbers as doubles, which carry no more
/// than 15 significant digits; what is larger, as a sum may be, is written as text, and its sums as values.
struct GeneratedAmounts {
  /// An amount; nil for a cell left blank.
  static func make(_ source: inout SeededSource, unit: MoneyUnit) -> Amount? {
    switch source.number(0...19) {
    case 0...5: nil
    case 6: .zero
    case 7: Amount(fen: Int64(source.number(-999...999)))
    case 8: Amount(fen: Int64(source.number(-90_000_000_000_000...90_000_000_000_000)))
    case 9: Amount(fen: -unit.fen / 100 * Int64(source.number(1...9_999_999)))
    case 10...11: Amount(fen: Int64(source.number(1...999_999_999)))
    default: Amount(fen: unit.fen / 100 * Int64(source.number(1...9_999_999)))
    }
  }

  /// The sum of those that are there; mostly nil where none is, sometimes zero.
  static func sum(_ amounts: [Amount?], _ source: inout SeededSource) -> Amount? {
    let present = amounts.compactMap(\.self)
    if present.isEmpty { return source.once(in: 20) ? .zero : nil }
    return present.reduce(.zero) { Amount(fen: $0.fen + $1.fen) }
  }
}
