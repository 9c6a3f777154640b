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
    /// The name of something that the form knows by its name or code.
    case name
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
  /// What the reader took from the cell; nil where it took nothing.
  var read: FormCell?

  /// Whether texts for people stand there.
  var isText: Bool {
    switch kind {
    case .name, .label, .indicator, .text: true
    case .amount, .beyondRows, .code: false
    }
  }
}
