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
  /// Whether it is in the workbook of the year before, beside which the submitted one is held.
  public var isPrior: Bool

  /// Creates a place.
  public init(
    form: String? = nil, sheet: String? = nil, cell: CellReference? = nil, row: RowName? = nil, path: LabelPath? = nil,
    isPrior: Bool = false
  ) {
    self.form = form
    self.sheet = sheet
    self.cell = cell
    self.row = row
    self.path = path
    self.isPrior = isPrior
  }

  /// The sheet and cell alone, as `预算03表!G10`; `上年 预算03表!G10` in the workbook of the year before.
  public var address: String { address(in: .chinese) }

  /// The sheet and cell alone, with the word for the year before in a language.
  public func address(in language: Language) -> String {
    let sheet = sheet ?? ""
    let cell = cell.map { "\($0)" } ?? ""
    let address = [sheet, cell].filter { !$0.isEmpty }.joined(separator: "!")
    if !isPrior { return address }
    return [PriorWord.before(in: language), address].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The address and the labels, with the word for the year before in a language.
  public func description(in language: Language) -> String {
    [address(in: language), label].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What stands there, as `行政运行·基本支出/小计`.
  public var label: String {
    [row?.name ?? "", path?.description ?? ""].filter { !$0.isEmpty }.joined(separator: "·")
  }
}

extension Place: CustomStringConvertible {
  /// The address and the labels, as `预算03表!G10 行政运行·基本支出/小计`.
  public var description: String { description(in: .chinese) }
}
