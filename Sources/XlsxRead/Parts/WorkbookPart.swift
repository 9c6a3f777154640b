import XlsxPackage

/// Reads `xl/workbook.xml`: the sheets, the date system and the protection.
final class WorkbookPart: XMLHandler {
  private(set) var sheets: [(name: String, relationship: String, visibility: SheetVisibility)] = []
  private(set) var usesDate1904 = false
  private(set) var protection: WorkbookProtection?
  private(set) var rootName = ""
  private let limits: ReadLimits

  init(limits: ReadLimits) { self.limits = limits }

  override func start(_ element: XMLElement) throws(XMLFault) {
    if element.depth == 1 {
      rootName = element.name.text
    } else if element.name.matches("sheet"), element.depth == 3 {
      if sheets.count >= limits.parts { throw XMLFault(.overLimit, "more than \(limits.parts) sheets") }
      let visibility = element["state"].flatMap { SheetVisibility(rawValue: $0) } ?? .visible
      sheets.append((EscapedText.string((element["name"] ?? "").utf8), element.prefixed("id") ?? "", visibility))
    } else if element.name.matches("workbookPr"), element.depth == 2 {
      usesDate1904 = element.flag("date1904") ?? false
    } else if element.name.matches("workbookProtection"), element.depth == 2 {
      let hash = element["workbookPassword"] ?? element["workbookHashValue"] ?? ""
      protection = WorkbookProtection(
        locksStructure: element.flag("lockStructure") ?? false, locksWindows: element.flag("lockWindows") ?? false,
        locksRevisions: element.flag("lockRevision") ?? false, hasPassword: !hash.isEmpty)
    }
  }
}
