import XlsxPackage

/// The printed texts of an issued form that no longer say what its definition prints.
///
/// What is missing altogether is told where the form is read; here every text that was found is compared to the letter.
struct PrintedTexts {
  /// One text that was changed.
  struct Change {
    var cell: CellReference?
    var expected: String
    var text: String
  }

  private(set) var changes: [Change] = []
  private let grid: SheetGrid
  private let form: FormDefinition
  private let year: String
  /// The cells that were compared, or about which something was said already.
  private var seen: Set<CellReference>

  /// Prepares the comparison.
  ///
  /// - Parameter told: The cells whose texts were told to differ already.
  init(grid: SheetGrid, form: FormDefinition, year: String, told: Set<CellReference>) {
    self.grid = grid
    self.form = form
    self.year = year
    seen = told
  }

  private func fill(_ text: String) -> String { FormDefinition.fill(text, year: year, department: "") }

  /// Compares a text with the one that is printed there.
  private mutating func compare(_ cell: SheetGrid.Cell?, _ expected: String) {
    guard let cell, cell.kind == .text, seen.insert(cell.reference).inserted else { return }
    if !cell.text.utf8.elementsEqual(expected.utf8) {
      changes.append(Change(cell: cell.reference, expected: expected, text: cell.text))
    }
  }

  /// Compares title and code with the lines above the form.
  ///
  /// - Parameter start: The first row of the form itself.
  mutating func compareFrame(_ frame: FrameReader, above start: Int) {
    let lines = grid.rows.prefix { $0.number < start }.flatMap(\.cells).filter { $0.kind == .text }
    let printed: [(cell: CellReference?, text: String?)] = [
      (frame.titleCell, fill(form.title)), (frame.codeCell, form.code),
    ]
    for (cell, expected) in printed {
      guard let expected, !lines.contains(where: { $0.text == expected }) else { continue }
      // What is not known again may be any of the lines that say nothing else.
      let place =
        cell
        ?? lines.first {
          ![frame.titleCell, frame.codeCell].contains($0.reference) && !frame.scan.isConsumed($0.reference)
        }?
        .reference
      guard let place else {
        changes.append(Change(cell: nil, expected: expected, text: ""))
        continue
      }
      compare(grid.cell(place), expected)
    }
  }

  /// Compares the headings of a table.
  mutating func compareHeadings(_ columns: [ColumnDefinition], _ match: HeaderMatcher.Match) {
    for (leaf, place) in zip(columns.flatMap(\.leaves), match.columns) {
      guard let place else { continue }
      let expected = columns.printedLabels(of: leaf).map(fill)
      var cells: [SheetGrid.Cell] = []
      for row in match.band {
        guard let cell = grid.expanded(CellReference(row: row, column: place)),
          cell.reference.row >= match.band.lowerBound,
          cell.reference != cells.last?.reference
        else { continue }
        cells.append(cell)
      }
      // A heading that is gone, or one more, leaves nothing to compare the others with.
      guard cells.count == expected.count else { continue }
      for (cell, text) in zip(cells, expected) { compare(cell, text) }
    }
  }

  /// Compares the labels of printed rows and of totals.
  mutating func compareRows(_ rows: [FormRow]) {
    for pane in form.panes {
      guard let first = pane.leaves.first(where: { !form.leaves[$0].isAmount }) else { continue }
      let fixed = Dictionary(
        pane.fixedRows.map { ($0.path.description, $0) }, uniquingKeysWith: { first, _ in first })
      let total = pane.levels.first { $0.kind == .total }
      let path = total?.labelColumn ?? form.leaves[first].path
      for row in rows where row.pane == pane.name {
        if row.kind == .fixed, let printed = fixed[row.key] {
          let own = pane.labelLeaf(of: printed)
          for (label, leaf) in zip(printed.path.labels.suffix(own - pane.labels.lowerBound + 1), pane.labels) {
            compare(row.cells[form.leaves[leaf].path]?.reference.flatMap(grid.cell), label)
          }
        } else if row.kind == .total, let label = total?.label {
          compare(row.cells[path]?.reference.flatMap(grid.cell), label)
        }
      }
    }
  }

  /// Compares the labels of a form of blocks.
  mutating func compareBlocks(_ layout: BlockLayout) {
    for (block, start) in zip(form.blocks, layout.starts) {
      guard let start else { continue }
      let rows = start.row..<layout.end(after: start.row)
      switch block {
      case .field(let field): compare(grid.cell(start), field.path.leaf)
      case .list(let list):
        compare(grid.cell(start), list.path.leaf)
        for column in list.columns.flatMap(\.leaves) {
          compare(layout.find([column.label] + column.aliases, in: rows).flatMap(grid.cell), column.label)
        }
      case .amounts(let amounts):
        for row in amounts.rows {
          let words = layout.words(of: row, among: amounts.rows)
          compare(layout.find(words, in: rows).flatMap(grid.cell), row.prefix + row.path.leaf)
        }
        compare(grid.cell(start), amounts.path.leaf)
      case .table(let table):
        if let match = layout.table { compareHeadings(table.columns, match) }
      }
    }
  }
}
