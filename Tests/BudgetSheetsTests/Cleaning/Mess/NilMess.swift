import BudgetSheets
import XlsxWrite

extension MessSpot {
  /// Whether the cell is a blank amount of a row that holds amounts.
  func isBlankAmount(in workbook: WrittenWorkbook) -> Bool {
    guard role == .amount, value == nil, stored.kind == .blank, stored.formula == nil,
      let row = workbook.row(of: self)
    else { return false }
    switch row.kind {
    case .total, .department, .unit, .detail, .fixed: return true
    default: return false
    }
  }
}

/// A1: a mark where there is no amount.
struct NilMarkMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard spot.isBlankAmount(in: workbook) else { return nil }
    return [spot.messed("A1", source.pick(["-", "－", "—", "–", "―", "/", "无", "空", " - ", "——"]), .restored)]
  }
}

/// A1: a zero where there is no amount. Where few of them stand, it may be meant.
struct ZeroForNilMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard spot.isBlankAmount(in: workbook) else { return nil }
    return [
      spot.messed("A1", .content(source.pick([.number("0"), .number("0.00"), .text("0"), .text("0.00")])), .restored)
    ]
  }
}
