public import XlsxPackage

/// Changes an existing workbook and keeps everything that is not named: other cells, looks, charts, macros, whatever a
/// program has put there.
///
/// Say what is to change, then write a copy. Parts that no change concerns are carried over with their packed bytes, and
/// in a changed worksheet every byte outside the changed elements; a patch without changes gives the same bytes. One task
/// at a time may use a patch and its worksheets.
///
/// ```swift
/// let patch = try WorkbookPatch(of: "submitted.xlsx")
/// let sheet = try patch.worksheet(named: "预算01表")
/// try sheet.set(.number("634.34"), at: CellReference(row: 7, column: 2))
/// try sheet.restyle(CellReference(row: 7, column: 2), StyleChange(fill: .color(Color(0xFFC7CE))))
/// try sheet.addComment("应为 634.34", author: "财政局", at: CellReference(row: 7, column: 2))
/// try patch.write(to: "returned.xlsx")
/// ```
public final class WorkbookPatch {
  let package: SourcePackage
  let book: WorkbookMarkup
  /// All sheets, in the order in which they are to stand.
  var sheets: [SheetState]
  /// The names that sheets had which were taken out.
  var removedNames: [String] = []
  /// The sheet that is to be seen first; nil leaves it.
  var activated: SheetState?
  /// The styles as the file has them, once somebody asks for looks.
  private var presentStyles: StyleBook?
  var properties: [DocumentProperty: String] = [:]
  var customProperties: [String: String?] = [:]

  /// Whether worksheets that are protected with a password, and the order of sheets of a workbook whose structure is, are
  /// left alone: ``write(to:replacesExisting:)`` then refuses changes to them. Off unless it is turned on, since
  /// protection guides those who fill a form in, and the one who changes it here has given it out.
  public var respectsProtection = false

  /// Opens the workbook at a path.
  ///
  /// - Throws: `cannotRead` where there is no workbook that can be read, or it is encrypted; `refused` where the part that
  ///   lists the sheets is in an encoding other than UTF-8 and UTF-16, or two sheets are one part.
  public init(of path: String, limits: PatchLimits = .default) throws(XlsxWriteError) {
    package = try SourcePackage(path: path, limits: limits)
    book = try WorkbookMarkup(package)
    sheets = book.sheets.map { SheetState($0) }
  }

  /// Opens a workbook held in memory; `name` stands for the file in errors.
  ///
  /// - Throws: As for a file.
  public init(ofBytes bytes: [UInt8], name: String, limits: PatchLimits = .default) throws(XlsxWriteError) {
    package = try SourcePackage(bytes: bytes, name: name, limits: limits)
    book = try WorkbookMarkup(package)
    sheets = book.sheets.map { SheetState($0) }
  }

  /// The names of all sheets, in the order in which they are to stand.
  public var sheetNames: [String] { sheets.map(\.name) }

  /// A worksheet of the workbook, by the name that it has now; upper and lower case are the same, unless the
  /// file has sheets for both.
  ///
  /// - Throws: `noSuchWorksheet`; `refused` for a chart sheet and for a sheet that this patch adds, which is filled when it
  ///   is added.
  public func worksheet(named name: String) throws(XlsxWriteError) -> WorksheetPatch {
    return try worksheet(try state(named: name))
  }

  /// The worksheets that the file has, in the order in which they are to stand.
  public var worksheets: [WorksheetPatch] {
    sheets.compactMap { $0.original?.isWorksheet == true ? WorksheetPatch($0, of: self) : nil }
  }

  private func worksheet(_ state: SheetState) throws(XlsxWriteError) -> WorksheetPatch {
    guard let original = state.original else {
      throw error(.refused, sheet: state.name, "this patch adds the sheet. Fill it where it is added.")
    }
    guard original.isWorksheet else {
      throw error(.refused, sheet: state.name, "the sheet holds a chart or a macro, not cells. Choose another.")
    }
    return WorksheetPatch(state, of: self)
  }

