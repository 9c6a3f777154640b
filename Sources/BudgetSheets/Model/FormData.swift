/// One form of a book, with every value by its label path.
public struct FormData: Sendable, Hashable {
  /// The number of the form within its set, as `03`.
  public var form: String
  /// The sheet it was read from; nil in a book that was not read from a workbook.
  public var sheet: String?
  /// The title as printed.
  public var title: String?
  /// The unit in which the sheet states its amounts; the values are in the unit of the set.
  public var unit: MoneyUnit
  /// The rows, in the order of the sheet; of a form with panes, pane by pane.
  public var rows: [FormRow]
  /// The values of a form of blocks, by label path; `…#2` is the second item of a list.
  public var fields: [LabelPath: FormCell]
  /// The lines of text below the form.
  public var notes: [FormNote]
  /// Where its blank cells stand; takes no part in comparing.
  public var blanks: BlankCells
  /// Whether nobody has filled it in yet: then no line below it says that there is nothing to fill in.
  public var isUnfilled = false

  /// Creates a form.
  public init(
    form: String, sheet: String? = nil, title: String? = nil, unit: MoneyUnit, rows: [FormRow] = [],
    fields: [LabelPath: FormCell] = [:], notes: [FormNote] = [], blanks: BlankCells = BlankCells()
  ) {
    self.form = form
    self.sheet = sheet
    self.title = title
    self.unit = unit
    self.rows = rows
    self.fields = fields
    self.notes = notes
    self.blanks = blanks
  }
}
