/// How a worksheet shows when it is opened (ECMA-376 18.3.1.87).
public struct SheetView: Hashable, Sendable {
  /// How many rows stay at the top while the rest scrolls.
  public var frozenRows = 0
  /// How many columns stay at the side while the rest scrolls.
  public var frozenColumns = 0
  /// Whether column A is at the right.
  public var isRightToLeft = false
  /// Whether the lines between cells show.
  public var showsGridLines = true
  /// Whether the sheet's tab is selected.
  public var isSelected = false

  /// Creates a view without frozen panes.
  public init() {}
}
