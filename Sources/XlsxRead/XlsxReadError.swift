public import XlsxPackage

/// Why a workbook, or a part of it, could not be read.
///
/// The description is one line that says what is wrong, where, and what to do:
/// `plan.xlsx, sheet "2026", C14: shared string 812 of 640. Open the file in Excel or WPS and save it again.`
public struct XlsxReadError: Error, Hashable, Sendable {
  /// The kind of failure; branch on this.
  public var code: Code
  /// The file as the caller named it.
  public var file: String
  /// The part of the package, as `xl/worksheets/sheet1.xml`.
  public var part: String?
  /// The name of the worksheet, where the failure lies in one.
  public var sheet: String?
  /// The cell, where the failure lies in one.
  public var cell: CellReference?
  /// The line of the part, counted from 1, where the failure lies in its XML.
  public var line: Int?
  /// What is wrong, without place or remedy.
  public var message: String
  /// What the user can do about it, as a sentence.
  public var remedy: String

  /// Creates an error.
  public init(
    _ code: Code, file: String, part: String? = nil, sheet: String? = nil, cell: CellReference? = nil,
    line: Int? = nil, message: String, remedy: String? = nil
  ) {
    self.code = code
    self.file = file
    self.part = part
    self.sheet = sheet
    self.cell = cell
    self.line = line
    self.message = message
    self.remedy = remedy ?? code.remedy
  }
}

extension XlsxReadError: CustomStringConvertible {
  /// One line: the place, what is wrong, what to do.
  public var description: String {
    var place = file
    if let sheet { place += ", sheet \"\(sheet)\"" }
    if let cell { place += ", \(cell)" } else if let part { place += ", \(part)" }
    if let line, cell == nil { place += ", line \(line)" }
    return "\(place): \(message). \(remedy)"
  }
}

extension XlsxReadError {
  /// The kind of a failure. The raw values are stable from version to version.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The stable name.
    public let rawValue: String

    /// Creates a code from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// There is no file at the path.
    public static let fileNotFound = Code(rawValue: "file-not-found")
    /// The file is there and cannot be read: no permission, a folder, a failing disk.
    public static let fileUnreadable = Code(rawValue: "file-unreadable")
    /// The file has no bytes.
    public static let emptyFile = Code(rawValue: "empty-file")
    /// The file is no zip package, so no .xlsx whatever its name.
    public static let notAPackage = Code(rawValue: "not-a-package")
    /// The workbook is encrypted with a password.
    public static let encrypted = Code(rawValue: "encrypted")
    /// The file is a workbook of Excel 97–2003 (.xls).
    public static let oldWorkbook = Code(rawValue: "old-workbook")
    /// The package is cut off or its directory is damaged.
    public static let damagedPackage = Code(rawValue: "damaged-package")
    /// A part is compressed in a way that only few programs know, as Deflate64 or LZMA.
    public static let unknownCompression = Code(rawValue: "unknown-compression")
    /// One part cannot be expanded, or its checksum differs.
    public static let damagedPart = Code(rawValue: "damaged-part")
    /// A part that the workbook refers to is not in the package.
    public static let missingPart = Code(rawValue: "missing-part")
    /// The package holds two parts of the same name.
    public static let duplicatePart = Code(rawValue: "duplicate-part")
    /// A part is not well-formed XML.
    public static let invalidXML = Code(rawValue: "invalid-xml")
    /// A part declares a document type, which a workbook never does and which can be an attack.
    public static let documentType = Code(rawValue: "document-type")
    /// A bound of ``ReadLimits`` was passed.
    public static let overLimit = Code(rawValue: "over-limit")
    /// The package is of another kind: a document, a presentation, an .xlsb or .ods workbook.
    public static let wrongKind = Code(rawValue: "wrong-kind")
    /// A part is well-formed, but its content breaks the rules of the format.
    public static let invalidContent = Code(rawValue: "invalid-content")

    var remedy: String {
      switch self {
      case .fileNotFound: "Check the path."
      case .fileUnreadable: "Check that it is a file and that you may read it."
      case .emptyFile: "Copy or download the file again."
      case .notAPackage: "Open the file in Excel or WPS and save it as .xlsx."
      case .encrypted: "Open it with its password and save it without one."
      case .oldWorkbook: "Open the file in Excel or WPS and save it as .xlsx."
      case .damagedPackage, .damagedPart: "Copy or download the file again."
      case .overLimit: "If you trust the file, raise the limit."
      case .wrongKind: "Save it as .xlsx, or choose another file."
      default: "Open the file in Excel or WPS and save it again."
      }
    }
  }
}
