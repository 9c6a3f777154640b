/// The style of a cell, as far as reading needs it.
public struct CellStyle: Hashable, Sendable {
  /// The place in the workbook's list of cell styles, counted from 0.
  public var index: Int
  /// The code of the number format, as `#,##0.00`.
  public var numberFormat: String
  /// Whether the cell cannot be changed while the sheet is protected.
  public var isLocked: Bool
  /// Whether the formula does not show while the sheet is protected.
  public var isFormulaHidden: Bool
}