  /// Gives a sheet of any kind, also a chart sheet or one that this patch adds, another name; what refers to it follows as
  /// ``WorksheetPatch/rename(to:)`` says.
  ///
  /// - Throws: `noSuchWorksheet`, `badSheetName`.
  public func renameSheet(named name: String, to newName: String) throws(XlsxWriteError) {
    try rename(try state(named: name), to: newName)
  }

  /// Shows or hides a sheet of any kind. The workbook is refused later where none is left to be seen.
  ///
  /// - Throws: `noSuchWorksheet`.
  public func setVisibility(_ visibility: SheetVisibility, ofSheetNamed name: String) throws(XlsxWriteError) {
    try state(named: name).visibility = visibility
  }

  /// Moves a sheet of any kind to another place among ``sheetNames``, counted from 0.
  ///
  /// - Throws: `noSuchWorksheet`, also where the place is past the end.
  public func moveSheet(named name: String, to index: Int) throws(XlsxWriteError) {
    try move(try state(named: name), to: index)
  }

  /// Takes a sheet of any kind out of the workbook, also a chart sheet or one that this patch adds, with all that belongs to
  /// it alone: comments, drawings, charts, tables, the names that are its own.
  ///
  /// What this patch was to change about it is dropped. The sheet's name is free at once, so that a new sheet can have it.
  /// What stands on the sheet may refer to others, but nothing in what stays may refer to it or to its tables: a formula, a
  /// defined name, a validation, a conditional format, a link, a chart, a control, a pivot table. What this patch changes
  /// counts as it is changed. Where a sheet of the same name is added, whatever referred to the old one refers to that.
  /// Names inside texts, as those that `INDIRECT` takes, and macros stay as they are.
  ///
  /// - Throws: `noSuchWorksheet`. Later, writing throws `noVisibleWorksheet` where no sheet is left to be seen, and `refused`,
  ///   with the place, where something refers to the sheet, and where it has slicers.
  public func removeSheet(named name: String) throws(XlsxWriteError) {
    remove(try state(named: name))
  }

  private func state(named name: String) throws(XlsxWriteError) -> SheetState {
    // Some programs take upper and lower case for two names.
    if let state = sheets.first(where: { $0.name.isExactly(name) })
      ?? sheets.first(where: { $0.name.lowercased() == name.lowercased() })
    {
      return state
    }
    let names = sheetNames.prefix(20).joined(separator: ", ")
    throw error(.noSuchWorksheet, sheet: name, "there is no sheet of this name. There are: \(names).")
  }

  /// Adds a worksheet, written as in a new workbook.
  ///
  /// Its cells without a format take the looks of the workbook's own. Call ``WorksheetWriter/activate()`` inside to have it
  /// seen first.
  ///
  /// - Parameters:
  ///   - name: The name on its tab.
  ///   - index: How many sheets are to stand before it; nil puts it behind all others.
  ///   - fill: Writes what it holds.
  /// - Throws: `badSheetName`, `noSuchWorksheet` where the index is past the end, and whatever `fill` throws.
  public func addWorksheet(
    named name: String, at index: Int? = nil, fill: (WorksheetWriter) throws -> Void
  ) throws {
    try check(name, except: nil)
    let place = try checked(index ?? sheets.count)
    let writer = try WorkbookWriter(defaultFont: CellFont())
    let worksheet = try writer.addWorksheet(named: name)
    do {
      try fill(worksheet)
    } catch let error as XlsxWriteError {
      throw error.inPart(nil, of: package.file)
    }
    let isHidden = worksheet.state.isHidden
    worksheet.state.isHidden = false
    let isActive = worksheet.storage.activeIndex != nil
    let added = try AddedWorksheet(try writer.closeToBytes(), name: name)
    let state = SheetState(added, name: name, visibility: isHidden ? .hidden : .visible)
    sheets.insert(state, at: place)
    if isActive { activated = state }
  }

  /// Sets a property of the document; an empty text takes it away.
  ///
  /// - Throws: `badText` where the text holds a control character.
  public func setProperty(_ property: DocumentProperty, to text: String) throws(XlsxWriteError) {
    if !XMLText.allows(text) {
      throw error(.badText, "the property \(property.rawValue) holds a control character. Leave it out.")
    }
    properties[property] = text
  }

