public import XlsxPackage

/// Where the blank cells of a form stand in its sheet.
///
/// It takes no part in comparing forms: two of them that say the same are equal wherever their blank cells stand.
public struct BlankCells: Sendable {
  /// The sheet's column of each leaf column that was found, counted from 1.
  public var columns: [LabelPath: Int]
  /// The cell of each labelled amount of a form of blocks.
  public var fields: [LabelPath: CellReference]

  /// Creates the places.
  public init(columns: [LabelPath: Int] = [:], fields: [LabelPath: CellReference] = [:]) {
    self.columns = columns
    self.fields = fields
  }
}

extension BlankCells: Hashable {
  /// Always true, as said above.
  public static func == (first: BlankCells, second: BlankCells) -> Bool { true }

  /// Nothing goes into the hash.
  public func hash(into hasher: inout Hasher) {}
}
