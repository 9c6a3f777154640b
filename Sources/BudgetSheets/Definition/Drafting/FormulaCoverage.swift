import XlsxPackage

/// The formulas of a form of which the draft makes nothing: no sum, no dictionary, and no question of their own.
struct FormulaCoverage {
  /// The first of them.
  private(set) var first: (formula: String, cell: CellReference)?
  private(set) var count = 0

  /// Looks at all formulas of the rows below the headings.
  ///
  /// - Parameters:
  ///   - summed: Whether the draft makes a sum of what stands at a place.
  ///   - asked: What is asked already.
  init(
    _ sheet: BlankSheet, rows: [DraftBody.Row], leaves: [ColumnDraft.Leaf],
    summed: (_ row: Int, _ column: Int) -> Bool, asked: [(topic: DraftQuestion.Topic, cell: CellReference?)]
  ) {
    var shapes: Set<String> = []
    for case (.formula(let formula), let cell?) in asked { shapes.insert(FormulaShape.text(of: formula, at: cell)) }
    let byColumn = Dictionary(leaves.map { ($0.column, $0) }, uniquingKeysWith: { first, _ in first })
    for row in rows {
      for cell in sheet.cells(row: row.number) {
        guard let formula = cell.formula, !formula.isEmpty else { continue }
        let column = cell.reference.column
        if let leaf = byColumn[column] {
          if !leaf.isAmount, leaf.list != nil { continue }
          if leaf.isAmount, !leaf.sum.isEmpty, addsAlong(formula, row.number, sheet) { continue }
          if leaf.isAmount, summed(row.number, column), sheet.sums.ranges(of: formula) != nil { continue }
        }
        if shapes.contains(FormulaShape.text(of: formula, at: cell.reference)) { continue }
        count += 1
        if first == nil { first = (formula, cell.reference) }
      }
    }
  }

  /// Whether a formula adds up cells of its own row.
  private func addsAlong(_ formula: String, _ row: Int, _ sheet: BlankSheet) -> Bool {
    sheet.sums.ranges(of: formula)?.allSatisfy { $0.first.row == row && $0.last.row == row } ?? false
  }
}