  /// Sets a property of the user's own, as text; nil takes it away.
  ///
  /// - Throws: `badName`, `tooLong` where the name or the text has over 255 characters, `badText`.
  public func setCustomProperty(_ name: String, to text: String?) throws(XlsxWriteError) {
    if name.isEmpty { throw error(.badName, "a custom property has no name. Give it one.") }
    if name.utf16.count > 255 || (text ?? "").utf16.count > 255 {
      throw error(.tooLong, "the custom property \"\(name)\" is longer than 255 characters. Shorten it.")
    }
    if !XMLText.allows(name) || !XMLText.allows(text ?? "") {
      throw error(.badText, "the custom property \"\(name)\" holds a control character. Leave it out.")
    }
    customProperties[name] = .some(text)
  }
}

// MARK: - Writing

extension WorkbookPatch {
  /// Writes the changed workbook, makes sure that it is on the disk, and puts it in place in one step.
  ///
  /// The file that was opened stays as it is. After an error nothing at the path has changed. The patch can be written
  /// again, to the same effect.
  ///
  /// - Parameters:
  ///   - path: Where the workbook is to stand; not the path of the file that was opened.
  ///   - replacesExisting: Whether a file at the path is replaced.
  /// - Throws: `refused` where a change cannot be made safely, with the reason; `cannotRead` where a part that is concerned
  ///   cannot be read, or the file has changed since it was opened; `fileExists`; `cannotWrite`.
  public func write(to path: String, replacesExisting: Bool = true) throws(XlsxWriteError) {
    let output = try OutputFile(path: path, replacesExisting: replacesExisting)
    if package.input.isFile(path) {
      throw XlsxWriteError(
        code: .refused, path: path,
        message: "this is the file that is changed. Choose another name, or replace it and keep a backup.")
    }
    try output.publish(try assemble(beside: output), isStored: true)
  }

  /// Puts the changed workbook in the place of the file that was opened, which is kept under another name. Afterwards the
  /// patch cannot be written again, since its file is another one.
  ///
  /// First a copy of the old file is stored and gets the name of the backup, then the new file takes the place of the old
  /// one, each in one step: whenever it is interrupted, the old workbook is whole under one of the two names at least. After
  /// an error the backup is removed again.
  ///
  /// - Parameter backup: Where the old file is kept; nothing may stand there.
  /// - Throws: As ``write(to:replacesExisting:)``; `refused` for a workbook from memory.
  public func replaceOriginal(keepingBackup backup: String) throws(XlsxWriteError) {
    guard let path = package.input.path else {
      throw error(.refused, "the workbook comes from memory and has no file to be replaced.")
    }
    let output = try OutputFile(path: path, replacesExisting: true)
    let kept = try OutputFile(path: backup, replacesExisting: false)
    let file = try assemble(beside: output)
    let copy = try kept.makeTemporaryFile()
    try PackageAssembly(source: package, changes: PackageChanges()).write(into: copy.path)
    try output.givePermissions(to: copy)
    try kept.publish(copy, isStored: true)
    do throws(XlsxWriteError) {
      // Storing the backup may have taken long.
      if !package.input.isUnchanged { throw package.changedError }
      try output.publish(file, isStored: true)
    } catch {
      kept.takeBack()
      throw error
    }
  }

  /// Gives the bytes of the changed workbook, leaving nothing on the disk.
  ///
  /// - Throws: As ``write(to:replacesExisting:)``.
  public func bytes() throws(XlsxWriteError) -> [UInt8] {
    let file = try TemporaryFile(inFolder: TemporaryFile.systemFolder, for: package.file)
    try write(into: file.path, folder: TemporaryFile.systemFolder)
    return try file.bytes()
  }

  private func assemble(beside output: OutputFile) throws(XlsxWriteError) -> TemporaryFile {
    let file = try output.makeTemporaryFile()
    // As a copy of the input: who may not read the one may not read the other.
    if let permissions = package.input.permissions { file.setPermissions(permissions) }
    do throws(XlsxWriteError) {
      try write(into: file.path, folder: output.folder)
    } catch {
      var error = error
      // What cannot be written is the new file, not the old one.
      error.path = error.path ?? output.path
      throw error
    }
    return file
  }

