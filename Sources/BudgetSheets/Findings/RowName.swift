/// Which row of a form is meant.
public struct RowName: Sendable, Hashable {
  /// The key: the label path of a printed row, else the code or name with `#2` for the second of its equals.
  public var key: String
  /// What a reader calls it: the label of a printed row, the name that goes with a code.
  public var name: String

  /// Creates the name of a row.
  public init(key: String, name: String) {
    self.key = key
    self.name = name
  }
}
