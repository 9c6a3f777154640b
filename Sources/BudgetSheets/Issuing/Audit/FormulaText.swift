import XlsxPackage

/// The pieces of which formulas are made.
enum FormulaText {
  /// A cell, as `F12`.
  static func cell(_ row: Int, _ column: Int) -> String { CellReference.columnName(column) + "\(row)" }

  /// A cell that stays when the formula is copied, as `$F$12`.
  static func fixed(_ row: Int, _ column: Int) -> String { "$\(CellReference.columnName(column))$\(row)" }

  /// A range that stays when the formula is copied, as `$F$12:$G$40`.
  static func fixed(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> String {
    fixed(rows.lowerBound, columns.lowerBound) + ":" + fixed(rows.upperBound, columns.upperBound)
  }

  /// What stands before the cells of another sheet, as `'预算 03 表'!`.
  static func sheet(_ name: String) -> String { "'" + name.replacing("'", with: "''") + "'!" }

  /// A text in quotation marks.
  static func text(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }

  /// The sum of some cells, as ranges where they lie next to one another; nothing for none.
  static func sum(_ cells: [CellReference]) -> String {
    let ranges = ranges(of: cells)
    if ranges.allSatisfy({ $0.first == $0.last }), ranges.count <= 4 {
      return ranges.isEmpty ? "0" : ranges.map { "\($0.first)" }.joined(separator: "+")
    }
    return sum(ofRanges: ranges)
  }

  /// The sum of some ranges, of which there is one at least; one SUM takes at most 255 of them.
  static func sum(ofRanges ranges: [CellRange]) -> String {
    stride(from: 0, to: ranges.count, by: 250).map { start in
      "SUM(" + ranges[start..<min(start + 250, ranges.count)].map { "\($0)" }.joined(separator: ",") + ")"
    }.joined(separator: "+")
  }

  /// The first cell of a range for which a test of its cells holds, as its row times a thousand plus its column: 1E9 and more
  /// where it holds for none.
  static func position(in range: String, where test: String) -> String {
    "SUMPRODUCT(MIN(ROW(\(range))*1000+COLUMN(\(range))+1E9*(1-\(test))))"
  }

  /// The cell that a position names, in a range that begins in the first row and column.
  static func cell(at position: String, in range: String, columnsOn offset: Int = 0) -> String {
    "INDEX(\(range),INT(\(position)/1000),MOD(\(position),1000)\(offset == 0 ? "" : "+\(offset)"))"
  }

  /// The sum of some cells, each rounded to some digits.
  static func roundedSum(_ cells: [CellReference], digits: Int) -> String {
    let terms = ranges(of: cells).map { range in
      range.first == range.last ? "ROUND(\(range.first),\(digits))" : "SUMPRODUCT(ROUND(\(range),\(digits)))"
    }
    return terms.isEmpty ? "0" : terms.joined(separator: "+")
  }

  /// How many of some cells say something.
  static func count(_ cells: [CellReference]) -> String {
    let terms = ranges(of: cells).map { range in
      range.first == range.last ? "(\(range.first)<>0)" : "SUMPRODUCT(--(\(range)<>0))"
    }
    return terms.isEmpty ? "0" : terms.joined(separator: "+")
  }

  /// Some cells as ranges of those that lie next to one another in a row or a column.
  static func ranges(of cells: [CellReference]) -> [CellRange] {
    var ranges: [CellRange] = []
    for cell in cells {
      if let last = ranges.last, continues(last, cell) {
        ranges[ranges.count - 1] = CellRange(last.first, cell)
      } else {
        ranges.append(CellRange(cell, cell))
      }
    }
    return ranges
  }

  private static func continues(_ range: CellRange, _ cell: CellReference) -> Bool {
    if range.first.column == range.last.column, cell.column == range.last.column, cell.row == range.last.row + 1 {
      return true
    }
    return range.first.row == range.last.row && cell.row == range.last.row && cell.column == range.last.column + 1
  }
}
