import FuzzSupport
import XlsxPackage
import XlsxRead

/// What a reader finds in one worksheet.
struct SheetContent {
  struct Entry: Equatable {
    var cell: CellReference
    var kind: CellKind
    var value: String
    var formula: String?
    var format: String
    var style: CellStyle?
  }

  let name: String
  let visibility: SheetVisibility
  /// The cells in the order of the file, nil where they cannot be read.
  let cells: [Entry]?
  let comments: [CellComment]?
  let links: [Hyperlink]?
  let merges: [CellRange]?
  let isProtected: Bool

  init(_ sheet: Worksheet) {
    name = sheet.name
    visibility = sheet.visibility
    comments = try? sheet.comments()
    let layout = try? sheet.layout()
    links = layout?.hyperlinks
    merges = layout?.merges
    isProtected = layout?.protection != nil
    cells = try? Self.cells(of: sheet)
  }

  private static func cells(of sheet: Worksheet) throws -> [Entry] {
    var cells: [Entry] = []
    let reader = try sheet.rowReader()
    while let row = try reader.next() {
      for cell in row {
        cells.append(
          Entry(
            cell: cell.reference, kind: cell.kind, value: cell.rawText, formula: cell.formula,
            format: cell.numberFormat, style: cell.style))
      }
    }
    return cells
  }

  /// What a reader finds in a workbook, nil where it does not open.
  static func sheets(of bytes: [UInt8]) -> (sheets: [SheetContent], others: [String], book: Workbook)? {
    guard let book = try? Workbook(bytes: bytes, name: "fuzz.xlsx", limits: WorkbookWalk.limits) else { return nil }
    return (book.worksheets.prefix(12).map { SheetContent($0) }, book.otherSheets, book)
  }
}
