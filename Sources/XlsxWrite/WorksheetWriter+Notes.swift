internal import CXlsx
public import XlsxPackage

extension WorksheetWriter {
  /// Hangs a comment on a cell, shown when the pointer rests there.
  ///
  /// It is written in the workbook's default font, in 9 points. White space at the ends of the text is not kept by all readers.
  ///
  /// - Parameters:
  ///   - text: The comment; at most 32,767 characters.
  ///   - author: Who says so.
  ///   - cell: The cell.
  ///   - width: The width of the box in pixels.
  ///   - height: The height of the box in pixels.
  /// - Throws: `badText` where the text is empty, `tooLong`, `overlap` where the cell has a comment already,
  ///   `outOfBounds`.
  public func writeComment(
    _ text: String, author: String = "", at cell: CellReference, width: Int = 200, height: Int = 100
  ) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let place = try place(of: cell)
    if text.isEmpty { throw error(.badText, cell, "the comment is empty. Leave it out.") }
    let escapedText = try escaped(text, cell)
    if author.utf16.count > 52 || !XMLText.allows(author) {
      throw error(.badText, cell, "the author \"\(author)\" cannot be used. Give at most 52 characters.")
    }
    if !(1...2000).contains(width) || !(1...2000).contains(height) {
      throw error(.outOfBounds, cell, "a comment of \(width) by \(height) pixels is not between 1 and 2000.")
    }
    if state.commentedCells.contains(cell) {
      throw error(.overlap, cell, "the cell has a comment already. Join the two.")
    }
    var strings = CopiedStrings()
    var options = unsafe lxw_comment_options()
    unsafe options.author = strings.copy(author)
    unsafe options.font_name = strings.copy(storage.defaultFont.name)
    unsafe options.font_size = 9
    unsafe options.width = UInt16(width)
    unsafe options.height = UInt16(height)
    try check(unsafe worksheet_write_comment_opt(sheet, place.row, place.column, escapedText, &options), cell)
    state.commentedCells.insert(cell)
  }

  /// Writes a text that leads to another cell of the workbook.
  ///
  /// - Parameters:
  ///   - sheet: The name of the worksheet it leads to, which may be added later.
  ///   - target: The cell it leads to.
  ///   - text: What the cell shows; at most 255 characters.
  ///   - cell: Where it stands.
  ///   - format: How it looks; nil is blue and underlined.
  ///   - tip: What is shown when the pointer rests on it; at most 255 characters.
  /// - Throws: `badSheetName`, also for a name with a number sign, `badText` where the text is empty, `tooLong`, `tooMany` after 65,530 links.
  public func writeInternalLink(
    toSheet sheet: String, cell target: CellReference = CellReference(row: 1, column: 1), text: String,
    at cell: CellReference, format: CellFormat? = nil, tip: String? = nil
  ) throws(XlsxWriteError) {
    let pointer = unsafe try pointer()
    let place = try place(of: cell)
    _ = try self.place(of: target)
    if let complaint = SheetName.complaint(about: sheet) { throw error(.badSheetName, cell, complaint) }
    // The library takes what follows for a place in a web page.
    if sheet.utf8.contains(UInt8(ascii: "#")) {
      throw error(.badSheetName, cell, "no link can lead to the sheet \"\(sheet)\", whose name holds #. Write a text.")
    }
    if text.isEmpty { throw error(.badText, cell, "the link has no text. Give it one.") }
    let escapedText = try escaped(text, cell)
    // The library repeats the text in an attribute of limited length.
    if escapedText.utf16.count > 255 {
      throw error(.tooLong, cell, "the text of the link has over 255 characters. Shorten it.")
    }
    if let tip, tip.utf16.count > 255 || !XMLText.allows(tip) {
      throw error(.tooLong, cell, "the tip is over 255 characters or holds a control character. Shorten it.")
    }
    if state.linkCount == 65_530 {
      throw error(.tooMany, cell, "a worksheet holds 65530 links. Write a plain text.")
    }
    let format = unsafe try self.format(format, cell)
    let address = "internal:\(SheetName.quoted(sheet))!\(target)"
    try check(
      unsafe worksheet_write_url_opt(pointer, place.row, place.column, address, format, escapedText, tip), cell)
    state.linkCount += 1
  }
}
