/// What a cell of a workbook holds, as it is stored.
public struct CellState: Sendable, Hashable {
  /// The kinds of content.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Nothing.
    case blank
    /// A number; its text is that of the file, digit by digit.
    case number
    /// A text.
    case text
    /// `TRUE` or `FALSE`, as `1` or `0`.
    case boolean
    /// An error value, as `#REF!`.
    case error
    /// A number that is shown as a date; its text is the stored number.
    case date
  }

  /// What it holds; of a formula, what its stored result is.
  public var kind: Kind
  /// The stored text; empty for a blank cell.
  public var text: String
  /// The number format in Excel's language, as `General`, `@`, `#,##0.00`.
  public var format: String
  /// The formula, without `=`.
  public var formula: String?

  /// Creates a state.
  public init(kind: Kind, text: String, format: String = "General", formula: String? = nil) {
    self.kind = kind
    self.text = text
    self.format = format
    self.formula = formula
  }

  /// Whether another state says the same, whatever the number formats: numbers are compared as Excel computes with them, and
  /// results of formulas, which a program may have worked out anew, as far as floating point is exact.
  public func holdsSame(as other: CellState) -> Bool {
    guard formula == other.formula else { return false }
    switch (kind, other.kind) {
    case (.number, .number), (.date, .date), (.number, .date), (.date, .number):
      if text == other.text { return true }
      guard let number = Double(text), let otherNumber = Double(other.text) else { return false }
      if formula == nil { return number == otherNumber }
      return abs(number - otherNumber) <= max(abs(number), abs(otherNumber), 1) * 1e-13
    default: return kind == other.kind && text.unicodeScalars.elementsEqual(other.text.unicodeScalars)
    }
  }
}
