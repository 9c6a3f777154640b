import XlsxPackage

/// A cell of a workbook.
struct SheetCell: Hashable {
  var sheet: String
  var cell: CellReference
}
