internal import XlsxPackage

/// What is to be changed about one cell.
struct CellEdit {
  var cell: CellReference
  var content: CellContent?
  var style: StyleChange?

  /// Whether the cell is made where there is none.
  var makesCell: Bool {
    if style != nil { return true }
    guard let content else { return false }
    return content != .nothing
  }
}
