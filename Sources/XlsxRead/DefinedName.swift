/// A name that the workbook gives to a range or a formula.
public struct DefinedName: Hashable, Sendable {
  /// The name, as `_xlnm.Print_Area`.
  public var name: String
  /// What it stands for, as `Sheet1!$A$1:$D$9`.
  public var text: String
  /// The sheet it belongs to, nil where it holds in the whole workbook.
  public var sheet: String?
  /// Whether the name is kept out of the list that users see.
  public var isHidden: Bool

  /// Creates a name.
  public init(name: String, text: String, sheet: String?, isHidden: Bool) {
    self.name = name
    self.text = text
    self.sheet = sheet
    self.isHidden = isHidden
  }
}
