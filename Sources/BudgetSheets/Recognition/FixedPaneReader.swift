import XlsxPackage

/// Reads the rows of a pane whose rows are printed: each by its label, with number and text.
struct FixedPaneReader {
  private let pane: Pane
  private let rows: [FixedRow]
  /// The normalized labels that mean each row.
  private let words: [Set<String>]
  /// The normalized labels above the last row of labels that are several columns wide, and its own.
  private var outer: [String] = []
  private var used: Set<Int> = []
  private var last = -1

  init(pane: Pane, rows: [FixedRow]) {
    self.pane = pane
    self.rows = rows
    words = rows.map { Set(([$0.label] + $0.aliases).map(LabelText.normalize)) }
  }

  /// The row as read; nil where the pane is blank there or the label is none of the form's.
  mutating func read(_ row: SheetGrid.Row, with form: inout GridFormReader) -> FormRow? {
    guard let label = label(of: row, form) else {
      // Where a pane has fewer rows than its neighbour, some fill the rest with zeros or dashes.
      if let place = form.firstReference(pane, row: row.number), !form.saysNothing(pane, row: row.number) {
        form.report(.rowUnknown, at: place, ["label": ""])
      }
      return nil
    }
    let printed = label.cell
    guard let index = index(of: label) else {
      form.report(.rowUnknown, at: printed.reference, path: label.column, ["label": printed.text])
      return nil
    }
    let fixed = rows[index]
    guard used.insert(index).inserted else {
      form.report(.rowTwice, at: printed.reference, path: fixed.path, ["label": fixed.label])
      return nil
    }
    last = index
    if !words[index].contains(printed.label) {
      form.report(
        .labelDiffers, at: printed.reference, path: fixed.path, ["printed": printed.text, "label": fixed.label])
    }
    if row.isHidden { form.report(.rowHidden, at: printed.reference, path: fixed.path) }
    return FormRow(
      kind: .fixed, key: fixed.path.description, pane: pane.name, isHidden: row.isHidden,
      cells: form.cells(pane.leaves, row: row.number, digits: { _ in nil }))
  }

  /// The label of a row: its last one, and where labels are several columns wide what stands before it.
  private struct Label {
    var cell: SheetGrid.Cell
    var column: LabelPath
    /// The normalized labels before the last one; nil where labels are one column wide.
    var outer: [String]?
  }

  /// The label of a row; nil where there is no text in its columns.
  private mutating func label(of row: SheetGrid.Row, _ form: GridFormReader) -> Label? {
    let columns = form.labelPaths(pane)
    var found: Label?
    for (depth, column) in columns.enumerated() {
      guard let cell = form.sheetCell(column, row: row.number) else { continue }
      guard cell.kind == .text else { return nil }
      // A label that is not merged down stands for the rows below it until the next one.
      outer = Array(outer.prefix(depth))
      found = Label(cell: cell, column: column, outer: columns.count > 1 ? outer : nil)
      outer.append(cell.label)
    }
    return found
  }

  /// Tells of the rows that the sheet does not have.
  func reportMissing(with form: inout GridFormReader) {
    for (index, row) in rows.enumerated() where !used.contains(index) {
      form.report(.rowMissing, path: row.path, ["label": row.path.description])
    }
  }

  /// The row that a label means: of those that stand under the same labels, where there are any.
  private func index(of label: Label) -> Int? {
    guard let outer = label.outer else { return index(of: label.cell.label, among: Array(rows.indices)) }
    let same = rows.indices.filter { rows[$0].path.labels.dropLast().map(LabelText.normalize) == outer }
    return index(of: label.cell.label, among: same) ?? index(of: label.cell.label, among: Array(rows.indices))
  }

  /// The row that a label means.
  ///
  /// Of several rows with one label the next one after the last row read is meant. A label whose text is that of
  /// one row counts by its text, else by its number; either way a difference is reported.
  private func index(of label: String, among candidates: [Int]) -> Int? {
    let exact = candidates.filter { words[$0].contains(label) }
    if let next = exact.first(where: { $0 > last && !used.contains($0) }) ?? exact.first(where: { !used.contains($0) })
      ?? exact.first
    {
      return next
    }
    let (number, text) = LabelText.split(label)
    let byText = candidates.filter { index in words[index].contains { LabelText.split($0).text == text } }
    guard number != nil else {
      // The text without its number is enough where only one row has it.
      return byText.count == 1 && !text.isEmpty ? byText[0] : nil
    }
    // A text that is just that of one row counts even under another number, as where a clerk numbers without gaps.
    if byText.count == 1, !text.isEmpty, !used.contains(byText[0]) { return byText[0] }
    let byNumber = candidates.filter { index in
      words[index].contains { Self.sameNumber($0, label) } && !used.contains(index)
    }
    return byNumber.first { $0 > last } ?? byNumber.first
  }

  /// Whether two labels carry the same number in the same brackets.
  private static func sameNumber(_ first: String, _ second: String) -> Bool {
    let (number, _) = LabelText.split(first)
    let (other, _) = LabelText.split(second)
    return number != nil && number == other && first.hasPrefix("(") == second.hasPrefix("(")
  }
}
