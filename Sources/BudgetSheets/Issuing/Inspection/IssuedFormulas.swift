import XlsxPackage

/// The cells of an issued form that are worked out, with what became of their formulas.
struct IssuedFormulas {
  /// A cell whose formula is another one now.
  struct Change {
    var cell: CellReference
    var formula: String
  }

  /// The cells that hold an amount where a formula was.
  private(set) var replaced: [CellReference] = []
  /// The cells that hold a formula of somebody's own.
  private(set) var changed: [Change] = []
  private let form: FormDefinition
  private let columns: [LabelPath: Int]

  /// Looks at a form as it was read.
  init(_ data: FormData, form: FormDefinition) {
    self.form = form
    columns = data.blanks.columns
    for pane in form.panes {
      let rows = data.rows.filter { $0.pane == pane.name }
      let parts = LevelParts.parts(of: rows, levels: pane.levels)
      let numbers = rows.map { $0.cells.values.compactMap(\.reference).map(\.row).min() ?? 0 }
      let sums = Dictionary(
        pane.fixedRows.map { ($0.path.description, $0.sum.map(\.description)) }, uniquingKeysWith: { first, _ in first }
      )
      for (index, row) in rows.enumerated() where row.kind != .unclassified && row.kind != .continuation {
        let addends: [Int]
        if row.kind == .fixed {
          let keys = Set(sums[row.key] ?? [])
          addends = rows.indices.filter { keys.contains(rows[$0].key) }.map { numbers[$0] }
        } else if pane.classLevels.contains(where: { $0.kind == row.kind }) {
          // Whoever fills in the form types the sums of classes, as an amount or by a formula of his own.
          addends = []
        } else {
          addends = (parts[index] ?? []).map { numbers[$0] }
        }
        look(row, pane, addends: Set(addends))
      }
    }
    for row in form.labelledAmounts where !row.sum.isEmpty {
      if let cell = data.fields[row.path], let reference = cell.reference { look(cell, at: reference) { _ in true } }
    }
    replaced.sort()
    changed.sort { $0.cell < $1.cell }
  }

  /// Looks at a row, which adds up the rows of some numbers.
  private mutating func look(_ row: FormRow, _ pane: Pane, addends: Set<Int>) {
    let isSum = !addends.isEmpty
    let leaves = form.leaves[pane.leaves].filter { $0.isAmount && (isSum || !$0.sum.isEmpty) }
    // A row below the total without any sum may be one that was inserted, and never had one.
    if row.kind != .fixed, row.kind != .total, !leaves.contains(where: { Self.addsUp(row.cells[$0.path]) }) { return }
    for leaf in leaves {
      guard let cell = row.cells[leaf.path], let reference = cell.reference else { continue }
      let parts = leaf.sum.compactMap { columns[$0] }
      // Of a sum some of whose columns are gone nothing can be said.
      if parts.count < leaf.sum.count { continue }
      look(cell, at: reference) { references in
        Self.isSumOfColumns(references, parts, at: reference)
          || isSum && Self.isSumOfRows(references, at: reference)
            && Self.adds(addends, references, at: reference, isExact: row.kind == .fixed)
      }
    }
  }

  /// Whether a cell is worked out from others; a formula of numbers alone, as `100/10000`, is what somebody typed.
  private static func addsUp(_ cell: FormCell?) -> Bool {
    guard let formula = cell?.formula else { return false }
    // A formula of a shared group may not be told.
    return formula.isEmpty || !FormulaTokens(formula).references.isEmpty
  }

  /// Looks at a cell that is worked out.
  private mutating func look(_ cell: FormCell, at reference: CellReference, isOurs: ([CellRange]) -> Bool) {
    guard let formula = cell.formula else {
      if cell.value?.amount != nil { replaced.append(reference) }
      return
    }
    // A formula of a shared group may not be told.
    if formula.isEmpty { return }
    let tokens = FormulaTokens(formula)
    let ranges = tokens.references.map(\.range)
    if tokens.isUnknown || !tokens.sheets.isEmpty || ranges.isEmpty || Self.namesAmount(formula) || !isOurs(ranges) {
      changed.append(Change(cell: reference, formula: formula))
    }
  }

  /// Whether cells are those of just some columns in one row.
  private static func isSumOfColumns(_ ranges: [CellRange], _ columns: [Int], at cell: CellReference) -> Bool {
    guard !columns.isEmpty, ranges.allSatisfy({ $0.first.row == cell.row && $0.last.row == cell.row }) else {
      return false
    }
    let named = ranges.reduce(into: Set<Int>()) { $0.formUnion($1.first.column...$1.last.column) }
    return named == Set(columns)
  }

  /// Whether the cells of a column are named among others that tell their rows, and the cell itself is not.
  private static func isSumOfRows(_ ranges: [CellRange], at cell: CellReference) -> Bool {
    let own = ranges.filter { $0.first.column == cell.column && $0.last.column == cell.column }
    return !own.isEmpty && !ranges.contains { $0.contains(cell) }
      && ranges.allSatisfy { $0.first.column == cell.column || $0.last.column < cell.column }
  }

  /// Whether all addends are named, and of printed rows no other one. A range over free rows may reach further.
  private static func adds(
    _ addends: Set<Int>, _ ranges: [CellRange], at cell: CellReference, isExact: Bool
  ) -> Bool {
    var named: Set<Int> = []
    for range in ranges where range.first.column == cell.column {
      if range.last.row - range.first.row > 100_000 { return !isExact }
      named.formUnion(range.first.row...range.last.row)
    }
    return isExact ? named == addends : named.isSuperset(of: addends)
  }

  /// Whether a formula names a number that may be an amount: more than one digit, or a point.
  private static func namesAmount(_ formula: String) -> Bool {
    var isText = false
    var word = ""
    for character in formula + " " {
      if character == "\"" { isText.toggle() }
      if !isText, character.isLetter || character.isNumber || "._$".contains(character) {
        word.append(character)
      } else {
        // The rows of 3:5 are no amounts, and neither are the digits of a cell.
        if word.utf8.count > 1, character != ":", Double(word) != nil { return true }
        word = ""
      }
    }
    return false
  }
}
