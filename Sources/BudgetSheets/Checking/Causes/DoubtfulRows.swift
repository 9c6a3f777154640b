import XlsxPackage

/// The figures of rows that cannot be placed: their code is blank, or not one of the class above them.
///
/// That is what is wrong with such a row; nothing speaks against its amounts.
struct DoubtfulRows {
  /// The figures of all such rows.
  private(set) var figures: Set<Int> = []
  /// Those among rows of classes, where nobody knows in which sum they should count.
  private(set) var ofClasses: Set<Int> = []

  /// Looks for the rows that the reading has told of.
  init(_ findings: [Finding], in all: Figures) {
    var lines: [String: Set<Int>] = [:]
    for finding in findings where finding.code == .codeBlank || finding.code == .rowOfOtherClass {
      if let form = finding.form, let cell = finding.cell { lines[form, default: []].insert(cell.row) }
    }
    for form in all.forms {
      guard let lines = lines[form.definition.form], let data = form.data else { continue }
      for (row, content) in data.rows.enumerated() {
        guard let line = content.cells.values.compactMap(\.reference).map(\.row).min(), lines.contains(line) else {
          continue
        }
        let own = form.columns.indices.map { form.figure(row: row, column: $0) }
        figures.formUnion(own)
        let pane = form.definition.panes.first { $0.name == content.pane }
        if pane?.classLevels.isEmpty == false { ofClasses.formUnion(own) }
      }
    }
  }

  /// Whether an equation adds up a row of which nobody knows whether it should count there.
  func leaveOpen(_ equation: Equation) -> Bool {
    guard equation.isSum, let total = equation.left.first?.figure, !ofClasses.contains(total) else { return false }
    return equation.right.contains { ofClasses.contains($0.figure) }
  }
}
