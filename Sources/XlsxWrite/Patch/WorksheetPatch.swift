public import XlsxPackage

/// What is to be changed about one worksheet of an existing workbook.
///
/// Changes are gathered; whether the file allows them is often seen only when it is written, and then
/// ``WorkbookPatch/write(to:replacesExisting:)`` says so with the cell. Of several changes of one thing the last one
/// counts.
public final class WorksheetPatch {
  let state: SheetState
  let patch: WorkbookPatch

  init(_ state: SheetState, of patch: WorkbookPatch) {
    self.state = state
    self.patch = patch
  }

  /// The name on the worksheet's tab, as it is to be.
  public var name: String { state.name }

  /// Whether the sheet shows, as it is to be.
  public var visibility: SheetVisibility { state.visibility }

  /// Sets what a cell holds; its looks stay. A cell that is not there yet takes those of its row or column.
  ///
  /// A cell that loses a formula may have shared it with others; those keep it. Formulas of other cells that use the cell
  /// are calculated anew when the workbook is opened.
  ///
  /// - Throws: `outOfBounds`; `badText` or `tooLong` for content that no cell can hold. Later, writing refuses a cell inside
  ///   an array formula or a data table, and one that heads a column of a table.
  public func set(_ content: CellContent, at cell: CellReference) throws(XlsxWriteError) {
    try check(cell)
    do throws(ContentFault) {
      state.edits.cells[cell, default: CellEdit(cell: cell)].content = try content.checked()
    } catch {
      throw self.error(error.code, cell, error.message)
    }
  }

  /// Gives a cell other looks on top of those that it has.
  ///
  /// - Throws: `outOfBounds`, `badFormat` for a number format that is empty, too long, not closed or holds a control
  ///   character.
  public func restyle(_ cell: CellReference, _ change: StyleChange) throws(XlsxWriteError) {
    try check(cell)
    if let complaint = change.numberFormat.flatMap(StyleChange.complaint) { throw error(.badFormat, cell, complaint) }
    if change == StyleChange() { return }
    let before = state.edits.cells[cell]?.style ?? StyleChange()
    state.edits.cells[cell, default: CellEdit(cell: cell)].style = before.adding(change)
  }

  /// The fill of a cell as the file has it; changes that this patch is to make do not show.
  ///
  /// A cell that is not there has the fill of its row or its column, which it would get. What a conditional format or a table
  /// lays over a cell is not its fill.
  ///
  /// - Throws: `outOfBounds`; `cannotRead` where the worksheet or the styles cannot be read, `refused` where they are in an
  ///   encoding other than UTF-8 and UTF-16.
  /// - Complexity: Reads the worksheet up to the cell. For several cells, ask once with ``fills(at:)``.
  public func fill(at cell: CellReference) throws(XlsxWriteError) -> CellFill {
    try fills(at: [cell])[cell] ?? .none
  }

  /// The fills of cells as ``fill(at:)`` gives them, by their cells.
  ///
  /// - Throws: As for one cell.
  /// - Complexity: Reads the worksheet once, up to the last of the cells.
  public func fills(at cells: some Collection<CellReference>) throws(XlsxWriteError) -> [CellReference: CellFill] {
    for cell in cells { try check(cell) }
    guard !cells.isEmpty, let part = state.original?.part else { return [:] }
    do throws(XlsxWriteError) {
      let pieces = try patch.package.stream(part)
      let stream = MarkupStream { () throws(XlsxWriteError) in try pieces.next() }
      let styles = try CellStyleSearch.styles(of: cells, in: stream)
      var fills: [CellReference: CellFill] = [:]
      for (cell, style) in styles { fills[cell] = try patch.fill(ofStyle: style) }
      return fills
    } catch {
      throw error.inPart(part, sheet: state.original?.name ?? name, of: patch.package.file)
    }
  }

