internal import CXlsx
public import XlsxPackage

extension WorksheetWriter {
  /// Writes a text, whatever it looks like: `=1+1` and `0012` stay text. An empty text leaves a blank cell.
  ///
  /// Line breaks, white space at the ends and control characters read back as written; a reader shows line breaks
  /// where the format wraps.
  ///
  /// - Throws: `tooLong` for more than 32,767 UTF-16 units, counted after escaping; `badFormat`.
  public func write(text: String, at cell: CellReference, format: CellFormat? = nil) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let place = try place(of: cell)
    let format = unsafe try self.format(format, cell)
    let escaped = try self.escaped(text, cell)
    try check(unsafe worksheet_write_string(sheet, place.row, place.column, escaped, format), cell)
  }

  /// Writes a number; the file keeps 16 significant digits of it.
  ///
  /// - Throws: `notFinite` for what Excel has no number for; `badFormat`.
  public func write(number: Double, at cell: CellReference, format: CellFormat? = nil) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let place = try place(of: cell)
    let format = unsafe try self.format(format, cell)
    try check(unsafe worksheet_write_number(sheet, place.row, place.column, finite(number, cell), format), cell)
  }

  /// Writes a formula with the number it comes to, which readers show that do not calculate.
  ///
  /// - Parameters:
  ///   - formula: The formula in English function names, with or without `=`. Functions newer than Excel 2010 need their
  ///     prefix, as in `_xlfn.IFS`.
  ///   - number: What it comes to.
  ///   - cell: Where it stands.
  ///   - format: How it looks.
  /// - Throws: `tooLong` for more than 8,192 characters, `badText`, `notFinite`, `badFormat`.
  public func write(
    formula: String, number: Double, at cell: CellReference, format: CellFormat? = nil
  ) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let place = try place(of: cell)
    let format = unsafe try self.format(format, cell)
    let formula = try self.formula(formula, CellRange(cell, cell))
    let number = try finite(number, cell)
    try check(unsafe worksheet_write_formula_num(sheet, place.row, place.column, formula, format, number), cell)
  }

  /// Writes a formula with the text it comes to, which may be empty.
  ///
  /// - Throws: `tooLong`, `badText`, `badFormat`.
  public func write(
    formula: String, text: String, at cell: CellReference, format: CellFormat? = nil
  ) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let place = try place(of: cell)
    let format = unsafe try self.format(format, cell)
    let formula = try self.formula(formula, CellRange(cell, cell))
    let text = try escaped(text, cell)
    try check(unsafe worksheet_write_formula_str(sheet, place.row, place.column, formula, format, text), cell)
  }

  /// Writes TRUE or FALSE.
  ///
  /// - Throws: `badFormat`.
  public func write(boolean: Bool, at cell: CellReference, format: CellFormat? = nil) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let place = try place(of: cell)
    let format = unsafe try self.format(format, cell)
    try check(unsafe worksheet_write_boolean(sheet, place.row, place.column, boolean ? 1 : 0, format), cell)
  }

  /// Gives an empty cell its looks.
  ///
  /// - Throws: `badFormat`.
  public func writeBlank(at cell: CellReference, format: CellFormat) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let place = try place(of: cell)
    let format = unsafe try self.format(format, cell)
    try check(unsafe worksheet_write_blank(sheet, place.row, place.column, format), cell)
  }

  /// Joins the cells of a range into one that shows a text, or nothing; every cell gets the format, so that lines
  /// run all around. A range of one cell is only written.
  ///
  /// - Throws: `overlap` where a cell belongs to another merged range; `tooLong`, `badFormat`.
  public func merge(_ range: CellRange, text: String?, format: CellFormat) throws(XlsxWriteError) {
    try merge(range, format)
    if let text { try write(text: text, at: range.first, format: format) }
  }

  /// Joins the cells of a range into one that shows a number.
  ///
  /// - Throws: `overlap`, `notFinite`, `badFormat`.
  public func merge(_ range: CellRange, number: Double, format: CellFormat) throws(XlsxWriteError) {
    _ = try finite(number, range.first)
    try merge(range, format)
    try write(number: number, at: range.first, format: format)
  }

  private func merge(_ range: CellRange, _ format: CellFormat) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let first = try place(of: range.first)
    let last = try place(of: range.last)
    if range.first == range.last { return try writeBlank(at: range.first, format: format) }
    if let other = state.mergedRanges.first(where: { $0.overlaps(range) }) {
      throw error(.overlap, range, "the cells \(other) are merged already. Merge each cell once.")
    }
    let made = unsafe try self.format(format, range.first)
    try check(
      unsafe worksheet_merge_range(sheet, first.row, first.column, last.row, last.column, "", made), range)
    state.mergedRanges.append(range)
  }

  func finite(_ number: Double, _ cell: CellReference) throws(XlsxWriteError) -> Double {
    if !number.isFinite { throw error(.notFinite, cell, "\(number) is no number to Excel. Write a text or a blank.") }
    return number
  }

  /// A text as the file keeps it, within the length of a cell.
  func escaped(_ text: String, _ cell: CellReference) throws(XlsxWriteError) -> String {
    let escaped = XMLText.escaped(text)
    // No text has more UTF-16 units than bytes, and bytes are counted at once.
    if escaped.utf8.count > 32_767, escaped.utf16.count > 32_767 {
      throw error(.tooLong, cell, "the text has \(escaped.utf16.count) characters. A cell holds 32767.")
    }
    return escaped
  }
}

extension CellRange {
  /// Whether two ranges share a cell.
  fileprivate func overlaps(_ other: CellRange) -> Bool {
    first.row <= other.last.row && other.first.row <= last.row && first.column <= other.last.column
      && other.first.column <= last.column
  }
}
