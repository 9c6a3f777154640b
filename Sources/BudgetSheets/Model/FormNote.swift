public import XlsxPackage

/// A line of text below a form.
public struct FormNote: Sendable, Hashable {
  /// The cell of the sheet; nil in a book that was not read from a workbook.
  public var reference: CellReference?
  /// The text.
  public var text: String

  /// Creates a note.
  public init(reference: CellReference? = nil, text: String) {
    self.reference = reference
    self.text = text
  }
}
