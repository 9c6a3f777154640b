internal import XlsxPackage

/// What changing a worksheet's part has shown about it.
struct SheetFindings {
  /// Whether any cell has a formula.
  var hasFormulas = false
  /// Whether a cell had a formula that it lost, or got one.
  var changesFormulas = false
  /// The relationship of the drawing that holds the boxes of comments.
  var drawing: String?
  /// The widths of the columns that have one of their own, in characters.
  var columnWidths: [(columns: ClosedRange<Int>, width: Double)] = []
}
