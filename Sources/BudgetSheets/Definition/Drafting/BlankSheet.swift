import XlsxPackage
import XlsxRead

/// A sheet of blank forms: its cells, and how those look that hold nothing yet.
struct BlankSheet {
  /// How a cell looks.
  struct Look {
    var numberFormat: String
    var isLocked: Bool
  }

  /// The rows and columns in which a form may stand.
  static let maximumRow = 3_000
  static let maximumColumn = 200
  /// The rules for input that are looked at.
  private static let maximumRules = 1_000

  let grid: SheetGrid
  /// What the formulas of the workbook add up.
  let sums: SumMemory
  /// Whether its pages lie across; nil where the sheet does not say.
  private(set) var isLandscape: Bool?
  /// The last row that holds anything, if only a border.
  private(set) var lastRow = 0
  private var looks: [CellReference: Look] = [:]
  private var rules: [ValidationRule] = []
  /// The cells whose formulas show nothing yet, which the grid leaves out, by row.
  private var blankFormulas: [Int: [SheetGrid.Cell]] = [:]

  /// Reads how the cells of a sheet look.
  ///
  /// - Parameter room: How many cells may still be kept; what the sheet takes is taken off it.
  init(_ worksheet: Worksheet, grid: SheetGrid, sums: SumMemory, room: inout Int) throws(XlsxReadError) {
    self.grid = grid
    self.sums = sums
    let reader = try worksheet.rowReader()
    while let row = try reader.next() {
      if row.number > Self.maximumRow { break }
      for cell in row where cell.reference.column <= Self.maximumColumn && room > 0 {
        if cell.hasFormula, grid.cell(cell.reference) == nil { add(formula: cell) }
        guard let style = cell.style, style.index > 0 else { continue }
        room -= 1
        looks[cell.reference] = Look(numberFormat: style.numberFormat, isLocked: style.isLocked)
        lastRow = max(lastRow, cell.reference.row)
      }
    }
    let layout = try reader.layout
    isLandscape = layout.isLandscape
    for rule in layout.validations where rules.count < Self.maximumRules {
      var rule = rule
      rule.ranges = Array(rule.ranges.filter { $0.first.row <= Self.maximumRow }.prefix(40))
      if !rule.ranges.isEmpty { rules.append(rule) }
    }
    lastRow = min(max(lastRow, grid.rows.last?.number ?? 0), Self.maximumRow)
  }

  private mutating func add(formula cell: XlsxRead.Cell) {
    blankFormulas[cell.reference.row, default: []].append(
      SheetGrid.Cell(
        reference: cell.reference, kind: .formulaOnly, text: "", formula: cell.formula ?? "",
        numberFormat: cell.numberFormat, label: ""))
  }

  /// The cells of a row, with those whose formulas show nothing yet.
  func cells(row: Int) -> [SheetGrid.Cell] { (grid.row(row)?.cells ?? []) + (blankFormulas[row] ?? []) }

  /// How a cell looks; nil where nothing is said of it.
  func look(_ place: CellReference) -> Look? { looks[place] }

  /// The rule for what is typed into a cell; of several, the last one.
  func rule(at place: CellReference) -> ValidationRule? {
    rules.last { rule in rule.ranges.contains { $0.contains(place) } }
  }

  /// Whether a cell is there to be filled in: the sheet is protected, and the cell is not.
  func isOpen(_ place: CellReference) -> Bool { grid.isProtected && look(place)?.isLocked == false }
}
