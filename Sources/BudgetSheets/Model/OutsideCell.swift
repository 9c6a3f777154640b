public import XlsxPackage

/// A cell of the workbook that is no part of any form: a remark, a signature, a cover, a sheet of one's own.
public struct OutsideCell: Sendable, Hashable {
  /// The sheet as the submitter named it.
  public var sheet: String
  /// The cell.
  public var reference: CellReference
  /// The text of the cell, a number as it is stored.
  public var text: String
  /// Whether the cell held a number.
  public var isNumber: Bool
  /// The formula of the cell, without `=`.
  public var formula: String?

  /// Creates a cell outside the forms.
  public init(sheet: String, reference: CellReference, text: String, isNumber: Bool, formula: String? = nil) {
    self.sheet = sheet
    self.reference = reference
    self.text = text
    self.isNumber = isNumber
    self.formula = formula
  }
}
