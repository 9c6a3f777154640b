import BudgetSheets
import XlsxWrite

extension MessSpot {
  /// The formula of a total, where it adds up and holds an amount.
  func sum(in set: FormSet) -> (formula: String, amount: String)? {
    guard role == .amount, stored.kind == .number, let formula = stored.formula,
      formula.hasPrefix("SUM") || formula.contains("+"),
      !formula.hasPrefix("IF"), let amount = written(in: set)
    else { return nil }
    return (formula, amount)
  }
}

/// A9: the stored result of a formula is not what it comes to.
struct StaleFormulaMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let sum = spot.sum(in: workbook.set), let amount = spot.amount else { return nil }
    let unit = spot.unit(in: workbook.set)
    let other = Amount(fen: amount.fen + Int64(source.number(1...99_999)) * unit.fen / 100).text(in: unit, decimals: 2)
    return [
      spot.messed("A9", .content(.formula(sum.formula, .number(other))), .reportedAsStored, .formulaStale)
    ]
  }
}

/// A9: an error in place of an amount.
struct ErrorValueMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard spot.role == .amount, spot.stored.kind == .number else { return nil }
    return [spot.messed("A9", .error(source.pick(["#REF!", "#N/A", "#DIV/0!", "#VALUE!"])), .reported, .errorValue)]
  }
}

/// A9: a formula that nobody has calculated.
struct FormulaWithoutValueMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let sum = spot.sum(in: workbook.set) else { return nil }
    return [
      spot.messed("A9", .content(.formula(sum.formula, .unknown)), .reported, .formulaWithoutValue)
    ]
  }
}
