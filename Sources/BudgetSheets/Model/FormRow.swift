/// One row of a form, or of one pane of it.
public struct FormRow: Sendable, Hashable {
  /// What the row is.
  public var kind: RowKind
  /// Which row it is: the label path of a fixed row, else the key with `#2` for the second of its equals; empty
  /// where the row has none.
  public var key: String
  /// The heading of the pane, in a form of several.
  public var pane: String?
  /// Whether the sheet hides the row.
  public var isHidden: Bool
  /// The cells by the label path of their column; a blank cell is left out.
  public var cells: [LabelPath: FormCell]

  /// Creates a row.
  public init(
    kind: RowKind, key: String, pane: String? = nil, isHidden: Bool = false, cells: [LabelPath: FormCell] = [:]
  ) {
    self.kind = kind
    self.key = key
    self.pane = pane
    self.isHidden = isHidden
    self.cells = cells
  }

  /// The amount in a column; nil where there is none.
  public func amount(_ column: LabelPath) -> Amount? { cells[column]?.value?.amount }

  /// The text in a column, be it the cell's own or taken from above; nil where there is none.
  public func text(_ column: LabelPath) -> String? { cells[column]?.effectiveText }
}
