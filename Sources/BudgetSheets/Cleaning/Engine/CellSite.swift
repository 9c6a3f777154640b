import XlsxPackage

/// One cell of a form as repairs see it: where it stands, and what belongs there.
struct CellSite {
  /// What belongs into the cell.
  enum Kind: Hashable {
    /// Money, counted in a unit.
    case amount(MoneyUnit)
    /// A cell of a column of amounts beside which no row of the form stands.
    case beyondRows
    /// A code, with its digits where they are fixed.
    case code(digits: Int?)
    /// The name of something that has a code or stands in a dictionary.
    case name
    /// A name that only the submitter knows, as that of a project.
    case freeName
    /// The label of a printed row, or of the total.
    case label(FixedRow?)
    /// The value of an indicator.
    case indicator
    /// Any other text.
    case text
  }

  var place: Place
  var address: SheetAddress
  var kind: Kind
  /// The form, by its position in the book.
  var form: Int
  /// The row, by its position in the form; nil for a field of a form of blocks.
  var row: Int?
  /// Whether the row closes its pane: a zero is a statement there.
  var isClosing = false
  /// Whether its row holds nothing but zeros and signs for nothing: without them it would be no row any more.
  var isOfEmptyRow = false
  /// What the reader took from the cell; nil where it took nothing.
  var read: FormCell?

  /// Whether texts for people stand there.
  var isText: Bool {
    switch kind {
    case .name, .freeName, .label, .indicator, .text: true
    case .amount, .beyondRows, .code: false
    }
  }
}
