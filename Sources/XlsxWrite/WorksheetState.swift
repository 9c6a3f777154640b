internal import CXlsx
internal import XlsxPackage

/// What is known of one worksheet until the workbook is closed. The library owns the worksheet behind the pointer.
@safe final class WorksheetState {
  /// How one column is to look.
  struct Column: Equatable {
    var width: Double
    var format: CellFormat?
    var isHidden: Bool
  }

  let name: String
  let pointer: UnsafeMutablePointer<lxw_worksheet>
  var columns: [Int: Column] = [:]
  var mergedRanges: [CellRange] = []
  var commentedCells: Set<CellReference> = []
  var textNumberRanges: [CellRange] = []
  var validationCount = 0
  var linkCount = 0
  var isHidden = false

  init(name: String, borrowing pointer: UnsafeMutablePointer<lxw_worksheet>) {
    self.name = name
    unsafe self.pointer = unsafe pointer
  }
}
