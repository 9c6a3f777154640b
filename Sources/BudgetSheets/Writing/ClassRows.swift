import XlsxPackage

/// Tells by formulas which rows are those of classes, among the rows that somebody types into an issued form.
///
/// They are known as `LevelPaneReader` knows them: by the digits of their code, or by which of its columns are blank.
struct ClassRows {
  let levels: [RowLevel]
  let leaves: [ColumnDefinition]

  /// The sum of the cells of a column whose rows are not those of classes.
  ///
  /// SUMPRODUCT takes texts of the second range for nothing: those of sums that show nothing, and headings.
  func sum(of range: CellRange) -> String {
    let rows = range.first.row...range.last.row
    let tests = levels.indices.dropLast().filter { levels[$0].kind.isOfClass }.map { test($0, rows) }
    return "SUMPRODUCT(\((["1"] + tests).joined(separator: "-")),\(range))"
  }

  /// A product that is 1 in the rows of a level and 0 in all others; no row is one of two levels.
  private func test(_ index: Int, _ rows: ClosedRange<Int>) -> String {
    let level = levels[index]
    func cells(_ path: LabelPath) -> String? {
      guard let leaf = leaves.firstIndex(where: { $0.path == path }) else { return nil }
      return
        "\(CellRange(CellReference(row: rows.lowerBound, column: leaf + 1), CellReference(row: rows.upperBound, column: leaf + 1)))"
    }
    guard let key = level.key.last, let codes = cells(key) else { return "0" }
    let plain = "TRIM(\(codes))"
    // What is written with digits alone is written again by its value; 1/2, 1e2 and 5% have a value too. Neither a text
    // without a value nor one that differs has a quotient, and only ISNUMBER takes the errors of many cells.
    var factors = ["ISNUMBER(1/EXACT(TEXT(VALUE(\(plain)),REPT(\"0\",LEN(\(plain)))),\(plain)))"]
    if level.key.count == 1, let digits = level.keyDigits {
      factors.append("(LEN(\(plain))=\(digits))")
    } else if let leaf = leaves.first(where: { $0.path == key }), case .code(let digits?) = leaf.kind {
      factors.append("(LEN(\(plain))<=\(digits))")
    }
    let deeper = levels[(index + 1)...].flatMap(\.key) + level.empty
    var seen = Set(level.key)
    for path in deeper where seen.insert(path).inserted {
      if let others = cells(path) { factors.append("(\(others)=\"\")") }
    }
    return factors.joined(separator: "*")
  }
}
