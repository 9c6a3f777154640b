public import XlsxPackage

/// A place in a submitted workbook, as people and programs find it.
public struct Place: Sendable, Hashable {
  /// The number of the form, as `03`; nil where no form is meant.
  public var form: String?
  /// The sheet as the submitter named it.
  public var sheet: String?
  /// The cell; of a blank one the cell where it would stand, nil where that cannot be told.
  public var cell: CellReference?
  /// The row.
  public var row: RowName?
  /// The label path of the column or field.
  public var path: LabelPath?

  /// Creates a place.
  public init(
    form: String? = nil, sheet: String? = nil, cell: CellReference? = nil, row: RowName? = nil, path: LabelPath? = nil
  ) {
    self.form = form
    self.sheet = sheet
    self.cell = cell
    self.row = row
    self.path = path
  }

  /// The sheet and cell alone, as `预算03表!G10`.
  public var address: String {
    let sheet = sheet ?? ""
    guard let cell else { return sheet }
    return sheet.isEmpty ? "\(cell)" : "\(sheet)!\(cell)"
  }

  /// What stands there, as `行政运行·基本支出/小计`.
  public var label: String {
    [row?.name ?? "", path?.description ?? ""].filter { !$0.isEmpty }.joined(separator: "·")
  }
}

extension Place: CustomStringConvertible {
  /// The address and the labels, as `预算03表!G10 行政运行·基本支出/小计`.
  public var description: String { [address, label].filter { !$0.isEmpty }.joined(separator: " ") }
}
