public import XlsxPackage

/// One cell of a form: its value, and where and how it stood in the workbook.
public struct FormCell: Sendable, Hashable {
  /// The cell of the sheet; nil in a book that was not read from a workbook.
  public var reference: CellReference?
  /// The value; nil where the cell says nothing or cannot be read.
  public var value: FormValue?
  /// The text of the cell where it differs from the value: `1,234.50`, a code that lost its zeros, `－` for nothing.
  public var raw: String?
  /// The unit in which the raw text counts, where it is not that of the set.
  public var unit: MoneyUnit?
  /// What a blank cell takes from the cell above, by a merge or by the rule of its form.
  public var inherited: String?
  /// The formula of the cell, without `=`.
  public var formula: String?

  /// Creates a cell.
  public init(
    reference: CellReference? = nil, value: FormValue?, raw: String? = nil, unit: MoneyUnit? = nil,
    inherited: String? = nil, formula: String? = nil
  ) {
    self.reference = reference
    self.value = value
    self.raw = raw
    self.unit = unit
    self.inherited = inherited
    self.formula = formula
  }

  /// What the cell says, be it its own or taken from above.
  public var effectiveText: String? { value?.text ?? inherited }
}
