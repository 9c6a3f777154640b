import BudgetSheets
import XlsxWrite

/// What must come of a cell that was messed, once the workbook is cleaned with all repairs that need no question.
enum MessVerdict: Hashable {
  /// The cell says the value of the book again.
  case restored
  /// A finding stands at the cell, and the value read there is none or that of the book.
  case reported
  /// A finding stands at the cell, which stays as it was messed, and what is read is what it stores.
  case reportedAsStored
  /// The cell stays byte for byte as it was messed, and that is what is read.
  case untouched
  /// Either restored or reported: which of the two cannot be said without doing what the cleaner does.
  case settled
}

/// One cell of a workbook that was messed.
struct MessedCell {
  /// What was done to the cell.
  enum Put: Hashable {
    case content(CellContent)
    /// A number or text under another number format.
    case formatted(CellContent?, format: String)
    /// An error value, as `#REF!`.
    case error(String)
    /// The row of the cell was hidden.
    case hidden
  }

  /// The entry of the catalogue of mess, as `A2`.
  var mechanism: String
  var place: SheetPlace
  var put: Put
  var verdict: MessVerdict
  /// What the cell stored before.
  var before: CellState
  /// The code of the finding that must stand at the cell, where it is certain.
  var finding: FindingCode?
}
