internal import XlsxPackage

extension FormTable {
  /// The column of labelled amounts.
  private static let amountColumn = 3

  /// Draws a form of blocks, one below the other: labels at the left, what they say beside them.
  init(blocks form: FormDefinition, data: FormData, book: Book, set: FormSet) {
    let tables = form.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    let columns = tables.first?.columns.reduce(0) { $0 + $1.leaves.count } ?? 0
    self.init(width: max(columns, Self.amountColumn + 1))
    for block in form.blocks {
      switch block {
      case .field(let field): addField(field, data: data, set: set)
      case .list(let list): addList(list, data: data, set: set)
      case .amounts(let amounts): addAmounts(amounts, data: data, set: set)
      case .table(let table):
        // The rows of the form are those of its first table.
        addTable(table, rows: table == tables.first ? data.rows : [], data: data, book: book, set: set)
      }
    }
  }

  private static func spot(_ path: LabelPath, data: FormData) -> Spot {
    Spot(reference: data.fields[path]?.reference ?? data.blanks.fields[path], path: path)
  }

  /// A row of a text at the left and what stands beside it.
  private func row(_ cells: [(column: Int, cell: Cell)]) -> [Cell?] {
    var row = [Cell?](repeating: nil, count: width)
    for (column, cell) in cells { row[column] = cell }
    return row
  }

  private mutating func addField(_ field: FormBlock.Field, data: FormData, set: FormSet) {
    let label = Cell(content: .text(field.path.leaf), style: .heading)
    var cell = Cell(
      content: Self.content(of: data.fields[field.path], in: set, unit: set.unit), style: .longText)
    cell.columns = width - 1
    cell.spots = [Self.spot(field.path, data: data)]
    addBody([row([(0, label), (1, cell)])])
  }

  private mutating func addList(_ list: FormBlock.List, data: FormData, set: FormSet) {
    let columns = list.columns.flatMap(\.leaves)
    let paths = Set(columns.map(\.path))
    let last = data.fields.keys.map(\.itemized).filter { paths.contains($0.path) }.map(\.item).max() ?? 1
    // An item number far beyond the others is no item of a list.
    let count = max(1, min(last, data.fields.count + 1))
    var rows = [[Cell?]](repeating: [Cell?](repeating: nil, count: width), count: count + 1)
    rows[0][0] = Cell(content: .text(list.path.leaf), style: .heading, rows: count + 1)
    for (index, column) in columns.enumerated() {
      let place = min(1 + index, width - 1)
      // The last text of an item takes all columns that are left.
      let span = index == columns.count - 1 ? width - place : 1
      rows[0][place] = Cell(content: .text(column.label), style: .heading, columns: span)
      var item = 1
      while item <= count {
        let cell = data.fields[column.path.item(item)]
        var end = item
        if let text = cell?.value?.text {
          while end < count, let below = data.fields[column.path.item(end + 1)], below.value == nil,
            below.inherited == text
          {
            end += 1
          }
        }
        var made = Cell(content: Self.content(of: cell, in: set, unit: set.unit), style: .longText, columns: span)
        if made.content == .blank, let text = cell?.inherited { made.content = .text(text) }
        made.rows = end - item + 1
        made.spots = (item...end).map { Self.spot(column.path.item($0), data: data) }
        rows[item][place] = made
        item = end + 1
      }
    }
    addBody(rows)
  }

  private mutating func addAmounts(_ amounts: FormBlock.Amounts, data: FormData, set: FormSet) {
    let labels = amounts.rows.map { $0.prefix + $0.path.leaf }
    // One unit holds for the whole block: the first that a label states.
    let unit = ([amounts.path.leaf] + labels).compactMap { LabelText.statedUnit(in: $0) }.first ?? set.unit
    for (index, amount) in amounts.rows.enumerated() {
      var cells: [(Int, Cell)] = []
      if index == 0 {
        cells.append((0, Cell(content: .text(amounts.path.leaf), style: .heading, rows: amounts.rows.count)))
      }
      cells.append((1, Cell(content: .text(labels[index]), style: .label, columns: Self.amountColumn - 1)))
      var cell = Cell(content: Self.content(of: data.fields[amount.path], in: set, unit: unit), style: .amount)
      cell.isBold = !amount.sum.isEmpty
      cell.spots = [Self.spot(amount.path, data: data)]
      cells.append((Self.amountColumn, cell))
      let rest = width - Self.amountColumn - 1
      if rest > 0 { cells.append((Self.amountColumn + 1, Cell(content: .blank, style: .text, columns: rest))) }
      addBody([row(cells)])
    }
  }

  private mutating func addTable(
    _ table: FormBlock.Table, rows: [FormRow], data: FormData, book: Book, set: FormSet
  ) {
    let headings = Self.headings(table.columns, year: book.year, department: book.department)
    let leaves = table.columns.flatMap(\.leaves)
    addBody(headings.rows.map { widened($0, leaves: leaves.count, style: .heading) })
    var drawn = [[Cell?]](repeating: [Cell?](repeating: nil, count: leaves.count), count: rows.count)
    for (leaf, column) in leaves.enumerated() {
      var index = 0
      while index < rows.count {
        let formCell = rows[index].cells[column.path]
        var end = index
        if let text = formCell?.value?.text {
          while end + 1 < rows.count, let below = rows[end + 1].cells[column.path], below.value == nil,
            below.raw == nil,
            below.inherited == text
          {
            end += 1
          }
        }
        var cell = Cell(
          content: Self.content(of: formCell, in: set, unit: headings.units[leaf] ?? set.unit),
          style: Self.style(of: column), isCentered: column.isGroup, isHidden: rows[index].isHidden)
        if cell.content == .blank, let text = formCell?.inherited { cell.content = .text(text) }
        if cell.content.isLong { cell.style = .longText }
        cell.rows = end - index + 1
        cell.spots = rows[index...end].map { row in
          let reference =
            row.cells[column.path]?.reference
            ?? row.cells.values.compactMap(\.reference).min().flatMap { other in
              data.blanks.columns[column.path].map { CellReference(row: other.row, column: $0) }
            }
          return Spot(reference: reference, row: row.key, path: column.path)
        }
        drawn[index][leaf] = cell
        index = end + 1
      }
    }
    addBody(drawn.map { widened($0, leaves: leaves.count, style: .text) })
  }

  /// A row of a table that is narrower than the form, with a blank cell for the rest.
  private func widened(_ row: [Cell?], leaves: Int, style: Style) -> [Cell?] {
    guard leaves < width else { return Array(row.prefix(width)) }
    var row = row + [Cell?](repeating: nil, count: width - leaves)
    row[leaves] = Cell(content: .blank, style: style, columns: width - leaves)
    return row
  }
}
