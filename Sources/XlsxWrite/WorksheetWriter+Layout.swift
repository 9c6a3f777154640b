internal import CXlsx
public import XlsxPackage

extension WorksheetWriter {
  /// Sets how wide columns are, in digits of the default font; of several calls for one column the last one counts.
  ///
  /// - Parameters:
  ///   - columns: The columns, counted from 1.
  ///   - width: 0 to 255.
  ///   - format: How cells look that are never written, as in rows added later.
  ///   - isHidden: Whether the columns are hidden.
  /// - Throws: `outOfBounds`, `badFormat`.
  public func setColumnWidth(
    _ columns: ClosedRange<Int>, _ width: Double, format: CellFormat? = nil, isHidden: Bool = false
  ) throws(XlsxWriteError) {
    _ = unsafe try pointer()
    _ = try place(of: CellReference(row: 1, column: columns.lowerBound))
    _ = try place(of: CellReference(row: 1, column: columns.upperBound))
    if !(0...255).contains(width) {
      throw error(.outOfBounds, nil, "the column width \(width) is not between 0 and 255.")
    }
    // Makes the format now, so that a bad one is reported where it was given.
    _ = unsafe try storage.format(format, sheet: name, cell: nil)
    for column in columns {
      state.columns[column] = WorksheetState.Column(width: width, format: format, isHidden: isHidden)
    }
  }

  /// Sets how high a row is. Without a call Excel fits the row to its content; LibreOffice may cut wrapped text off.
  ///
  /// - Parameters:
  ///   - row: The row, counted from 1.
  ///   - points: 0 to 409.
  ///   - isHidden: Whether the row is hidden.
  /// - Throws: `outOfBounds`.
  public func setRowHeight(_ row: Int, _ points: Double, isHidden: Bool = false) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let place = try place(of: CellReference(row: row, column: 1))
    if !(0...409).contains(points) {
      throw error(.outOfBounds, nil, "the height \(points) of row \(row) is not between 0 and 409 points.")
    }
    var options = lxw_row_col_options()
    options.hidden = isHidden ? 1 : 0
    try check(unsafe worksheet_set_row_opt(sheet, place.row, points, nil, &options))
  }

  /// Keeps the rows above a row and the columns left of a column in sight while the rest scrolls.
  ///
  /// - Parameters:
  ///   - row: The first row that scrolls; 1 keeps none.
  ///   - column: The first column that scrolls; 1 keeps none.
  /// - Throws: `outOfBounds`.
  public func freezePanes(above row: Int, left column: Int = 1) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let place = try place(of: CellReference(row: row, column: column))
    unsafe worksheet_freeze_panes(sheet, place.row, place.column)
  }

  /// Sets the size at which the worksheet is shown, in percent from 10 to 400.
  ///
  /// - Throws: `outOfBounds`.
  public func setZoom(_ percent: Int) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    if !(10...400).contains(percent) {
      throw error(.outOfBounds, nil, "the zoom \(percent) is not between 10 and 400 percent.")
    }
    unsafe worksheet_set_zoom(sheet, UInt16(percent))
  }

  /// Selects a cell, which scrolls into sight when the worksheet is opened.
  ///
  /// - Throws: `outOfBounds`.
  public func setSelection(_ cell: CellReference) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let place = try place(of: cell)
    unsafe worksheet_set_selection(sheet, place.row, place.column, place.row, place.column)
  }

  /// Leaves out the grey lines between cells, on the screen and on paper.
  public func hideGridlines() throws(XlsxWriteError) {
    unsafe worksheet_gridlines(try pointer(), UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  /// Colours the worksheet's tab.
  public func setTabColor(_ color: Color) throws(XlsxWriteError) {
    unsafe worksheet_set_tab_color(try pointer(), color.value)
  }

  /// Puts arrows on the first row of a range with which a reader picks rows; a worksheet has one such range, and the last call
  /// counts.
  ///
  /// - Throws: `outOfBounds`.
  public func setFilter(_ range: CellRange) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let first = try place(of: range.first)
    let last = try place(of: range.last)
    try check(unsafe worksheet_autofilter(sheet, first.row, first.column, last.row, last.column))
  }

  /// Leaves out Excel's green corners in cells whose text looks like a number, as codes do; calls add up.
  ///
  /// - Throws: `outOfBounds`; `tooMany` after some hundred ranges.
  public func ignoreNumbersStoredAsText(in range: CellRange) throws(XlsxWriteError) {
    _ = unsafe try pointer()
    _ = try place(of: range.first)
    _ = try place(of: range.last)
    // All ranges share one attribute, for which the library has 2,080 bytes.
    if state.textNumberRanges.reduce(0, { $0 + $1.description.utf8.count + 1 }) + 20 > 2000 {
      throw error(.tooMany, range, "the worksheet has too many such ranges. Give larger ones.")
    }
    state.textNumberRanges.append(range)
  }
}
