/// What a worksheet sets for a run of columns.
public struct ColumnProperties: Hashable, Sendable {
  /// The first column of the run, counted from 1.
  public var first: Int
  /// The last column of the run.
  public var last: Int
  /// Whether the columns are hidden; a width of zero hides them too and is not counted here.
  public var isHidden: Bool
  /// The width in characters, nil where the sheet leaves the default.
  public var width: Double?

  /// Creates the properties of a run of columns.
  public init(first: Int, last: Int, isHidden: Bool, width: Double?) {
    self.first = first
    self.last = last
    self.isHidden = isHidden
    self.width = width
  }
}
