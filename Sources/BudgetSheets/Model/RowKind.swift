/// What a row of a form is.
public enum RowKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// The sum of the whole form.
  case total
  /// The sum of one department.
  case department
  /// The sum of one unit of a department.
  case unit
  /// A row of its own amounts.
  case detail
  /// Further texts of the detail row above it.
  case continuation
  /// A row that the form prints.
  case fixed
  /// A row of the table of indicators in a form of blocks.
  case indicator
  /// A row that stands among the others but fits none of the form's levels.
  case unclassified
}