  /// Has a cell lead to a cell of this workbook, in place of a link that it has. Its content and looks stay.
  ///
  /// - Parameters:
  ///   - cell: Where the link stands.
  ///   - sheet: The name of the worksheet that it leads to, as it is when the workbook is written.
  ///   - target: The cell that it leads to.
  ///   - tip: What is shown when the pointer rests on it; at most 255 characters.
  /// - Throws: `outOfBounds`, `badSheetName`, `tooLong`, `badText`. Later, writing refuses a cell that has a link together
  ///   with others, and a sheet that is not there.
  public func addLink(
    at cell: CellReference, toSheet sheet: String, cell target: CellReference = CellReference(row: 1, column: 1),
    tip: String? = nil
  ) throws(XlsxWriteError) {
    try check(cell)
    guard (1...CellReference.maximumRow).contains(target.row),
      (1...CellReference.maximumColumn).contains(target.column)
    else {
      throw error(.outOfBounds, cell, "the link leads to row \(target.row), column \(target.column), which is no cell.")
    }
    if let complaint = SheetName.complaint(about: sheet) { throw error(.badSheetName, cell, complaint) }
    if let tip, tip.utf16.count > 255 {
      throw error(.tooLong, cell, "the tip has \(tip.utf16.count) characters. Shorten it to 255.")
    }
    if let tip, !XMLText.allows(tip) {
      throw error(.badText, cell, "the tip holds a control character. Leave it out.")
    }
    state.edits.links[cell] = .some(CellLink(sheet: sheet, target: target, tip: tip))
  }

  /// Takes the link of a cell away; nothing happens where it has none.
  ///
  /// - Throws: `outOfBounds`. Later, writing refuses a cell that has a link together with others.
  public func removeLink(at cell: CellReference) throws(XlsxWriteError) {
    try check(cell)
    state.edits.links[cell] = .some(nil)
  }
}

// MARK: - Comments

extension WorksheetPatch {
  /// Hangs a comment on a cell. Comments of others stay.
  ///
  /// - Throws: `overlap` where the cell has a comment already; `badText` where the text is empty; `tooLong`; `outOfBounds`;
  ///   `cannotRead` where the sheet's comments cannot be read.
  public func addComment(_ text: String, author: String, at cell: CellReference) throws(XlsxWriteError) {
    try check(cell)
    try check(comment: text, cell)
    if author.utf16.count > 255 || !XMLText.allows(author) {
      throw error(.badText, cell, "the author \"\(author)\" cannot be used. Give at most 255 characters.")
    }
    let comments = try comments()
    if comments.has(cell) {
      let author = comments.list.first { $0.cell == cell }.map { " by \"\($0.author)\"" } ?? ""
      throw error(.overlap, cell, "the cell has a comment\(author) already. Change it, or remove it first.")
    }
    comments.add(text, author: author, at: cell)
  }

  /// Gives the comment on a cell another text; its author and its box stay.
  ///
  /// - Throws: `noSuchComment`; `refused` for a conversation, which belongs to those who hold it; `badText`, `tooLong`.
  public func changeComment(_ text: String, at cell: CellReference) throws(XlsxWriteError) {
    try check(cell)
    try check(comment: text, cell)
    let comments = try comments()
    if !comments.has(cell) { throw noComment(cell) }
    if !comments.change(text, at: cell) {
      throw error(.refused, cell, "the comment is a conversation. Remove it, or answer it in Excel.")
    }
  }

  /// Takes the comment on a cell away, also a whole conversation.
  ///
  /// - Throws: `noSuchComment`.
  public func removeComment(at cell: CellReference) throws(XlsxWriteError) {
    try check(cell)
    let comments = try comments()
    if !comments.has(cell) { throw noComment(cell) }
    comments.remove(at: [cell])
  }

  /// Takes away all comments of one author, but for conversations, and gives their cells.
  @discardableResult
  public func removeComments(by author: String) throws(XlsxWriteError) -> [CellReference] {
    let comments = try comments()
    let cells = comments.list.filter { $0.author == author && !$0.isThread }.map(\.cell)
    comments.remove(at: Set(cells))
    return cells
  }

