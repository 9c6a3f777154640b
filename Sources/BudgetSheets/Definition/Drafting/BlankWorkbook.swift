import XlsxPackage
import XlsxRead

/// A workbook of blank forms in memory.
struct BlankWorkbook {
  /// All its sheets, hidden ones too.
  private(set) var grids: [SheetGrid] = []
  /// The visible sheets that are none of our own: no cover, no rules, no dictionaries, no lists of findings.
  private(set) var sheets: [BlankSheet] = []
  let names: [DefinedName]
  /// The workbook itself.
  let source: Workbook
  /// What its formulas add up.
  let sums = SumMemory()

  /// Whether no sheet holds a cell.
  var isEmpty: Bool { !grids.isEmpty && grids.allSatisfy { $0.rows.isEmpty } }

  /// The most cells whose looks are kept.
  private static let mostLooks = 400_000

  /// Reads a workbook.
  init(_ workbook: Workbook, file: String) throws(XlsxReadError) {
    source = workbook
    var cells = CellRoom()
    for worksheet in workbook.worksheets { grids.append(try SheetGrid(worksheet, room: &cells, file: file)) }
    names = try workbook.definedNames()
    var forms = grids
    _ = ReturnedList.take(from: &forms)
    _ = CleaningRecord.take(from: &forms, of: workbook)
    _ = CarriedContent.take(from: &forms)
    DictionarySheet.remove(from: &forms)
    _ = IssuedContent.take(from: &forms)
    let wanted = Set(forms.lazy.filter { !$0.isHidden && !$0.rows.isEmpty }.map(\.name))
    var room = Self.mostLooks
    for (worksheet, grid) in zip(workbook.worksheets, grids) where wanted.contains(grid.name) {
      sheets.append(try BlankSheet(worksheet, grid: grid, sums: sums, room: &room))
    }
  }
}
