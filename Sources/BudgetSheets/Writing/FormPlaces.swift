import XlsxPackage

/// Where the parts of a form stand on its planned sheet.
///
/// In a form that is a grid, the column of the n-th leaf is n + 1.
struct FormPlaces {
  /// One row of a pane whose rows are free.
  struct LevelRow {
    var kind: RowKind
    var row: Int
  }

  /// The number of the form.
  var form: String
  /// The name of its sheet.
  var sheet: String
  /// The rows of the body of a grid, from the first to the last, which in an issued form of free rows is a guard row.
  var body: ClosedRange<Int>?
  /// The rows of the printed rows, by pane, in the order of ``Pane/fixedRows``.
  var fixedRows: [[Int]] = []
  /// The free rows, from top to bottom; guard rows are none of them.
  var levelRows: [LevelRow] = []
  /// The rows that close the open parts of a table: sums reach down to them, and rows are inserted above them.
  var guardRows: [Int] = []
  /// The unit in which each leaf column counts.
  var units: [MoneyUnit] = []
  /// The cells of the labelled amounts of a form of blocks.
  var fields: [LabelPath: CellReference] = [:]
  /// The unit in which the labelled amounts count.
  var fieldUnit: MoneyUnit?
  /// The cells whose texts are those of the department: its name and code, its units, and what is put together of them.
  var departmentCells: [CellReference] = []
}
