import XlsxPackage

/// Tells the rows of what the reading of a workbook found by its cells, so that they are known again when rows have moved.
struct RowNaming {
  let figures: Figures

  /// The findings with their rows, where a cell tells one.
  func named(_ findings: [Finding]) -> [Finding] {
    var rows: [String: [Int: [Int]]] = [:]
    return findings.map { finding in
      guard finding.row == nil, let number = finding.form, let cell = finding.cell, let form = figures.form(number)
      else { return finding }
      if rows[number] == nil { rows[number] = lines(of: form) }
      let candidates = rows[number]?[cell.row] ?? []
      let own = candidates.first { row in
        form.data?.rows[row].cells.values.contains { $0.reference == cell } ?? false
      }
      var named = finding
      // The columns of a heading are no row; beside them nothing stands in the same line.
      let row = (own ?? candidates.first).flatMap(form.rowName)
      // A printed row that the label path names already needs no second name.
      if row?.key != finding.path?.description { named.row = row }
      return named
    }
  }

  /// The rows of a form by the line of the sheet in which they stand.
  private func lines(of form: FormFigures) -> [Int: [Int]] {
    var lines: [Int: [Int]] = [:]
    for (index, row) in (form.data?.rows ?? []).enumerated() {
      guard let line = row.cells.values.compactMap(\.reference).map(\.row).min() else { continue }
      lines[line, default: []].append(index)
    }
    return lines
  }
}
