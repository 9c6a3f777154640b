import XlsxPackage

/// Reads the rows of a pane whose rows are printed: each by its label, with number and text.
struct FixedPaneReader {
  private let pane: Pane
  private let rows: [FixedRow]
  /// The normalized labels that mean each row.
  private let words: [Set<String>]
  private var used: Set<Int> = []
  private var last = -1

  init(pane: Pane, rows: [FixedRow]) {
    self.pane = pane
    self.rows = rows
    words = rows.map { Set(([$0.label] + $0.aliases).map(LabelText.normalize)) }
  }

  /// The row as read; nil where the pane is blank there or the label is none of the form's.
  mutating func read(_ row: SheetGrid.Row, with form: inout GridFormReader) -> FormRow? {
    let labelColumn = form.paths(pane, amounts: false).first
    guard let labelColumn, let printed = form.sheetCell(labelColumn, row: row.number), printed.kind == .text else {
      // Where a pane has fewer rows than its neighbour, some fill the rest with zeros or dashes.
      if let place = form.firstReference(pane, row: row.number), !form.saysNothing(pane, row: row.number) {
        form.report(.rowUnknown, at: place, ["label": ""])
      }
      return nil
    }
    guard let index = index(of: printed.label) else {
      form.report(.rowUnknown, at: printed.reference, path: labelColumn, ["label": printed.text])
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

  /// Tells of the rows that the sheet does not have.
  func reportMissing(with form: inout GridFormReader) {
    for (index, row) in rows.enumerated() where !used.contains(index) {
      form.report(.rowMissing, path: row.path, ["label": row.path.description])
    }
  }

  /// The row that a label means.
  ///
  /// Of several rows with one label the next one after the last row read is meant. A label whose text is that of
  /// one row counts by its text, else by its number; either way a difference is reported.
  private func index(of label: String) -> Int? {
    let exact = rows.indices.filter { words[$0].contains(label) }
    if let next = exact.first(where: { $0 > last && !used.contains($0) }) ?? exact.first(where: { !used.contains($0) })
      ?? exact.first
    {
      return next
    }
    let (number, text) = LabelText.split(label)
    let byText = rows.indices.filter { index in words[index].contains { LabelText.split($0).text == text } }
    guard number != nil else {
      // The text without its number is enough where only one row has it.
      return byText.count == 1 && !text.isEmpty ? byText[0] : nil
    }
    // A text that is just that of one row counts even under another number, as where a clerk numbers without gaps.
    if byText.count == 1, !text.isEmpty, !used.contains(byText[0]) { return byText[0] }
    let byNumber = rows.indices.filter { index in
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
