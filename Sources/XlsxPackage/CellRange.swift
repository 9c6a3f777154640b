/// A rectangle of cells, as in `A1:D3`.
public struct CellRange: Hashable, Sendable {
  /// The top left cell.
  public var first: CellReference
  /// The bottom right cell, part of the range.
  public var last: CellReference

  /// Creates the range between two corners, in whichever order they are given.
  public init(_ corner: CellReference, _ opposite: CellReference) {
    first = CellReference(row: min(corner.row, opposite.row), column: min(corner.column, opposite.column))
    last = CellReference(row: max(corner.row, opposite.row), column: max(corner.column, opposite.column))
  }

  /// Creates a range from `A1:D3`, or from `A1` for a single cell; nil where the text is anything else.
  public init?(_ text: some StringProtocol) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
    guard corners.count <= 2, let corner = corners.first.flatMap({ CellReference($0) }),
      let opposite = corners.last.flatMap({ CellReference($0) })
    else { return nil }
    self.init(corner, opposite)
  }

  /// Whether a cell lies inside.
  public func contains(_ cell: CellReference) -> Bool {
    (first.row...last.row).contains(cell.row) && (first.column...last.column).contains(cell.column)
  }
}

extension CellRange: CustomStringConvertible {
  /// The A1 text: `A1:D3`, or `A1` where it is one cell.
  public var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
