import XlsxPackage
import XlsxRead

/// The cells on whose content formulas depend in a way that is not followed here.
///
/// A formula that adds cells up comes to the same whether a cell is text or number, or its reader tells that it does not. One
/// that asks what a cell holds, as `IF`, `SUMIF`, `COUNT` or a lookup do, may come to another amount when the workbook is
/// calculated again.
struct FormulaDependence {
  private var ranges: [String: Set<CellRange>] = [:]
  /// Whether some formula refers to cells that its text does not name.
  private var isOpen = false

  init(of reading: BookReading) {
    let names = (try? reading.workbook.definedNames()) ?? []
    let texts = Dictionary(names.map { ($0.name.lowercased(), $0.text) }, uniquingKeysWith: { first, _ in first })
    var room = 100_000
    for grid in reading.grids {
      for row in grid.rows {
        for cell in row.cells {
          // What comes to a text is no amount.
          guard let formula = cell.formula, cell.kind != .text, cell.kind != .boolean else { continue }
          if FormulaEvaluator.value(of: formula, in: grid, room: &room) != nil { continue }
          take(formula, in: grid.name, names: texts, depth: 0)
        }
      }
    }
  }

  private mutating func take(_ formula: String, in sheet: String, names: [String: String], depth: Int) {
    let tokens = FormulaTokens(formula)
    if tokens.isOpen || depth > 4 { isOpen = true }
    if tokens.isCellOfSheet && depth == 0 { return }
    // Sums within one sheet are followed by whoever reads them.
    if !tokens.isUnknown, tokens.sheets.isEmpty, Self.isSum(formula) { return }
    for reference in tokens.references {
      ranges[(reference.sheet ?? sheet).lowercased(), default: []].insert(reference.range)
    }
    for name in tokens.names {
      guard let text = names[name.lowercased()], depth <= 4 else {
        isOpen = true
        continue
      }
      take(text, in: sheet, names: names, depth: depth + 1)
    }
  }

  /// Whether a formula has no function but `SUM` and `ROUND`, and no comparison.
  private static func isSum(_ formula: String) -> Bool {
    if formula.contains(where: { "<>=&\"".contains($0) }) { return false }
    for match in formula.matches(of: /([A-Za-z.]+)\(/) where !["SUM", "ROUND"].contains(match.1.uppercased()) {
      return false
    }
    return true
  }

  /// Whether a cell must stay as it is for the sake of some formula.
  func protects(_ address: SheetAddress) -> Bool {
    if isOpen { return true }
    guard let ranges = ranges[address.sheet.lowercased()] else { return false }
    return ranges.contains { $0.contains(address.cell) }
  }
}
