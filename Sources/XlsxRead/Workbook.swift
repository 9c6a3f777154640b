/// An .xlsx workbook opened for reading.
///
/// Opening reads the list of sheets only. A workbook belongs to one task at a time; several workbooks can be read at once
/// in several tasks, and the rows and cells that come of one may go to any.
///
/// ```swift
/// let workbook = try Workbook(path: "plan.xlsx")
/// for sheet in workbook.worksheets {
///   for row in try sheet.rows {
///     for cell in row { print(cell.reference, cell.rawText) }
///   }
/// }
/// ```
public final class Workbook {
  private let contents: WorkbookContents
  private let sheetNames: [String]

  /// The worksheets, in the order of the workbook, hidden ones too.
  public let worksheets: [Worksheet]
  /// The names of the sheets that hold no cells: chart sheets, dialog sheets, macro sheets.
  public let otherSheets: [String]
  /// What of the workbook's structure is protected, nil where it says nothing of it.
  public let protection: WorkbookProtection?

  /// Opens the workbook at a path.
  ///
  /// - Throws: ``XlsxReadError``; its code tells a missing file from an encrypted one, an old .xls, a damaged package and
  ///   so on.
  public convenience init(path: String, limits: ReadLimits = .default) throws(XlsxReadError) {
    try self.init(package: PackageReader(path: path, limits: limits), scans: true)
  }

  /// Opens a workbook held in memory; `name` stands for the file in errors.
  public convenience init(bytes: [UInt8], name: String, limits: ReadLimits = .default) throws(XlsxReadError) {
    try self.init(package: PackageReader(bytes: bytes, name: name, limits: limits), scans: true)
  }

  /// Opens a workbook held in memory to be read by libxml2 alone, so that a test can compare.
  @_spi(Comparison) public convenience init(
    bytes: [UInt8], name: String, limits: ReadLimits = .default, scans: Bool
  ) throws(XlsxReadError) {
    try self.init(package: PackageReader(bytes: bytes, name: name, limits: limits), scans: scans)
  }

  private init(package: PackageReader, scans: Bool) throws(XlsxReadError) {
    let part = try MainPart.find(in: package)
    let handler = WorkbookPart(limits: package.limits)
    try package.parse(part, into: handler)
    try MainPart.check(rootName: handler.rootName, part: part, file: package.file)
    let relationships = try package.relationships(of: part)
    var targets: [String: Relationship] = [:]
    for relationship in relationships where targets[relationship.id] == nil {
      targets[relationship.id] = relationship
    }
    let contents = WorkbookContents(
      package: package, part: part, relationships: relationships, usesDate1904: handler.usesDate1904,
      scans: scans && package.limits.areWideEnoughToScan)
    var worksheets: [Worksheet] = []
    var others: [String] = []
    var names: [String: String] = [:]
    for sheet in handler.sheets {
      let target = targets[sheet.relationship]
      if let target, !target.isA("worksheet") {
        others.append(sheet.name)
        continue
      }
      // One large part could stand for any number of sheets.
      if let target, let first = names.updateValue(sheet.name, forKey: target.target.lowercased()) {
        throw XlsxReadError(
          .invalidContent, file: package.file, part: part,
          message: "the sheets \"\(first)\" and \"\(sheet.name)\" are the same part \(target.target)")
      }
      worksheets.append(
        Worksheet(
          contents: contents, part: target?.target ?? "relationship \"\(sheet.relationship)\" of \(part)",
          name: sheet.name, visibility: sheet.visibility))
    }
    self.contents = contents
    self.worksheets = worksheets
    otherSheets = others
    protection = handler.protection
    sheetNames = handler.sheets.map(\.name)
  }

  /// Whether serial 0 is 1904-01-01, as in workbooks from old Macintosh versions, instead of the day before 1900-01-01.
  public var usesDate1904: Bool { contents.usesDate1904 }

  /// Reads the custom properties of the document, as text; empty where there are none.
  public func customProperties() throws(XlsxReadError) -> [String: String] {
    guard let part = try propertiesPart("custom-properties", usually: "docProps/custom.xml") else { return [:] }
    let handler = CustomPropertiesPart()
    try contents.package.parse(part, into: handler)
    return handler.properties
  }

  /// Reads what the workbook says about itself: title, authors, dates, the program that saved it.
  ///
  /// Parts that are left out, and what they leave out, is nil.
  ///
  /// - Throws: ``XlsxReadError`` where one of the two parts is there and is no sound XML.
  public func documentProperties() throws(XlsxReadError) -> WorkbookProperties {
    var properties = WorkbookProperties()
    for (kind, name) in [("core-properties", "docProps/core.xml"), ("extended-properties", "docProps/app.xml")] {
      guard let part = try propertiesPart(kind, usually: name) else { continue }
      let handler = DocumentPropertiesPart(adding: properties)
      try contents.package.parse(part, into: handler)
      properties = handler.properties
    }
    return properties
  }

  /// The part of this kind, also where the package does not relate to it; nil where there is none.
  private func propertiesPart(_ kind: String, usually name: String) throws(XlsxReadError) -> String? {
    let package = contents.package
    let related = try package.relationships(of: "").first { $0.isA(kind) && !$0.isExternal }
    let part = related?.target ?? name
    return package.hasPart(part) ? part : nil
  }

  /// Reads the names that the workbook gives to ranges and formulas, in the file's order.
  public func definedNames() throws(XlsxReadError) -> [DefinedName] {
    let handler = DefinedNamesPart(sheetNames: sheetNames)
    try contents.package.parse(contents.part, into: handler)
    return handler.names
  }
}
