internal import CXlsx

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Writes a new workbook.
///
/// Add worksheets, write into them, close. Until ``close(storesName:)`` nothing appears at the path; a writer that is dropped
/// without being closed leaves nothing behind. The same calls give the same bytes. One task at a time may use a writer
/// and its worksheets.
///
/// ```swift
/// let workbook = try WorkbookWriter(path: "plan.xlsx")
/// let sheet = try workbook.addWorksheet(named: "2026")
/// try sheet.write(text: "合计", at: CellReference(row: 1, column: 1))
/// try sheet.write(number: 12.5, at: CellReference(row: 1, column: 2), format: CellFormat(numberFormat: "#,##0.00"))
/// try workbook.close()
/// ```
public final class WorkbookWriter {
  let storage: WorkbookStorage
  private let output: OutputFile?
  private var definedNames: Set<String> = []
  private var customProperties: [(name: String, text: String)] = []

  /// Starts a workbook that ``close(storesName:)`` puts at a path.
  ///
  /// - Parameters:
  ///   - path: Where the workbook is to stand. Its folder must exist.
  ///   - properties: What the workbook says about itself.
  ///   - defaultFont: The font of cells written without a format; column widths are counted in its digits.
  ///   - replacesExisting: Whether a file at the path is replaced. Only regular files are; a symbolic link stays, and
  ///     what it points to is replaced.
  /// - Throws: `cannotWrite` where the folder is missing or closed to writing or a folder stands at the path,
  ///   `fileExists`, `badFormat` for an impossible font, `badText` for properties that XML cannot hold.
  public init(
    path: String, properties: DocumentProperties = DocumentProperties(), defaultFont: CellFont = CellFont(),
    replacesExisting: Bool = true
  ) throws(XlsxWriteError) {
    output = try OutputFile(path: path, replacesExisting: replacesExisting)
    storage = try WorkbookStorage(path: path, defaultFont: defaultFont)
    try set(properties)
  }

  /// Starts a workbook that ``closeToBytes()`` gives as bytes.
  ///
  /// - Throws: `badFormat` for an impossible font, `badText` for properties that XML cannot hold.
  public init(
    properties: DocumentProperties = DocumentProperties(), defaultFont: CellFont = CellFont()
  ) throws(XlsxWriteError) {
    output = nil
    storage = try WorkbookStorage(path: nil, defaultFont: defaultFont)
    try set(properties)
  }

  /// Adds a worksheet behind the others.
  ///
  /// - Throws: `badSheetName` where the name is empty, longer than 31 characters, holds one of `[]:*?/\`, begins or ends
  ///   with an apostrophe, is `History` or, whatever the case of its letters, that of another sheet; `closed`.
  public func addWorksheet(named name: String) throws(XlsxWriteError) -> WorksheetWriter {
    let workbook = unsafe try storage.workbook()
    if let complaint = SheetName.complaint(about: name) {
      throw storage.error(.badSheetName, sheet: name, complaint)
    }
    if storage.worksheets.contains(where: { $0.name.lowercased() == name.lowercased() }) {
      throw storage.error(.badSheetName, sheet: name, "another worksheet has this name. Choose another.")
    }
    guard let pointer = unsafe workbook_add_worksheet(workbook, name) else {
      throw storage.error(.library, sheet: name, "the worksheet could not be made. Report this as a bug.")
    }
    // The library leaves names such as 2026 and A1 bare in print areas, where Excel takes them for something else.
    unsafe replace(&pointer.pointee.quoted_name, with: SheetName.quoted(name))
    let state = unsafe WorksheetState(name: name, borrowing: pointer)
    storage.worksheets.append(state)
    return WorksheetWriter(state: state, index: storage.worksheets.count - 1, storage: storage)
  }

  /// Gives a name to a range or a formula, for the whole workbook.
  ///
  /// - Parameters:
  ///   - name: Letters, digits, dots and underscores, not beginning with a digit and not like a cell's reference.
  ///   - formula: What it stands for, as `='字典 1'!$A$1:$A$40`; at most 127 bytes in UTF-8.
  /// - Throws: `badName`, `tooLong`, `badText`, `closed`.
  public func defineName(_ name: String, refersTo formula: String) throws(XlsxWriteError) {
    let workbook = unsafe try storage.workbook()
    if let complaint = SheetName.complaint(aboutDefinedName: name) { throw storage.error(.badName, complaint) }
    let formula = formula.utf8.first == UInt8(ascii: "=") ? formula : "=" + formula
    if formula.utf8.count > 127 {
      throw storage.error(
        .tooLong, "the name \(name) refers to a formula of \(formula.utf8.count) bytes. Shorten it to 127.")
    }
    if formula == "=" || !XMLText.allows(formula) {
      throw storage.error(.badText, "what the name \(name) refers to is no formula.")
    }
    if !definedNames.insert(name.lowercased()).inserted {
      throw storage.error(.badName, "the name \(name) is defined twice. Choose another.")
    }
    if let failure = unsafe storage.check(workbook_define_name(workbook, name, formula)) { throw failure }
  }

