import XlsxPackage
public import XlsxRead

/// The definitions of a form set as far as a workbook of blank forms tells them.
///
/// ```swift
/// let draft = try FormSetDraft(path: "空表.xlsx", name: "county-2024", sets: try TemplateLibrary.embedded.sets())
/// for (file, text) in draft.files { print(file, text.count) }
/// for question in draft.questions { print(question.line(in: .chinese)) }
/// ```
///
/// What cannot be told is written as what does least harm, with a comment `# 请核对：…` beside it, and is one of ``questions``.
public struct FormSetDraft: Sendable {
  /// The name of the set, which is that of its folder.
  public let name: String
  /// The files of the set by name: `set.yaml`, one for each form, dictionaries.
  public let files: [String: String]
  /// What somebody who knows the forms has to look at.
  public let questions: [DraftQuestion]
  /// The sheets from which nothing was drafted, without those that are our own.
  public let otherSheets: [String]

  /// Drafts the definitions of the workbook at a path.
  ///
  /// - Parameters:
  ///   - name: What the set is to be called.
  ///   - sets: The sets at hand, whose headings and words help to tell what stands below a heading.
  ///   - unit: The unit of the amounts; nil where the sheets state it.
  ///   - limits: The bounds of what is read.
  /// - Throws: ``FormSetDraftError`` where the file cannot be read, no sheet of it looks like a form, or nothing says the unit.
  public init(
    path: String, name: String, sets: [FormSet], unit: MoneyUnit? = nil,
    limits: ReadLimits = BookReader.defaultLimits
  ) throws(FormSetDraftError) {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let workbook = try Self.read(file) { () throws(XlsxReadError) in try Workbook(path: path, limits: limits) }
    try self.init(workbook, file: file, name: name, sets: sets, unit: unit)
  }

  /// Drafts the definitions of a workbook held in memory.
  ///
  /// - Parameters:
  ///   - file: What the file is called in errors.
  ///   - unit: The unit of the amounts; nil where the sheets state it.
  /// - Throws: As ``init(path:name:sets:unit:limits:)``.
  public init(
    bytes: [UInt8], file: String, name: String, sets: [FormSet], unit: MoneyUnit? = nil,
    limits: ReadLimits = BookReader.defaultLimits
  ) throws(FormSetDraftError) {
    let workbook = try Self.read(file) { () throws(XlsxReadError) in
      try Workbook(bytes: bytes, name: file, limits: limits)
    }
    try self.init(workbook, file: file, name: name, sets: sets, unit: unit)
  }

  private static func read(
    _ file: String, open: () throws(XlsxReadError) -> Workbook
  ) throws(FormSetDraftError) -> BlankWorkbook {
    do throws(XlsxReadError) {
      return try BlankWorkbook(try open(), file: file)
    } catch {
      throw .file(error)
    }
  }

  private init(
    _ workbook: BlankWorkbook, file: String, name: String, sets: [FormSet], unit: MoneyUnit?
  ) throws(FormSetDraftError) {
    if workbook.isEmpty { throw .noCells(file: file) }
    var drafter = FormSetDrafter(workbook, name: name, sets: sets, unit: unit)
    if drafter.isEmpty { throw .noForm(file: file, sheets: drafter.otherSheets) }
    guard drafter.hasUnit else { throw .unitMissing(file: file) }
    try drafter.write(workbook, file: file)
    self.name = name
    files = drafter.files
    questions = drafter.questions
    otherSheets = drafter.otherSheets
  }

  /// Reads what was drafted.
  ///
  /// - Throws: A ``DefinitionError`` where it is no form set; none is handed out that is not.
  public func set() throws(DefinitionError) -> FormSet {
    try FormSetReader(name: name, text: { files[$0] }).read()
  }
}
