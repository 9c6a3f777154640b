import XlsxPackage

/// Where the blocks of a form stand in a sheet.
struct BlockLayout {
  let grid: SheetGrid
  /// The cell of each block's label, or of what stands for it; nil where the block was not found.
  let starts: [CellReference?]
  /// The headings of the form's table.
  let table: HeaderMatcher.Match?
  /// All labels of the form, normalized: where one stands, the values of its neighbour end.
  private let labels: Set<String>
  /// The last column that the form takes.
  private let lastColumn: Int

  init(grid: SheetGrid, form: FormDefinition, synonyms: [[String]]) {
    self.grid = grid
    var labels: Set<String> = []
    var table: HeaderMatcher.Match?
    for block in form.blocks {
      labels.formUnion(Self.labels(of: block).map(LabelText.normalize))
      if case .table(let definition) = block {
        table = HeaderMatcher(columns: definition.columns, synonyms: synonyms).match(in: grid)
      }
    }
    self.labels = labels
    self.table = table
    lastColumn = table?.columns.compactMap(\.self).max() ?? grid.lastColumn
    starts = form.blocks.map { Self.start(of: $0, in: grid, table: table) }
  }

  private static func labels(of block: FormBlock) -> [String] {
    switch block {
    case .field(let field): [field.path.leaf] + field.aliases
    case .list(let list): [list.path.leaf] + list.aliases + list.columns.map(\.label)
    case .amounts(let amounts):
      [amounts.path.leaf] + amounts.aliases
        + amounts.rows.flatMap { [$0.path.leaf, $0.prefix + $0.path.leaf] + $0.aliases }
    case .table(let table): table.columns.flatMap(\.leaves).map(\.label)
    }
  }

  private static func start(
    of block: FormBlock, in grid: SheetGrid, table: HeaderMatcher.Match?
  ) -> CellReference? {
    switch block {
    case .field(let field): find([field.path.leaf] + field.aliases, in: grid)
    case .list(let list): find([list.path.leaf] + list.aliases, in: grid)
    case .amounts(let amounts):
      // Without its own label the block begins at the first of its amounts.
      find([amounts.path.leaf] + amounts.aliases, in: grid)
        ?? amounts.rows.compactMap { find(words(of: $0, among: amounts.rows), in: grid) }.min()
    case .table:
      table.map { CellReference(row: $0.band.lowerBound, column: $0.columns.compactMap(\.self).min() ?? 1) }
    }
  }

  /// The row at which the block after a row begins, or the row past the last one.
  func end(after row: Int) -> Int {
    starts.compactMap { $0?.row }.filter { $0 > row }.min() ?? (grid.rows.last?.number ?? 0) + 1
  }

  /// The first cell that is one of some labels.
  func find(_ labels: [String], in rows: Range<Int>) -> CellReference? { Self.find(labels, in: grid, rows: rows) }

  private static func find(_ labels: [String], in grid: SheetGrid, rows: Range<Int>? = nil) -> CellReference? {
    let words = Set(labels.map(LabelText.normalize))
    for row in grid.rows where rows?.contains(row.number) ?? true {
      for cell in row.cells where cell.kind == .text && words.contains(cell.label) { return cell.reference }
    }
    return nil
  }

  /// The wordings of a labelled amount: with what is printed before it, and without its number where that is enough.
  func words(of row: FormBlock.AmountRow, among rows: [FormBlock.AmountRow]) -> [String] {
    Self.words(of: row, among: rows)
  }

  private static func words(of row: FormBlock.AmountRow, among rows: [FormBlock.AmountRow]) -> [String] {
    let text = LabelText.split(LabelText.normalize(row.path.leaf)).text
    let isUnique = rows.count { LabelText.split(LabelText.normalize($0.path.leaf)).text == text } == 1
    return [row.path.leaf, row.prefix + row.path.leaf] + row.aliases + (isUnique ? [text] : [])
  }

  /// The columns right of a label, up to the next label of the form or the form's last column.
  func region(rightOf label: CellReference) -> ClosedRange<Int> {
    let first = (grid.merge(at: label)?.last.column ?? label.column) + 1
    var last = max(first, lastColumn)
    if let next = grid.row(label.row)?.cells.first(where: {
      $0.reference.column >= first && $0.kind == .text && labels.contains($0.label)
    }) {
      last = max(first, next.reference.column - 1)
    }
    return first...last
  }

  /// The filled cells of some columns in a row.
  func cells(in columns: ClosedRange<Int>, row: Int) -> [SheetGrid.Cell] {
    grid.row(row)?.cells.filter { columns.contains($0.reference.column) } ?? []
  }
}

extension FormBlock {
  /// The label of the block, which is its identity.
  var path: LabelPath {
    switch self {
    case .field(let field): field.path
    case .list(let list): list.path
    case .amounts(let amounts): amounts.path
    case .table(let table): table.path
    }
  }
}
