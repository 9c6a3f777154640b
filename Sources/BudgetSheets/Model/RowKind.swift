/// What a row of a form is.
public enum RowKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// The sum of the whole form.
  case total
  /// The sum of one department.
  case department
  /// The sum of one unit of a department.
  case unit
  /// The sum of one class of a classification (类).
  case category
  /// The sum of one subclass (款) of a class.
  case subcategory
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

  /// Whether it is the sum of a class or subclass: such a row stands among the details, and whoever fills in a form types
  /// it as he types those.
  var isOfClass: Bool { self == .category || self == .subcategory }
}
