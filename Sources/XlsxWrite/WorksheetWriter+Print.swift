internal import CXlsx
internal import XlsxPackage

extension WorksheetWriter {
  /// Sets how the worksheet is printed; call it once.
  ///
  /// - Throws: `outOfBounds` for repeated rows, a print area, margins or page counts that cannot be; `tooLong` for a
  ///   header or footer of more than 255 characters; `badText`.
  public func printSetup(_ setup: PrintSetup) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    try check(setup)
    switch setup.orientation {
    case .portrait: unsafe worksheet_set_portrait(sheet)
    case .landscape: unsafe worksheet_set_landscape(sheet)
    }
    // The numbers of ECMA-376 18.3.1.63.
    switch setup.paper {
    case .a3: unsafe worksheet_set_paper(sheet, 8)
    case .a4: unsafe worksheet_set_paper(sheet, 9)
    }
    let margins = setup.margins
    unsafe worksheet_set_margins(sheet, margins.left, margins.right, margins.top, margins.bottom)
    if setup.fitToPagesWide > 0 || setup.fitToPagesTall > 0 {
      unsafe worksheet_fit_to_pages(sheet, UInt16(setup.fitToPagesWide), UInt16(setup.fitToPagesTall))
    }
    if setup.centersHorizontally { unsafe worksheet_center_horizontally(sheet) }
    unsafe try setRepeatedLinesAndArea(of: setup, sheet)
    var options = unsafe lxw_header_footer_options()
    unsafe options.margin = margins.header
    try check(unsafe worksheet_set_header_opt(sheet, setup.header ?? "", &options))
    unsafe options.margin = margins.footer
    try check(unsafe worksheet_set_footer_opt(sheet, setup.footer ?? "", &options))
  }

  private func setRepeatedLinesAndArea(
    of setup: PrintSetup, _ sheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws(XlsxWriteError) {
    if let rows = setup.repeatedRows {
      let first = try place(of: CellReference(row: rows.lowerBound, column: 1))
      let last = try place(of: CellReference(row: rows.upperBound, column: 1))
      try check(unsafe worksheet_repeat_rows(sheet, first.row, last.row))
    }
    if let columns = setup.repeatedColumns {
      let first = try place(of: CellReference(row: 1, column: columns.lowerBound))
      let last = try place(of: CellReference(row: 1, column: columns.upperBound))
      try check(unsafe worksheet_repeat_columns(sheet, first.column, last.column))
    }
    if let rows = setup.repeatedRows, let columns = setup.repeatedColumns {
      let quoted = SheetName.quoted(name)
      let names = [columns.lowerBound, columns.upperBound].map { "$" + CellReference.columnName($0) }
      let formula = "\(quoted)!\(names[0]):\(names[1]),\(quoted)!$\(rows.lowerBound):$\(rows.upperBound)"
      // The library cuts off what a name refers to after 127 bytes.
      if formula.utf8.count > 127 {
        throw error(
          .tooLong, nil, "the name of the worksheet is too long for repeating both rows and columns. Repeat rows only.")
      }
    }
    if let area = setup.printArea {
      let first = try place(of: area.first)
      let last = try place(of: area.last)
      try check(unsafe worksheet_print_area(sheet, first.row, first.column, last.row, last.column), area)
    }
  }

  private func check(_ setup: PrintSetup) throws(XlsxWriteError) {
    let margins = setup.margins
    for margin in [margins.left, margins.right, margins.top, margins.bottom, margins.header, margins.footer]
    where !(0...49).contains(margin) {
      throw error(.outOfBounds, nil, "the margin \(margin) is not between 0 and 49 inches.")
    }
    if !(0...32_767).contains(setup.fitToPagesWide) || !(0...32_767).contains(setup.fitToPagesTall) {
      throw error(
        .outOfBounds, nil,
        "\(setup.fitToPagesWide) by \(setup.fitToPagesTall) pages cannot be printed on. Give numbers from 0 to 32767.")
    }
    for line in [setup.header, setup.footer] {
      guard let line else { continue }
      if line.utf16.count > 255 {
        throw error(.tooLong, nil, "a header or footer has \(line.utf16.count) characters. Shorten it to 255.")
      }
      if !XMLText.allows(line) {
        throw error(.badText, nil, "a header or footer holds a control character. Leave it out.")
      }
    }
  }
}
