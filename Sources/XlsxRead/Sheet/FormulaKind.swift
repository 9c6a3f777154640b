/// How a cell's formula is stored.
public enum FormulaKind: Hashable, Sendable, BitwiseCopyable {
  /// A formula of this cell alone.
  case normal
  /// A formula written once for a group of cells.
  case shared
  /// An array formula, which one cell holds for its whole range.
  case array
  /// A what-if data table.
  case dataTable
}
