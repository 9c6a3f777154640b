internal import XlsxPackage

extension FormTable {
  /// Draws a form whose columns stand below a tree of headings, its panes side by side.
  init(grid form: FormDefinition, data: FormData, book: Book, set: FormSet) {
    let leaves = form.leaves
    self.init(width: leaves.count)
    let headings = Self.headings(form.columns, year: book.year, department: book.department)
    addHead(headings.rows)
    var panes = form.panes.map { PaneLines(pane: $0, data: data) }
    let count = panes.map(\.count).max() ?? 0
    guard count > 0 else { return }
    var rows = [[Cell?]](
      repeating: leaves.map { Cell(content: .blank, style: Self.style(of: $0)) }, count: count)
    for index in panes.indices {
      panes[index].place(from: 0, through: count - 1, alignsClosing: form.alignsClosingRows)
      Self.draw(panes[index], leaves: leaves, units: headings.units, data: data, set: set, into: &rows)
    }
    Self.locateFillers(in: &rows, leaves: leaves, data: data)
    addBody(rows)
  }

  /// Says where the cells beside a shorter pane stand, for what is said about a number in them.
  private static func locateFillers(in rows: inout [[Cell?]], leaves: [ColumnDefinition], data: FormData) {
    for row in rows.indices {
      let references = rows[row].compactMap { $0?.rows == 1 ? $0?.spots.first?.reference : nil }
      guard let reference = references.first else { continue }
      for leaf in leaves.indices where rows[row][leaf]?.spots.isEmpty == true {
        guard let column = data.blanks.columns[leaves[leaf].path] else { continue }
        rows[row][leaf]?.spots = [Spot(reference: CellReference(row: reference.row, column: column))]
      }
    }
  }

  private static func draw(
    _ pane: PaneLines, leaves: [ColumnDefinition], units: [MoneyUnit?], data: FormData, set: FormSet,
    into rows: inout [[Cell?]]
  ) {
    for leaf in pane.pane.leaves {
      let column = leaves[leaf]
      var index = 0
      while index < pane.lines.count {
        let line = pane.lines[index]
        let formCell = line.data?.cells[column.path]
        var cell = Cell(
          content: content(of: formCell, in: set, unit: units[leaf] ?? set.unit), style: style(of: column),
          isBold: pane.isBold(line), isHidden: line.data?.isHidden ?? false)
        var end = index
        if pane.pane.labels.contains(leaf), let fixed = line.fixed {
          guard let label = pane.labels(leaf: leaf, column: column.path).first(where: { $0.lines.lowerBound == index })
          else {
            // A label further left reaches over here.
            rows[line.row][leaf] = nil
            index += 1
            continue
          }
          if cell.content == .blank { cell.content = .text(label.text) }
          cell.style = .label
          cell.isIndented = label.isOwn && fixed.partOf != nil
          cell.isCentered = !label.isOwn || fixed.isClosing && !fixed.sum.isEmpty
          cell.columns = label.leaves.count
          end = label.lines.upperBound
        } else if !column.isAmount {
          if cell.content == .blank, let text = formCell?.inherited, !pane.repeatsAbove(index, column) {
            cell.content = .text(text)
          }
          end = pane.lastOfMerge(from: index, column: column)
          if column.isGroup { cell.isCentered = true }
          if cell.content.isLong { cell.style = .longText }
        }
        cell.rows = end - index + 1
        cell.spots = pane.lines[index...end].map { spot(of: $0, column: column, data: data) }
        for covered in pane.lines[index...end].dropFirst() { rows[covered.row][leaf] = nil }
        rows[line.row][leaf] = cell
        index = end + 1
      }
    }
    for label in pane.totalLabels(leaves: leaves) {
      var cell = Cell(content: .text(label.text), style: .label, isBold: true, isCentered: true)
      cell.columns = label.leaves.count
      for leaf in label.leaves {
        cell.spots += rows[label.row][leaf]?.spots ?? []
        rows[label.row][leaf] = nil
      }
      rows[label.row][label.leaves.lowerBound] = cell
    }
  }

  /// Where a cell stands in the workbook, a blank one too.
  private static func spot(of line: PaneLines.Line, column: ColumnDefinition, data: FormData) -> Spot {
    let key = line.data?.key ?? line.fixed?.path.description
    let reference =
      line.data?.cells[column.path]?.reference
      ?? line.data?.cells.values.compactMap(\.reference).min().flatMap { other in
        data.blanks.columns[column.path].map { CellReference(row: other.row, column: $0) }
      }
    return Spot(reference: reference, row: key, path: column.path)
  }

  /// How the cells of a column look.
  static func style(of column: ColumnDefinition) -> Style {
    switch column.kind {
    case .amount: .amount
    case .code: .code
    case .text: .text
    }
  }
}

extension FormTable.Content {
  /// Whether it is a text that takes several lines.
  var isLong: Bool {
    if case .text(let text) = self { text.utf16.count > 24 } else { false }
  }
}
