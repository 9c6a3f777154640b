import XlsxWrite

extension CellState {
  /// Whether a cell can be given back a number format that a file holds.
  static func canRestore(format: String) -> Bool { StyleChange.allows(numberFormat: format) }
}
