import XlsxPackage

/// The places of many findings of one kind in a few lines.
enum PlaceList {
  /// The sheets with their cells, a line each: `预算02表：C8:C20, D9`.
  static func text(_ findings: [Finding]) -> String {
    var sheets: [String] = []
    var cells: [String: [CellReference]] = [:]
    var subjects: [String: [String]] = [:]
    for finding in findings {
      let sheet = finding.sheet ?? ""
      if cells[sheet] == nil, subjects[sheet] == nil { sheets.append(sheet) }
      if let cell = finding.cell {
        cells[sheet, default: []].append(cell)
      } else {
        let subject = finding.arguments["column"] ?? finding.arguments["label"] ?? finding.arguments["form"]
        subjects[sheet, default: []].append(subject ?? finding.location.label)
      }
    }
    return sheets.map { sheet in
      let words = ranges(cells[sheet] ?? []).map(\.description) + (subjects[sheet] ?? []).filter { !$0.isEmpty }
      // With spaces, at which every program breaks lines.
      return [sheet, words.joined(separator: ", ")].filter { !$0.isEmpty }.joined(separator: "：")
    }.joined(separator: "\n")
  }

  /// Few ranges that hold exactly these cells, in the order of the sheet.
  static func ranges(_ cells: [CellReference]) -> [CellRange] {
    // Runs within a column first, since amounts of one kind stand below one another.
    var runs: [CellRange] = []
    for cell in Set(cells).sorted(by: { ($0.column, $0.row) < ($1.column, $1.row) }) {
      if let last = runs.last, last.last.column == cell.column, last.last.row == cell.row - 1 {
        runs[runs.count - 1].last = cell
      } else {
        runs.append(CellRange(cell, cell))
      }
    }
    // Then runs of the same rows side by side.
    var ranges: [CellRange] = []
    runs.sort { ($0.first.row, $0.last.row, $0.first.column) < ($1.first.row, $1.last.row, $1.first.column) }
    for run in runs {
      if let last = ranges.last, last.first.row == run.first.row, last.last.row == run.last.row,
        last.last.column == run.first.column - 1
      {
        ranges[ranges.count - 1].last = run.last
      } else {
        ranges.append(run)
      }
    }
    return ranges.sorted { $0.first < $1.first }
  }
}