  /// Takes away the comments for which a condition holds, but for conversations, and gives their cells.
  ///
  /// Programs treat authors differently; LibreOffice drops their names when it saves. A mark in the text lasts.
  ///
  /// ```swift
  /// try sheet.removeComments { _, _, text in text.hasPrefix("【审核】") }
  /// ```
  @discardableResult
  public func removeComments(
    where shouldRemove: (_ cell: CellReference, _ author: String, _ text: String) throws -> Bool
  ) throws -> [CellReference] {
    let comments = try comments()
    let cells = try comments.list.filter { try !$0.isThread && shouldRemove($0.cell, $0.author, $0.text) }.map(\.cell)
    comments.remove(at: Set(cells))
    return cells
  }

  private func noComment(_ cell: CellReference) -> XlsxWriteError {
    error(.noSuchComment, cell, "the cell has no comment. Add one, or look at another cell.")
  }

  private func check(comment text: String, _ cell: CellReference) throws(XlsxWriteError) {
    if text.isEmpty { throw error(.badText, cell, "the comment is empty. Leave it out.") }
    if XMLText.escaped(text).utf16.count > 32_767 {
      throw error(.tooLong, cell, "the comment is longer than 32767 characters. Shorten it.")
    }
  }

  private func comments() throws(XlsxWriteError) -> SheetComments {
    if let comments = state.comments { return comments }
    do throws(XlsxWriteError) {
      let comments = try SheetComments(relationships: try patch.relationships(of: state), package: patch.package)
      state.comments = comments
      return comments
    } catch {
      throw error.inPart(nil, sheet: name, of: patch.package.file)
    }
  }
}

// MARK: - The sheet as a whole

extension WorksheetPatch {
  /// Gives the sheet another name; formulas, names, links and charts that refer to it follow.
  ///
  /// Formulas and links that this patch has set so far follow too. Names inside texts, as those that `INDIRECT` takes, and
  /// inside macros stay as they are, as they do in Excel.
  ///
  /// - Throws: `badSheetName`; `noSuchWorksheet` where the sheet was removed.
  public func rename(to name: String) throws(XlsxWriteError) {
    try patch.rename(state, to: name)
  }

  /// Shows the sheet or hides it. The workbook is refused later where none is left to be seen.
  public func setVisibility(_ visibility: SheetVisibility) { state.visibility = visibility }

  /// Moves the sheet to another place among all sheets, counted from 0.
  ///
  /// - Throws: `noSuchWorksheet` where the place is past the end, or the sheet was removed.
  public func move(to index: Int) throws(XlsxWriteError) {
    try patch.move(state, to: index)
  }

  /// Takes the sheet out of the workbook, as ``WorkbookPatch/removeSheet(named:)`` says; what is changed about it from then on
  /// has no effect.
  public func remove() { patch.remove(state) }

  /// Makes this the sheet that is seen first when the workbook is opened. A sheet that is hidden in the end cannot be; then
  /// the one counts that was seen first before, or else the first that shows.
  public func activate() { patch.activate(state) }

  private func check(_ cell: CellReference) throws(XlsxWriteError) {
    guard (1...CellReference.maximumRow).contains(cell.row), (1...CellReference.maximumColumn).contains(cell.column)
    else {
      throw patch.error(
        .outOfBounds, sheet: name,
        "there is no row \(cell.row), column \(cell.column). Rows go from 1 to \(CellReference.maximumRow), columns from 1 to \(CellReference.maximumColumn)."
      )
    }
  }

  private func error(_ code: XlsxWriteError.Code, _ cell: CellReference, _ message: String) -> XlsxWriteError {
    patch.error(code, sheet: name, cell: cell, message)
  }
}

extension WorkbookPatch {
  /// Gives a sheet another name, also in what was set before.
  func sheet(_ state: SheetState, getsName name: String) {
    var renames = SheetRenames(of: sheetNames)
    renames.add(state.name, name)
    for other in sheets {
      other.edits.rename(renames)
      other.added?.renames.append(renames)
    }
    state.name = name
  }

  /// The relationships of a sheet, read once.
  func relationships(of state: SheetState) throws(XlsxWriteError) -> RelationshipList {
    if let relationships = state.relationships { return relationships }
    let relationships = try RelationshipList(of: state.original?.part ?? "", in: package)
    state.relationships = relationships
    return relationships
  }
}
