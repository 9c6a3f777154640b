import XlsxPackage

extension AuditCalculation {
  /// The rows of classes, or of subclasses, against the rows below each.
  ///
  /// Which rows they are is not known before somebody types them, so that every row of the mirror is looked at. One without
  /// any row below it says nothing that could be added up.
  mutating func classSum(_ mirror: AuditMirror, _ kind: RowKind) -> [AuditBlock] {
    guard let body = mirror.places.body else { return [] }
    let paths = summed(mirror)
    var columns: [Int] = []
    for path in paths { columns.append(newColumn(mirror.form.form, for: path)) }
    guard let first = columns.first, let last = columns.last else { return [] }
    // The sums stand in as many columns behind the verdicts.
    for path in paths { _ = newColumn(mirror.form.form, for: path) }
    let number = AuditMirror.number(of: kind)
    for n in 1...max(mirror.capacity, 1) {
      let row = mirror.row(n)
      let parts = "(\(mirror.parents)=\(n))"
      let isDue = "\(FormulaText.cell(row, AuditMirror.kindColumn))=\(number)"
      for (path, column) in zip(paths, columns) {
        guard let values = mirror.values(path), let leaf = mirror.leaf(of: path), let own = mirror.column(of: path)
        else {
          continue
        }
        let sum = FormulaText.cell(row, column + paths.count)
        put(
          .formula("IF(\(isDue),SUMPRODUCT(\(parts)*\(values)),0)", result: 0), row: row, column: column + paths.count)
        let value = FormulaText.cell(row, own)
        let cell =
          "INDEX(\(FormulaText.sheet(mirror.places.sheet))\(FormulaText.fixed(body, leaf + 1...leaf + 1)),\(n))"
        let test = within("\(value)-\(sum)", count: "SUMPRODUCT(\(parts)*(\(values)<>0))", formulaCell: cell)
        let verdict = relation(.equal).verdict(value, sum, isRounding: [test])
        put(
          .formulaOfText("IF(\(isDue),IF(SUMPRODUCT(--\(parts))=0,\"\",\(verdict)),\"\")", result: ""), row: row,
          column: column)
      }
    }
    let current = mirrors[mirror.form.form] ?? mirror
    var block = overVerdicts(
      current, rows: mirror.rows, columns: first...last, filter: nil,
      value: { position in
        let values = FormulaText.fixed(1...mirror.rows.upperBound, mirror.amountColumns)
        // The values of the columns that are added up need not lie next to one another.
        let index = paths.map { path in "\((mirror.column(of: path) ?? 1) - mirror.amountColumns.lowerBound + 1)" }
        return
          "INDEX(\(values),INT(\(position)/1000),CHOOSE(MOD(\(position),1000)-\(first - 1),\(index.joined(separator: ","))))"
      }, place: { Self.place(current, position: $0) })
    for (path, column) in zip(paths, columns) {
      block.marks.append(AuditBlock.Mark(form: mirror.form.form, path: path, kind: .verdicts(column: column)))
    }
    return [block]
  }
}
