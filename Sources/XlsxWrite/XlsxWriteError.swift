/// What kept a workbook from being written or changed: the kind of trouble, its place, and what to do about it.
///
/// Nothing is left on the disk when one is thrown: a file that stood at the path before still stands there.
public struct XlsxWriteError: Error, Hashable, Sendable {
  /// The kinds of trouble.
  public enum Code: String, Hashable, Sendable {
    /// A worksheet's name breaks Excel's rules or is taken.
    case badSheetName
    /// A defined name, a property name or what it refers to breaks the rules of the format.
    case badName
    /// A row, a column or a count lies outside what a worksheet has.
    case outOfBounds
    /// A text, formula or list is longer than the format allows.
    case tooLong
    /// There are more worksheets' worth of something (links, formats, rules) than the format allows.
    case tooMany
    /// A number is infinite or not a number.
    case notFinite
    /// A text or formula holds a character that this place in a workbook cannot keep.
    case badText
    /// A font, a number format, a size or an option is outside its range.
    case badFormat
    /// A merged range covers cells of another one.
    case overlap
    /// The workbook has no worksheet that can be shown.
    case noVisibleWorksheet
    /// The writer was used after it was closed, or closed without a path.
    case closed
    /// A file stands at the path and is not to be replaced.
    case fileExists
    /// The folder or the file cannot be written.
    case cannotWrite
    /// The writing library failed or left a damaged file.
    case library
    /// The workbook that is to be changed cannot be opened or read.
    case cannotRead
    /// The workbook that is to be changed is sound, but the change cannot be made without the risk of spoiling it.
    case refused
    /// The workbook that is to be changed has no worksheet of this name or at this place.
    case noSuchWorksheet
    /// There is no comment to be changed or removed.
    case noSuchComment
  }

  /// The kind of trouble; stable, for programs.
  public var code: Code
  /// The path of the workbook, where it has one.
  public var path: String?
  /// The part of the package, as `xl/styles.xml`, where one is concerned.
  public var part: String?
  /// The name of the worksheet, where one is concerned.
  public var sheet: String?
  /// The cell or range in A1 text, where one is concerned.
  public var cell: String?
  /// What happened and what to do, in one line.
  public var message: String

  /// Creates an error from its parts.
  public init(
    code: Code, path: String? = nil, part: String? = nil, sheet: String? = nil, cell: String? = nil, message: String
  ) {
    self.code = code
    self.path = path
    self.part = part
    self.sheet = sheet
    self.cell = cell
    self.message = message
  }
}

extension XlsxWriteError: CustomStringConvertible {
  /// One line: `plan.xlsx, sheet "2026", C14: the number is not finite. Write a text or a blank instead.`
  public var description: String {
    var place: [String] = []
    if let path { place.append(path) }
    if let sheet { place.append("sheet \"\(sheet)\"") }
    if let cell { place.append(cell) } else if let part { place.append(part) }
    return place.isEmpty ? message : place.joined(separator: ", ") + ": " + message
  }
}
