internal import CXlsx
internal import Synchronization
internal import XlsxPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The owner of one workbook of the library, shared by the workbook's writer and those of its worksheets.
@safe final class WorkbookStorage {
  /// Excel's limit on different cell formats.
  private static let maximumFormats = 64_000
  /// How many workbooks there were.
  private static let count = Atomic<UInt64>(0)

  let path: String?
  let defaultFont: CellFont
  var worksheets: [WorksheetState] = []
  var activeIndex: Int?
  private var pointer: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [CellFormat: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var conditionalFormats: [CellFormat: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var prepared: [UnsafeMutablePointer<lxw_format>] = unsafe []
  /// Tells this workbook from any other, for formats that were prepared.
  private let number: UInt64
  private var lastFormat: CellFormat?
  private var lastPointer: UnsafeMutablePointer<lxw_format>?

  init(path: String?, defaultFont: CellFont) throws(XlsxWriteError) {
    self.path = path
    self.defaultFont = defaultFont
    number = Self.count.add(1, ordering: .relaxed).newValue
    var options = unsafe lxw_workbook_options()
    // The name is a stand-in: the library opens its file only in `finish(into:)`, which sets the real one.
    unsafe pointer = unsafe workbook_new_opt("", &options)
    guard let workbook = unsafe pointer else { throw check(LXW_ERROR_MEMORY_MALLOC_FAILED) ?? error(.library, "") }
    // The first format of a workbook is the one of cells without a format.
    if let first = unsafe workbook.pointee.formats.pointee.stqh_first {
      if let complaint = Self.complaint(about: CellFormat(font: defaultFont)) { throw error(.badFormat, complaint) }
      unsafe Self.set(defaultFont, on: first)
    }
  }

  deinit {
    if let workbook = unsafe pointer { unsafe lxw_workbook_free(workbook) }
  }

  /// The open workbook.
  func workbook() throws(XlsxWriteError) -> UnsafeMutablePointer<lxw_workbook> {
    guard let workbook = unsafe pointer else {
      throw error(.closed, "the workbook is closed. Write before closing it.")
    }
    return unsafe workbook
  }

  /// Makes an error that names this workbook.
  func error(
    _ code: XlsxWriteError.Code, sheet: String? = nil, cell: String? = nil, _ message: String
  ) -> XlsxWriteError {
    XlsxWriteError(code: code, path: path, sheet: sheet, cell: cell, message: message)
  }

  /// Turns a status of the library into an error; nil where all went well.
  func check(_ status: lxw_error, sheet: String? = nil, cell: String? = nil) -> XlsxWriteError? {
    switch status {
    case LXW_NO_ERROR:
      return nil
    case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
      LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
      return error(
        .cannotWrite, sheet: sheet, cell: cell,
        "\(Self.text(of: status)) Check the free space of the target and temporary folders.")
    default:
      return error(
        .library, sheet: sheet, cell: cell, "\(Self.text(of: status)) Report this as a bug.")
    }
  }

  private static func text(of status: lxw_error) -> String {
    guard let text = unsafe lxw_strerror(status) else { return "libxlsxwriter failed." }
    return unsafe String(cString: text)
  }
}

// MARK: - Formats

extension WorkbookStorage {
  /// The library's format for a cell; nil is the workbook's default.
  func format(
    _ format: CellFormat?, sheet: String?, cell: String?
  ) throws(XlsxWriteError) -> UnsafeMutablePointer<lxw_format>? {
    guard let format else { return nil }
    if format == lastFormat { return unsafe lastPointer }
    if let known = unsafe formats[format] {
      lastFormat = format
      unsafe lastPointer = unsafe known
      return unsafe known
    }
    let made = unsafe try newFormat(format, sheet: sheet, cell: cell)
    unsafe Self.set(format.font, on: made)
    // The library finds equal formats by their fields. This one keeps a Calibri 11 apart from the default format,
    // which was entered as Calibri 11 before its font was changed.
    unsafe format_set_font_scheme(made, "none")
    if let fill = format.fill {
      unsafe format_set_pattern(made, UInt8(LXW_PATTERN_SOLID.rawValue))
      unsafe format_set_fg_color(made, fill.value)
    }
    unsafe Self.setBorder(format.border, on: made)
    unsafe Self.setAlignment(of: format, on: made)
    if let numberFormat = format.numberFormat { unsafe format_set_num_format(made, numberFormat) }
    if !format.isLocked { unsafe format_set_unlocked(made) }
    if format.hidesFormula { unsafe format_set_hidden(made) }
    unsafe formats[format] = unsafe made
    lastFormat = format
    unsafe lastPointer = unsafe made
    return unsafe made
  }

  /// The library's format for a conditional format, which only adds to what the cell has already.
  func conditionalFormat(
    _ format: CellFormat, sheet: String?, cell: String?
  ) throws(XlsxWriteError) -> UnsafeMutablePointer<lxw_format> {
    if let known = unsafe conditionalFormats[format] { return unsafe known }
    let made = unsafe try newFormat(format, sheet: sheet, cell: cell)
    if format.font.isBold { unsafe format_set_bold(made) }
    if format.font.isItalic { unsafe format_set_italic(made) }
    if let color = format.font.color { unsafe format_set_font_color(made, color.value) }
    // In a differential format the background colour is the one that shows.
    if let fill = format.fill { unsafe format_set_bg_color(made, fill.value) }
    unsafe Self.setBorder(format.border, on: made)
    if let numberFormat = format.numberFormat { unsafe format_set_num_format(made, numberFormat) }
    unsafe conditionalFormats[format] = unsafe made
    return unsafe made
  }

  /// Makes a format known under a number.
  func prepare(_ format: CellFormat) throws(XlsxWriteError) -> PreparedFormat {
    guard let made = unsafe try self.format(format, sheet: nil, cell: nil) else {
      throw error(.library, "a format could not be made. Report this as a bug.")
    }
    unsafe prepared.append(made)
    return unsafe PreparedFormat(index: prepared.count - 1, workbook: number)
  }

  /// The library's format of one that was prepared; nil where that was for another workbook.
  func format(_ format: PreparedFormat) -> UnsafeMutablePointer<lxw_format>? {
    unsafe format.workbook == number ? prepared[format.index] : nil
  }

  private func newFormat(
    _ format: CellFormat, sheet: String?, cell: String?
  ) throws(XlsxWriteError) -> UnsafeMutablePointer<lxw_format> {
    let workbook = unsafe try workbook()
    if let complaint = Self.complaint(about: format) {
      throw error(.badFormat, sheet: sheet, cell: cell, complaint)
    }
    if unsafe formats.count + conditionalFormats.count >= Self.maximumFormats {
      throw error(
        .tooMany, sheet: sheet, cell: cell,
        "a workbook holds \(Self.maximumFormats) different formats. Use fewer.")
    }
    guard let made = unsafe workbook_add_format(workbook) else {
      throw error(.library, sheet: sheet, cell: cell, "there is no memory left for a format.")
    }
    return unsafe made
  }

  private static func complaint(about format: CellFormat) -> String? {
    let font = format.font
    if font.name.isEmpty || font.name.utf16.count > 31 || !XMLText.allows(font.name) {
      return "the font name \"\(font.name)\" cannot be used. Give 1 to 31 characters."
    }
    if !(1...409).contains(font.size) { return "the font size \(font.size) is not between 1 and 409 points." }
    if !(0...250).contains(format.indent) { return "the indent \(format.indent) is not between 0 and 250." }
    if let numberFormat = format.numberFormat,
      numberFormat.isEmpty || numberFormat.utf8.count > 127 || !XMLText.allows(numberFormat)
    {
      return "the number format \"\(numberFormat)\" cannot be used. Give 1 to 127 bytes of text."
    }
    return nil
  }
}

// MARK: - Finishing

extension WorkbookStorage {
  /// Writes the workbook into the file of a name and closes it, whether or not that succeeds.
  func finish(into file: String) throws(XlsxWriteError) {
    let workbook = unsafe try workbook()
    defer { release() }
    try settleVisibility()
    for worksheet in worksheets { try settle(worksheet) }
    unsafe free(workbook.pointee.filename)
    unsafe workbook.pointee.filename = unsafe strdup(file)
    // It frees the workbook even where it fails.
    unsafe pointer = nil
    if let failure = unsafe check(workbook_close(workbook)) { throw failure }
  }

  /// Frees the workbook without writing anything.
  func release() {
    if let workbook = unsafe pointer { unsafe lxw_workbook_free(workbook) }
    unsafe pointer = nil
  }

  /// Sees to it that a visible worksheet is the active one: the library would show the first one even if hidden.
  private func settleVisibility() throws(XlsxWriteError) {
    guard let firstVisible = worksheets.firstIndex(where: { !$0.isHidden }) else {
      throw error(
        .noVisibleWorksheet,
        worksheets.isEmpty
          ? "the workbook has no worksheet. Add one before closing it."
          : "every worksheet is hidden. Leave one to be seen.")
    }
    var active = activeIndex ?? firstVisible
    if worksheets[active].isHidden { active = firstVisible }
    for worksheet in worksheets where worksheet.isHidden { unsafe worksheet_hide(worksheet.pointer) }
    unsafe worksheet_activate(worksheets[active].pointer)
    if firstVisible > 0 { unsafe worksheet_set_first_sheet(worksheets[firstVisible].pointer) }
  }

  private func settle(_ worksheet: WorksheetState) throws(XlsxWriteError) {
    // Runs of equal columns become one element each: elements that overlap would damage the file.
    var rest = worksheet.columns.keys.sorted()[...]
    while let first = rest.popFirst(), let column = worksheet.columns[first] {
      var last = first
      while let next = rest.first, next == last + 1, worksheet.columns[next] == column {
        last = next
        rest.removeFirst()
      }
      var options = lxw_row_col_options()
      options.hidden = column.isHidden ? 1 : 0
      let format = unsafe try format(column.format, sheet: worksheet.name, cell: nil)
      let status = unsafe worksheet_set_column_opt(
        worksheet.pointer, UInt16(first - 1), UInt16(last - 1), column.width, format, &options)
      if let failure = check(status, sheet: worksheet.name) { throw failure }
    }
    if !worksheet.textNumberRanges.isEmpty {
      let ranges = worksheet.textNumberRanges.map(\.description).joined(separator: " ")
      let status = unsafe worksheet_ignore_errors(
        worksheet.pointer, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), ranges)
      if let failure = check(status, sheet: worksheet.name) { throw failure }
    }
  }
}