  /// Sets a property of the user's own, shown under File ▸ Info ▸ Advanced Properties; a second call replaces the first.
  ///
  /// - Throws: `tooLong` where the name or the text has over 255 characters, `badText`, `badName`, `closed`.
  public func setCustomProperty(_ name: String, to text: String) throws(XlsxWriteError) {
    _ = unsafe try storage.workbook()
    if name.isEmpty { throw storage.error(.badName, "a custom property has no name. Give it one.") }
    if name.utf16.count > 255 || text.utf16.count > 255 {
      throw storage.error(.tooLong, "the custom property \"\(name)\" is longer than 255 characters. Shorten it.")
    }
    if !XMLText.allows(name) || !XMLText.allows(text) {
      throw storage.error(.badText, "the custom property \"\(name)\" holds a control character. Leave it out.")
    }
    if let index = customProperties.firstIndex(where: { $0.name == name }) {
      customProperties[index].text = text
    } else {
      customProperties.append((name, text))
    }
  }

  /// Writes the workbook, makes sure that it is on the disk, and puts it in place in one step.
  ///
  /// The writer and its worksheets cannot be used afterwards, not even after an error; then nothing at the path has
  /// changed, and no temporary file is left.
  ///
  /// - Parameter storesName: Whether to wait until the name of the file is on the disk, too, as
  ///   ``WorkbookTemplate/write(_:to:replacesExisting:storesName:)`` explains.
  /// - Throws: `noVisibleWorksheet`; `fileExists` where a file has appeared meanwhile that is not to be replaced;
  ///   `cannotWrite`, as on a full disk; `library` where what was written is damaged; `closed` on a second call or
  ///   where the writer has no path.
  public func close(storesName: Bool = true) throws(XlsxWriteError) {
    guard let output else {
      storage.release()
      throw storage.error(.closed, "the workbook has no path to be closed to. Use closeToBytes().")
    }
    try settleProperties()
    let file = try output.makeTemporaryFile()
    try storage.finish(into: file.path)
    try PackageCheck.check(try file.bytes(), for: storage)
    try output.publish(file, storesName: storesName)
  }

  /// Closes the workbook and gives its bytes, leaving nothing on the disk.
  ///
  /// The writer and its worksheets cannot be used afterwards, not even after an error.
  ///
  /// - Throws: `noVisibleWorksheet`, `cannotWrite` where the temporary folder has no room, `library`, `closed`.
  public func closeToBytes() throws(XlsxWriteError) -> [UInt8] {
    try settleProperties()
    let file = try TemporaryFile(inFolder: TemporaryFile.systemFolder, for: storage.path)
    try storage.finish(into: file.path)
    let bytes = try file.bytes()
    try PackageCheck.check(bytes, for: storage)
    return bytes
  }
}

extension WorkbookWriter {
  private func set(_ properties: DocumentProperties) throws(XlsxWriteError) {
    let texts = [
      properties.title, properties.subject, properties.author, properties.company, properties.keywords,
      properties.comments,
    ]
    if !texts.allSatisfy({ XMLText.allows($0) }) {
      throw storage.error(.badText, "a document property holds a control character. Leave it out.")
    }
    let workbook = unsafe try storage.workbook()
    var strings = CopiedStrings()
    var values = unsafe lxw_doc_properties()
    unsafe values.title = strings.copy(properties.title)
    unsafe values.subject = strings.copy(properties.subject)
    unsafe values.author = strings.copy(properties.author)
    unsafe values.company = strings.copy(properties.company)
    unsafe values.keywords = strings.copy(properties.keywords)
    unsafe values.comments = strings.copy(properties.comments)
    // 0 would stand for the present moment.
    unsafe values.created = time_t(max(1, properties.created))
    if let failure = unsafe storage.check(workbook_set_properties(workbook, &values)) { throw failure }
  }

  private func settleProperties() throws(XlsxWriteError) {
    let workbook = unsafe try storage.workbook()
    for property in customProperties {
      let status = unsafe workbook_set_custom_property_string(workbook, property.name, property.text)
      if let failure = storage.check(status) { throw failure }
    }
  }

  /// Puts a copy of a text where the library keeps one that it frees itself.
  private func replace(_ place: inout UnsafeMutablePointer<CChar>?, with text: String) {
    unsafe free(place)
    unsafe place = unsafe strdup(text)
  }
}
