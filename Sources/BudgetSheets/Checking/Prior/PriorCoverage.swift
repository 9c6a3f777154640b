/// What of a form set the book of the year before can say anything about: all of it where the book is of the same set, what
/// has a predecessor where it was carried over.
struct PriorCoverage: Sendable, Hashable {
  private let conversion: ConversionCoverage?

  /// - Parameter conversion: What a book that was carried over covers; nil for a book of the same set.
  init(_ conversion: ConversionCoverage? = nil) { self.conversion = conversion }

  /// Whether everything is covered.
  var isWhole: Bool { conversion == nil }

  /// Whether a form has a predecessor.
  func covers(form: String) -> Bool { conversion?.covers(form: form) ?? true }

  /// Whether a column has a predecessor.
  func covers(column: LabelPath, in form: String) -> Bool { conversion?.covers(column: column, in: form) ?? true }

  /// Whether a printed row has a predecessor.
  func covers(row: LabelPath, pane: String?, in form: String) -> Bool {
    conversion?.covers(row: row, pane: pane, in: form) ?? true
  }

  /// Whether a labelled amount has a predecessor.
  func covers(field: LabelPath, in form: String) -> Bool { conversion?.covers(field: field, in: form) ?? true }
}
