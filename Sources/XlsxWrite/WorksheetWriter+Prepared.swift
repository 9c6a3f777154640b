internal import CXlsx
public import XlsxPackage

// For workbooks that are written again and again: what is checked and looked up for each cell elsewhere is so once here.
extension WorksheetWriter {
  /// Writes a text that was checked before; an empty one leaves a blank cell.
  ///
  /// - Throws: `badFormat` for a format that another workbook prepared.
  public func write(_ text: PreparedText, at cell: CellReference, format: PreparedFormat) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let place = try place(of: cell)
    let format = unsafe try self.format(format, cell)
    let status = unsafe text.bytes.withUnsafeBufferPointer {
      unsafe worksheet_write_string(sheet, place.row, place.column, $0.baseAddress, format)
    }
    try check(status, cell)
  }

  /// Writes a number; the file keeps 16 significant digits of it.
  ///
  /// - Throws: `notFinite` for what Excel has no number for; `badFormat` for a format that another workbook prepared.
  public func write(number: Double, at cell: CellReference, format: PreparedFormat) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let place = try place(of: cell)
    let format = unsafe try self.format(format, cell)
    try check(unsafe worksheet_write_number(sheet, place.row, place.column, finite(number, cell), format), cell)
  }

  /// Writes a formula that was checked before, with the number it comes to.
  ///
  /// - Throws: `notFinite`; `badFormat` for a format that another workbook prepared.
  public func write(
    _ formula: PreparedFormula, number: Double, at cell: CellReference, format: PreparedFormat
  ) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let place = try place(of: cell)
    let format = unsafe try self.format(format, cell)
    let number = try finite(number, cell)
    let status = unsafe formula.bytes.withUnsafeBufferPointer {
      unsafe worksheet_write_formula_num(sheet, place.row, place.column, $0.baseAddress, format, number)
    }
    try check(status, cell)
  }

  /// Writes a formula that was checked before, with the text it comes to.
  ///
  /// - Throws: `badFormat` for a format that another workbook prepared.
  public func write(
    _ formula: PreparedFormula, text: PreparedText, at cell: CellReference, format: PreparedFormat
  ) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let place = try place(of: cell)
    let format = unsafe try self.format(format, cell)
    let status = unsafe formula.bytes.withUnsafeBufferPointer { formula in
      unsafe text.bytes.withUnsafeBufferPointer { text in
        unsafe worksheet_write_formula_str(
          sheet, place.row, place.column, formula.baseAddress, format, text.baseAddress)
      }
    }
    try check(status, cell)
  }

  /// Gives an empty cell its looks.
  ///
  /// - Throws: `badFormat` for a format that another workbook prepared.
  public func writeBlank(at cell: CellReference, format: PreparedFormat) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let place = try place(of: cell)
    let format = unsafe try self.format(format, cell)
    try check(unsafe worksheet_write_blank(sheet, place.row, place.column, format), cell)
  }

  private func format(
    _ format: PreparedFormat, _ cell: CellReference
  ) throws(XlsxWriteError) -> UnsafeMutablePointer<lxw_format> {
    guard let known = unsafe storage.format(format) else {
      throw error(.badFormat, cell, "the format was prepared for another workbook. Prepare it for this one.")
    }
    return unsafe known
  }
}

extension WorkbookWriter {
  /// Makes a format known to the workbook, for cells that are written with it.
  ///
  /// - Throws: `badFormat`, `tooMany` for more than 64,000 formats, `closed`.
  public func prepare(_ format: CellFormat) throws(XlsxWriteError) -> PreparedFormat {
    try storage.prepare(format)
  }
}
