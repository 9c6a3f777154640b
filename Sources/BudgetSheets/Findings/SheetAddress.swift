public import XlsxPackage

/// A cell of a workbook.
public struct SheetAddress: Sendable, Hashable {
  /// The name of its sheet.
  public var sheet: String
  /// The cell.
  public var cell: CellReference

  /// Creates an address.
  public init(sheet: String, cell: CellReference) {
    self.sheet = sheet
    self.cell = cell
  }

  /// Creates an address from its text, as `预算03表!G10` or `'预算 03 表'!$G$10`; nil for any other text.
  ///
  /// What stands before the last exclamation mark is the sheet, in which an apostrophe is doubled where it is quoted.
  public init?(text: String) {
    guard let mark = text.lastIndex(of: "!"), let cell = CellReference(text[text.index(after: mark)...]) else {
      return nil
    }
    var sheet = String(text[..<mark])
    // No sheet's own name begins or ends with an apostrophe.
    if sheet.count > 2, sheet.first == "'", sheet.last == "'" {
      sheet = String(sheet.dropFirst().dropLast()).replacing("''", with: "'")
    }
    if sheet.isEmpty { return nil }
    self.init(sheet: sheet, cell: cell)
  }
}

extension SheetAddress: CustomStringConvertible {
  /// The text, as `预算03表!G10`.
  public var description: String { "\(sheet)!\(cell)" }
}
