/// A block of columns of a form that has rows of its own; most forms have one pane, some two side by side.
public struct Pane: Sendable, Hashable {
  /// What the rows of a pane are.
  public enum Rows: Sendable, Hashable {
    /// Printed rows, in order.
    case fixed([FixedRow])
    /// Rows that the submitter adds, from the total level down.
    case levels([RowLevel])
  }

  /// The heading over the pane; nil where it is the only one.
  public var name: String?
  /// The indexes of its columns among the leaf columns of the form.
  public var leaves: Range<Int>
  /// Its rows.
  public var rows: Rows
  /// The indexes of the leaf columns in which the labels of printed rows stand: one, or several where a label is as
  /// wide as that; empty where rows are free.
  public var labels: Range<Int> = 0..<0

  /// The printed rows; empty where rows are free.
  public var fixedRows: [FixedRow] {
    if case .fixed(let rows) = rows { rows } else { [] }
  }

  /// The levels of the free rows; empty where rows are printed.
  public var levels: [RowLevel] {
    if case .levels(let levels) = rows { levels } else { [] }
  }

  /// The leaf column in which a printed row's own label stands; what it stands under is printed before it.
  func labelLeaf(of row: FixedRow) -> Int {
    min(
      labels.lowerBound + (labels.count > 1 ? row.path.labels.count - 1 : 0),
      max(labels.lowerBound, labels.upperBound - 1))
  }

  /// The levels of classes above the lowest, whose rows stand among those of the lowest level.
  var classLevels: [RowLevel] { levels.dropLast().filter(\.kind.isOfClass) }

  /// Whether rows of a kind are those that somebody types into an issued form: the lowest level, and the classes among them.
  func isTyped(_ kind: RowKind?) -> Bool {
    guard let kind else { return false }
    return kind == levels.last?.kind || classLevels.contains { $0.kind == kind }
  }
}
