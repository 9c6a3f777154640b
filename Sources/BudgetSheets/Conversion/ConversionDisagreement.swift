/// A total that was carried over, and is not what the parts that were carried over come to; both are kept.
public struct ConversionDisagreement: Sendable, Hashable {
  /// The form of the newer set.
  public var form: String
  /// The heading of the pane, in a form of several.
  public var pane: String?
  /// The row; nil for a labelled amount.
  public var row: RowName?
  /// The label path of the column or labelled amount.
  public var path: LabelPath
  /// The total as carried over.
  public var total: Amount
  /// What its parts come to.
  public var parts: Amount

  /// Creates the record of a total.
  public init(form: String, pane: String? = nil, row: RowName?, path: LabelPath, total: Amount, parts: Amount) {
    self.form = form
    self.pane = pane
    self.row = row
    self.path = path
    self.total = total
    self.parts = parts
  }
}
