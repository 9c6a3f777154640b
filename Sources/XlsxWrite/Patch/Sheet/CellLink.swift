internal import XlsxPackage

/// The place within the workbook that a cell is to lead to.
struct CellLink {
  var sheet: String
  var target: CellReference
  var tip: String?

  var location: String { "\(SheetName.quoted(sheet))!\(target)" }
}
