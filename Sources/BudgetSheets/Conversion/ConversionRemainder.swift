public import XlsxPackage

/// A value of an older book that found no place in the newer form.
public struct ConversionRemainder: Sendable, Hashable {
  /// Why it found none.
  public enum Reason: Sendable, Hashable {
    /// The newer set has no form that succeeds this one.
    case noForm
    /// The newer form has no such column, printed row or field.
    case noSuccessor
    /// The newer form has no rows of this kind.
    case noRow
    /// The set says that it is not carried over, and why.
    case notCarried(String)
    /// It is counted in another part of the form, which is carried over; the name of that.
    case contained(String)
    /// It should be counted in another part of the form, whose name is given; but that says nothing there, was not carried
    /// over, or is not what its parts come to.
    case notCounted(String)
    /// It is the total of rows that are carried over.
    case totalOfOthers
    /// It explains a finding of the rule whose code is given; the newer set has rules of its own.
    case explanation(String)
    /// It cannot be read as what stands there.
    case unreadable
    /// It is too large together with what belongs to it.
    case tooLarge
  }

  /// Whether nothing is lost with it: what it says is carried over in another way.
  public var isKept: Bool {
    switch reason {
    case .contained, .totalOfOthers: true
    default: false
    }
  }

  /// The form of the older set; empty where it belongs to none.
  public var form: String
  /// The sheet; nil in a book that was not read from a workbook.
  public var sheet: String?
  /// The cell; nil in a book that was not read from a workbook.
  public var cell: CellReference?
  /// The row as readers name it; nil for a field or a note.
  public var row: RowName?
  /// The heading of the pane of the row, in a form of several.
  public var pane: String?
  /// The label path of the column or field; nil for a note.
  public var path: LabelPath?
  /// The value; nil where it cannot be read.
  public var value: FormValue?
  /// The text of the cell where the value is none, or differs from it.
  public var raw: String?
  /// The unit in which the text counts, where it is not that of the newer set.
  public var unit: MoneyUnit?
  /// Why it found no place.
  public var reason: Reason
  /// Whether it is an amount that counts in the sum of its form: neither a total of amounts that are there, nor a part.
  public var isInput = false

  /// Creates the record of a value.
  public init(
    form: String, sheet: String? = nil, cell: CellReference? = nil, row: RowName? = nil, pane: String? = nil,
    path: LabelPath? = nil, value: FormValue?, raw: String? = nil, unit: MoneyUnit? = nil, reason: Reason
  ) {
    self.form = form
    self.sheet = sheet
    self.cell = cell
    self.row = row
    self.pane = pane
    self.path = path
    self.value = value
    self.raw = raw
    self.unit = unit
    self.reason = reason
  }
}
