public import XlsxPackage

/// What the sheet 审核 of an issued workbook says of a rule, as it was last worked out and saved.
public struct StoredVerdict: Sendable, Hashable {
  /// The rule, as ``RuleDescription/rule``.
  public var rule: String
  /// The word of the verdict, as `通过` or `不通过`; empty where none is stored.
  public var text: String
  /// The sheet as it is named in the workbook.
  public var sheet: String
  /// The cell of the verdict.
  public var cell: CellReference
  /// Whether a formula stands there.
  public var isFormula: Bool

  /// Creates a verdict.
  public init(rule: String, text: String, sheet: String, cell: CellReference, isFormula: Bool) {
    self.rule = rule
    self.text = text
    self.sheet = sheet
    self.cell = cell
    self.isFormula = isFormula
  }
}
