public import XlsxPackage

/// What a worksheet says beside its cells: sizes, merges, links, validations, protection, views.
///
/// It comes from ``Worksheet/layout()``, or from ``RowReader/layout`` while the rows are read. Rows carry what is set for
/// them themselves, see ``Row/isHidden`` and ``Row/height``.
public struct SheetLayout: Hashable, Sendable {
  /// The columns that the sheet sets, in its order (ECMA-376 18.3.1.13).
  public internal(set) var columns: [ColumnProperties] = []
  /// The width of every other column in characters, nil where the sheet leaves it to the font (18.3.1.81).
  public internal(set) var defaultColumnWidth: Double?
  /// The height in points of every row without one of its own, nil where the sheet leaves it to the font.
  public internal(set) var defaultRowHeight: Double?
  /// Whether every row is hidden that the sheet does not show expressly.
  public internal(set) var hidesRowsByDefault = false
  /// The merged ranges, in the sheet's order; the value of each is that of its top left cell.
  public internal(set) var merges: [CellRange] = []
  /// The hyperlinks, in the sheet's order.
  public internal(set) var hyperlinks: [Hyperlink] = []
  /// The data validations, in the sheet's order; those that Excel 2010 added as an extension come last.
  public internal(set) var validations: [ValidationRule] = []
  /// How the sheet is protected, nil where it says nothing of it.
  public internal(set) var protection: WorksheetProtection?
  /// The range under the sheet's filter, nil where it has none. Filters of tables are not among it.
  public internal(set) var autoFilter: CellRange?
  /// Whether its pages lie across, nil where the sheet does not say (18.3.1.63).
  public internal(set) var isLandscape: Bool?
  /// The sheet's first view, nil where it has none.
  public internal(set) var view: SheetView?
  /// The colour of the tab as eight hexadecimal digits, alpha first, as `FFFF0000`; nil where the sheet sets none, or
  /// names it by the theme or an old palette.
  public internal(set) var tabColor: String?
  /// The range that the sheet says it uses; many programs write it wrongly or not at all.
  public internal(set) var declaredRange: CellRange?
  /// The smallest range that holds every cell of the file, with cells that carry a style only; nil where there is none.
  public internal(set) var usedRange: CellRange?

  private var mergeIndex = RangeIndex()
  private var hyperlinkIndex = RangeIndex()
  private var validationIndex = RangeIndex()
}

extension SheetLayout {
  /// The hyperlink on a cell, nil where there is none; of several, the last one in the file.
  ///
  /// - Complexity: Constant for links on single cells; for the others logarithmic in their number, and linear in the number
  ///   of those that have a cell in this row.
  public func hyperlink(at cell: CellReference) -> Hyperlink? {
    hyperlinkIndex.last(at: cell).map { hyperlinks[$0] }
  }

  /// The validation of a cell, nil where there is none; of several, the last one in the file.
  ///
  /// - Complexity: As ``hyperlink(at:)``.
  public func validation(at cell: CellReference) -> ValidationRule? {
    validationIndex.last(at: cell).map { validations[$0] }
  }

  /// The merged range that a cell lies in, nil where it lies in none.
  ///
  /// - Complexity: As ``hyperlink(at:)``.
  public func merge(at cell: CellReference) -> CellRange? {
    mergeIndex.last(at: cell).map { merges[$0] }
  }

  /// Prepares the look-ups by cell, once the lists are complete.
  mutating func index() {
    mergeIndex = RangeIndex(merges.enumerated().map { ($1, $0) })
    hyperlinkIndex = RangeIndex(hyperlinks.enumerated().map { ($1.range, $0) })
    validationIndex = RangeIndex(
      validations.enumerated().flatMap { position, validation in validation.ranges.map { ($0, position) } })
  }
}
