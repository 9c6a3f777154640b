/// What the worksheets of one workbook share; read when first needed.
final class WorkbookContents {
  let package: PackageReader
  let part: String
  let relationships: [Relationship]
  let usesDate1904: Bool
  /// Whether the canonical stretches of parts are scanned instead of parsed.
  let scans: Bool
  private var loadedStyles: StyleTable?
  private var loadedStrings: SharedStringTable?

  init(package: PackageReader, part: String, relationships: [Relationship], usesDate1904: Bool, scans: Bool) {
    self.package = package
    self.part = part
    self.relationships = relationships
    self.usesDate1904 = usesDate1904
    self.scans = scans
  }

  func styles() throws(XlsxReadError) -> StyleTable {
    if let loadedStyles { return loadedStyles }
    let handler = StylesPart(limits: package.limits)
    if let part = related("styles") { try package.parse(part, into: handler) }
    let table = handler.table
    loadedStyles = table
    return table
  }

  func sharedStrings() throws(XlsxReadError) -> SharedStringTable {
    if let loadedStrings { return loadedStrings }
    let handler = SharedStringsPart(limits: package.limits)
    if let part = related("sharedStrings") {
      try package.parse(
        part, keepsContent: false, into: handler, scanner: scans ? SharedStringsScanner(handler) : nil)
    }
    loadedStrings = handler.table
    return handler.table
  }

  /// The part of this kind, nil where the workbook has none; workbooks without styles or strings are sound.
  func related(_ word: String) -> String? {
    relationships.first { $0.isA(word) && !$0.isExternal && package.hasPart($0.target) }?.target
  }
}
