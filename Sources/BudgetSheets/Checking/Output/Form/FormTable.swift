internal import XlsxPackage

/// A form as a table of text and amounts: its headings, its rows and where each cell stands in the workbook.
struct FormTable {
  /// What a cell shows.
  enum Content: Hashable {
    case blank
    case text(String)
    /// An amount as decimal text.
    case amount(String)
  }

  /// How a cell looks.
  enum Style: Hashable {
    case heading
    case label
    case text
    /// A text of several lines.
    case longText
    case code
    case amount
  }

  /// What a cell is to the book, and so which places mean it.
  struct Spot: Hashable {
    /// The cell of the sheet.
    var reference: CellReference?
    /// The key of the row.
    var row: String?
    /// The label path of the column or field.
    var path: LabelPath?
  }

  /// One cell, or the first one of a merged range.
  struct Cell {
    var content: Content
    var style: Style
    var isBold = false
    var isIndented = false
    var isCentered = false
    /// Whether the sheet hides the row.
    var isHidden = false
    /// How many rows and columns it takes.
    var rows = 1
    var columns = 1
    /// What it stands for: itself, and those merged into it.
    var spots: [Spot] = []
  }

  /// One row of cells, each with the place of its first column; those that others cover are left out.
  typealias Row = [(column: Int, cell: Cell)]

  /// The number of columns.
  let width: Int
  /// The rows of headings.
  private(set) var head: [Row] = []
  /// The rows below; a form of blocks has headings among them.
  private(set) var body: [Row] = []

  /// Creates a table without rows.
  init(width: Int) {
    self.width = width
  }

  /// Adds the rows of headings.
  mutating func addHead(_ rows: [[Cell?]]) { head += Self.compact(rows) }

  /// Adds rows below; nil stands for what a merged cell covers.
  mutating func addBody(_ rows: [[Cell?]]) { body += Self.compact(rows) }

  private static func compact(_ rows: [[Cell?]]) -> [Row] {
    rows.map { row in row.enumerated().compactMap { column, cell in cell.map { (column, $0) } } }
  }
}

extension FormTable {
  /// What the cell of a book shows in a unit; its own text where it could not be read.
  static func content(of cell: FormCell?, in set: FormSet, unit: MoneyUnit) -> Content {
    switch cell?.value {
    case .amount(let amount): .amount(amount.text(in: unit, decimals: set.decimals))
    case .text(let text): .text(text)
    case nil: cell?.raw.map { .text($0) } ?? .blank
    }
  }

  /// The headings over some columns, and the unit that those of each leaf state.
  static func headings(
    _ columns: [ColumnDefinition], year: String, department: String
  ) -> (rows: [[Cell?]], units: [MoneyUnit?]) {
    let depth = columns.map(\.depth).max() ?? 1
    let width = columns.reduce(0) { $0 + $1.leaves.count }
    var rows = [[Cell?]](repeating: [Cell?](repeating: nil, count: width), count: depth)
    var units: [MoneyUnit?] = []
    func place(_ columns: [ColumnDefinition], row: Int, column: Int, stated: MoneyUnit?) {
      var column = column
      for heading in columns {
        let printed = FormDefinition.fill(heading.printed ?? heading.label, year: year, department: department)
        let unit = LabelText.statedUnit(in: printed) ?? stated
        var cell = Cell(content: .text(printed), style: .heading, spots: [Spot(path: heading.path)])
        cell.columns = heading.leaves.count
        cell.rows = heading.columns.isEmpty || heading.isWide ? depth - row : 1
        rows[row][column] = cell
        if heading.columns.isEmpty || heading.isWide {
          units += heading.leaves.map { _ in unit }
        } else {
          place(heading.columns, row: row + 1, column: column, stated: unit)
        }
        column += heading.leaves.count
      }
    }
    place(columns, row: 0, column: 0, stated: nil)
    return (rows, units)
  }
}