  private func write(into path: String, folder: String) throws(XlsxWriteError) {
    do throws(XlsxWriteError) {
      let changes = try PatchPlan(self, folder: folder).work()
      try PackageAssembly(source: package, changes: changes).write(into: path)
    } catch {
      if !package.input.isUnchanged { throw package.changedError }
      if error.code == .cannotWrite { throw error }
      throw error.inPart(nil, of: package.file)
    }
    if !package.input.isUnchanged { throw package.changedError }
  }
}

extension WorkbookPatch {
  func error(
    _ code: XlsxWriteError.Code, sheet: String? = nil, cell: CellReference? = nil, _ message: String
  ) -> XlsxWriteError {
    XlsxWriteError(code: code, path: package.file, sheet: sheet, cell: cell?.description, message: message)
  }

  /// Takes a sheet out; nothing happens where it is out already.
  func remove(_ state: SheetState) {
    guard let index = sheets.firstIndex(where: { $0 === state }) else { return }
    sheets.remove(at: index)
    removedNames.append(state.name)
    if activated === state { activated = nil }
  }

  /// Has a sheet seen first, unless it was taken out.
  func activate(_ state: SheetState) { if sheets.contains(where: { $0 === state }) { activated = state } }

  /// Gives a sheet another name.
  func rename(_ state: SheetState, to name: String) throws(XlsxWriteError) {
    try checkPresence(of: state)
    try check(name, except: state)
    sheet(state, getsName: name)
  }

  /// Moves a sheet to another place.
  func move(_ state: SheetState, to index: Int) throws(XlsxWriteError) {
    try checkPresence(of: state)
    if !sheets.indices.contains(index) { throw noPlace(index, last: sheets.count - 1) }
    sheets.removeAll { $0 === state }
    sheets.insert(state, at: index)
  }

  /// Throws for a sheet that was taken out: another one may have its name.
  private func checkPresence(of state: SheetState) throws(XlsxWriteError) {
    if sheets.contains(where: { $0 === state }) { return }
    throw error(.noSuchWorksheet, sheet: state.name, "the sheet was removed. Change it before, or leave it.")
  }

  /// The style sheet of the file, to be changed.
  func readStyles() throws(XlsxWriteError) -> StyleBook {
    let part = book.relationships.targets("styles").first(where: package.has)
    let present = try part.map { (part) throws(XlsxWriteError) in try package.document(of: part) }
    do throws(MarkupFault) { return try StyleBook(present, namespace: book.mainNamespace) } catch {
      throw XlsxWriteError(error).inPart(part, of: package.file)
    }
  }

  /// The fill of a cell style of the file.
  func fill(ofStyle index: Int) throws(XlsxWriteError) -> CellFill {
    let styles: StyleBook
    if let presentStyles { styles = presentStyles } else { styles = try readStyles() }
    presentStyles = styles
    do throws(MarkupFault) { return try styles.fill(ofStyle: index) } catch {
      throw XlsxWriteError(error).inPart(nil, of: package.file)
    }
  }

  /// Throws where a name breaks the rules or is another sheet's.
  func check(_ name: String, except state: SheetState?) throws(XlsxWriteError) {
    if let complaint = SheetName.complaint(about: name) { throw error(.badSheetName, sheet: name, complaint) }
    if sheets.contains(where: { $0 !== state && $0.name.lowercased() == name.lowercased() }) {
      throw error(.badSheetName, sheet: name, "another sheet has this name. Choose another.")
    }
  }

  /// The error for a place at which no sheet can be put.
  func noPlace(_ index: Int, last: Int) -> XlsxWriteError {
    error(.noSuchWorksheet, "there is no place \(index) for a sheet. Choose 0 to \(last).")
  }

  func checked(_ index: Int) throws(XlsxWriteError) -> Int {
    if !(0...sheets.count).contains(index) { throw noPlace(index, last: sheets.count) }
    return index
  }
}
