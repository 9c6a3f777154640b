/// Reads `xl/workbook.xml`: the sheets and the date system.
final class WorkbookPart: XMLHandler {
  private(set) var sheets: [(name: String, relationship: String, visibility: SheetVisibility)] = []
  private(set) var usesDate1904 = false
  private(set) var rootName = ""

  override func start(_ element: XMLElement) {
    if element.depth == 1 {
      rootName = element.name.text
    } else if element.name.matches("sheet"), element.depth == 3 {
      let visibility = element["state"].flatMap { SheetVisibility(rawValue: $0) } ?? .visible
      sheets.append((element["name"] ?? "", element.prefixed("id") ?? "", visibility))
    } else if element.name.matches("workbookPr"), element.depth == 2 {
      usesDate1904 = element.flag("date1904") ?? false
    }
  }
}
