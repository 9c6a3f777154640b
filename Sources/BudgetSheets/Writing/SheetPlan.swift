import XlsxPackage
import XlsxWrite

/// All that one sheet of a workbook is to hold, before anything is written.
struct SheetPlan {
  /// What a cell holds.
  enum Content: Equatable {
    case blank
    case text(String)
    case number(Double)
    case formula(String, result: Double)
    /// A formula that shows nothing for now.
    case formulaOfNothing(String)
    /// A formula with the text that it comes to.
    case formulaOfText(String, result: String)

    /// The text; nil for anything else.
    var text: String? {
      if case .text(let text) = self { text } else { nil }
    }

    /// The text that is shown, be it that of a formula; nil where none is.
    var shownText: String? {
      if case .formulaOfText(_, let result) = self { result } else { text }
    }
  }

  /// One cell, or the first one of a merged range.
  struct Cell {
    var content: Content
    var format: CellFormat
    /// The last cell of its merged range; itself for a single cell.
    var last: CellReference
  }

  /// A rule for what is typed, with the cells it is for.
  struct Rule {
    var validation: DataValidation
    var range: CellRange
  }

  /// Cells that look otherwise wherever a formula is true; it is written for the first cell of the range.
  struct Condition {
    var range: CellRange
    var formula: String
    var format: CellFormat
  }

  let name: String
  /// The widths of the columns, from the first on.
  var widths: [Double]
  private(set) var cells: [CellReference: Cell] = [:]
  private(set) var heights: [Int: Double] = [:]
  /// The rows that are as high as what stands in them, also once more is typed.
  var fittingRows: Set<Int> = []
  /// The rows that are lower than the usual ones.
  private(set) var lowRows: Set<Int> = []
  /// The last row that holds anything.
  private(set) var lastRow = 0
  /// The rows printed again on each page.
  var repeatedRows: ClosedRange<Int>?
  /// The first row and column that scroll.
  var scrollingStart: CellReference?
  var rules: [Rule] = []
  var conditions: [Condition] = []
  /// The cell that is selected when the sheet is opened.
  var selection: CellReference?
  /// Whether the workbook opens at this sheet.
  var isActive = false
  /// Whether rows may be inserted while the sheet is protected.
  var allowsRows = true
  var orientation: PrintSetup.Orientation = .portrait
  /// Whether the whole sheet is to stand on one page.
  var isOnePage = false
  var isHidden = false
  /// The ranges of codes, which look like numbers and are texts.
  var codeRanges: [CellRange] = []

  init(name: String, widths: [Double]) {
    self.name = name
    self.widths = widths
  }

  var columnCount: Int { widths.count }

  /// Puts a cell in place.
  mutating func put(_ content: Content, _ format: CellFormat, row: Int, column: Int) {
    let reference = CellReference(row: row, column: column)
    cells[reference] = Cell(content: content, format: format, last: reference)
    lastRow = max(lastRow, row)
  }

  /// Puts a cell in place that is merged over a range.
  mutating func put(_ content: Content, _ format: CellFormat, rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    let first = CellReference(row: rows.lowerBound, column: columns.lowerBound)
    for row in rows {
      for column in columns { cells[CellReference(row: row, column: column)] = nil }
    }
    cells[first] = Cell(
      content: content, format: format, last: CellReference(row: rows.upperBound, column: columns.upperBound))
    lastRow = max(lastRow, rows.upperBound)
  }

  /// Takes all cells out; what was learnt from them stays.
  mutating func removeCells() { cells = [:] }

  /// Makes a row at least so high.
  mutating func raise(_ row: Int, to height: Double) {
    heights[row] = min(max(heights[row] ?? 0, height), FormStyle.maximumRowHeight)
  }

  /// Gives a row a height below the usual one.
  mutating func lower(_ row: Int, to height: Double) {
    heights[row] = height
    lowRows.insert(row)
  }

  /// Moves the text of a cell to the top edge.
  mutating func alignTop(_ reference: CellReference) {
    cells[reference]?.format.vertical = .top
  }

  mutating func setFontSize(_ size: Double, at reference: CellReference) {
    cells[reference]?.format.font.size = size
  }

  /// The width of some columns together.
  func width(_ columns: ClosedRange<Int>) -> Double {
    columns.reduce(0) { $0 + (widths.indices.contains($1 - 1) ? widths[$1 - 1] : 0) }
  }

  /// The cells from top to bottom, in each row from left to right.
  var orderedCells: [(reference: CellReference, cell: Cell)] {
    cells.map { ($0.key, $0.value) }.sorted { $0.reference < $1.reference }
  }
}
