import XlsxPackage

/// A form that is no grid: fields, lists, labelled amounts and a table, one below the other.
struct BlockDraft {
  private(set) var blocks: [FormDraft.Block] = []
  private(set) var notes: [String] = []
  private(set) var emptyNote: String?
  private(set) var questions: [(topic: DraftQuestion.Topic, cell: CellReference?)] = []
  private let sheet: BlankSheet
  private let grid: SheetGrid
  private let vocabulary: DraftVocabulary
  private let first: Int
  private var used: Set<String> = []

  private static let mostRows = 400

  init(_ sheet: BlankSheet, from start: Int, _ vocabulary: DraftVocabulary, _ lists: inout DraftLists) {
    self.sheet = sheet
    grid = sheet.grid
    self.vocabulary = vocabulary
    first = grid.row(start)?.cells.first?.reference.column ?? 1
    var row = start
    let end = min(sheet.lastRow, start + Self.mostRows)
    while row <= end { row = read(at: row, until: end, &lists) }
  }

  /// The texts of a row that nobody filled in.
  private func labels(_ row: Int) -> [SheetGrid.Cell] {
    (grid.row(row)?.cells ?? []).filter { cell in
      cell.kind == .text && cell.formula == nil && !sheet.isOpen(cell.reference)
    }
  }

  /// Reads the block that begins in a row; the row at which the next one does.
  private mutating func read(at row: Int, until end: Int, _ lists: inout DraftLists) -> Int {
    let labels = labels(row)
    guard let label = labels.first else { return row + 1 }
    let frame = FrameText(labels: vocabulary.labels)
    if frame.isNote(label.text) {
      notes.append(FrameText.trimmed(String(label.text.prefix(DraftText.longest / 3))))
      return row + 1
    }
    if frame.isSignature(label.text) || label.text == GuardRow.text { return row + 1 }
    let last = lastRow(of: label, labels.count, until: end)
    if last > row, label.reference.column == first {
      let isList = labels.count >= 3 || labels.count == 2 && !hasLabels(row + 1...last)
      if isList { readList(label, labels.dropFirst(), rows: row...last) } else { readAmounts(label, rows: row...last) }
      return last + 1
    }
    if labels.count >= 3 { return readTable(at: row, until: end, &lists) }
    addField(label)
    return row + 1
  }

  /// The last row beside a label: that of its merge, or the last one before the next label where it is not merged down.
  private func lastRow(of label: SheetGrid.Cell, _ count: Int, until end: Int) -> Int {
    let row = label.reference.row
    if let merge = grid.merge(at: label.reference), merge.last.row > row { return min(merge.last.row, end) }
    guard count >= 2, row < end else { return row }
    let frame = FrameText(labels: vocabulary.labels)
    for next in row + 1...end {
      guard let cell = labels(next).first(where: { $0.reference.column == first }) else { continue }
      // Below the headings of a table nothing but notes follows.
      return frame.isNote(cell.text) || frame.isSignature(cell.text) ? row : next - 1
    }
    return row
  }

  /// Whether texts stand right of the first column in some rows.
  private func hasLabels(_ rows: ClosedRange<Int>) -> Bool {
    rows.contains { row in labels(row).contains { $0.reference.column > first && $0.text != GuardRow.text } }
  }

  private mutating func name(_ cell: SheetGrid.Cell) -> String? {
    let label = DraftText.label(cell.text)
    guard !label.isEmpty else { return nil }
    guard used.insert(label).inserted else {
      questions.append((.rowTwice(label), cell.reference))
      return nil
    }
    return label
  }

  private mutating func addField(_ cell: SheetGrid.Cell) {
    guard let label = name(cell) else { return }
    blocks.append(.field(label, isDepartment: vocabulary.isDepartmentField(label)))
  }

  private mutating func readList(_ cell: SheetGrid.Cell, _ headings: ArraySlice<SheetGrid.Cell>, rows: ClosedRange<Int>)
  {
    guard let label = name(cell) else { return }
    var columns: [String] = []
    for heading in headings {
      let text = DraftText.label(heading.text)
      if !columns.contains(text), !text.isEmpty { columns.append(text) }
    }
    blocks.append(.list(label, columns: columns, spare: max(1, rows.count - 1)))
  }

  // MARK: Amounts

  /// A labelled amount as the sheet prints it.
  private struct Line {
    var row: Int
    /// What is printed before the label in the same cell.
    var heading: String?
    var label: String
    var sum: [Int] = []
    var cell: CellReference
  }

  private mutating func readAmounts(_ cell: SheetGrid.Cell, rows: ClosedRange<Int>) {
    guard let name = name(cell) else { return }
    var lines: [Line] = []
    for row in rows {
      guard let label = labels(row).first(where: { $0.reference.column > first }) else { continue }
      var line = Line(row: row, label: DraftText.label(label.text), cell: label.reference)
      if let colon = line.label.lastIndex(where: { $0 == "：" || $0 == ":" }) {
        let rest = String(line.label[line.label.index(after: colon)...])
        if !rest.isEmpty, DraftText.Numbering(rest) != .none {
          line.heading = String(line.label[...colon])
          line.label = rest
        }
      }
      lines.append(line)
      let values = sheet.cells(row: row).filter { $0.reference.column > label.reference.column }
      for value in values {
        guard let formula = value.formula, !formula.isEmpty else { continue }
        guard let ranges = sheet.sums.ranges(of: formula),
          ranges.allSatisfy({ $0.first.column == value.reference.column && $0.last.column == value.reference.column })
        else {
          questions.append((.formula(formula), value.reference))
          continue
        }
        for number in rows where number != row {
          if ranges.contains(where: { ($0.first.row...$0.last.row).contains(number) }) {
            lines[lines.count - 1].sum.append(number)
          }
        }
      }
    }
    blocks.append(.amounts(name, rows: amountRows(lines, below: LabelPath([name]))))
  }

  /// The lines below the headings that some of them begin with.
  private mutating func amountRows(_ lines: [Line], below block: LabelPath) -> [FormDraft.AmountRow] {
    var rows: [FormDraft.AmountRow] = []
    var paths: [Int: LabelPath] = [:]
    var targets: [ReferenceResolver.Target] = []
    var heading: (path: LabelPath, numbering: DraftText.Numbering)?
    for line in lines {
      if let printed = line.heading {
        var plain = printed
        while let last = plain.last, last == "：" || last == ":" { plain.removeLast() }
        let number = LabelText.split(LabelText.normalize(plain)).number
        let label =
          number == nil ? plain : String(plain.drop { $0 != "、" && $0 != "." && $0 != ")" && $0 != "）" }.dropFirst())
        let path = block.appending(label.isEmpty ? plain : label)
        heading = (path, DraftText.Numbering(line.label))
        targets.append(.init(path: path, isAddable: false, isPart: false))
        rows.append(FormDraft.AmountRow(label: path.leaf, printed: printed))
      } else if let open = heading, DraftText.Numbering(line.label) != open.numbering {
        heading = nil
      }
      let path = (heading?.path ?? block).appending(line.label)
      if targets.contains(where: { $0.path == path }) {
        questions.append((.rowTwice(line.label), line.cell))
        continue
      }
      paths[line.row] = path
      targets.append(.init(path: path, isAddable: true, isPart: false))
      let row = FormDraft.AmountRow(label: line.label)
      if heading != nil, let last = rows.indices.last { rows[last].rows.append(row) } else { rows.append(row) }
    }
    let writer = ReferenceWriter(targets)
    for line in lines where !line.sum.isEmpty {
      guard let path = paths[line.row] else { continue }
      var parts: [LabelPath] = []
      for row in line.sum { if let part = paths[row] { parts.append(part) } }
      guard let texts = writer.references(to: parts, from: path) else { continue }
      set(sum: texts, of: path, in: &rows)
    }
    return rows
  }

  private func set(sum: [String], of path: LabelPath, in rows: inout [FormDraft.AmountRow]) {
    for index in rows.indices {
      if path.labels.count == 2, rows[index].rows.isEmpty, rows[index].label == path.leaf { rows[index].sum = sum }
      for part in rows[index].rows.indices
      where path.labels.count == 3 && rows[index].label == path.labels[1] && rows[index].rows[part].label == path.leaf {
        rows[index].rows[part].sum = sum
      }
    }
  }

  // MARK: Tables

  private mutating func readTable(at row: Int, until end: Int, _ lists: inout DraftLists) -> Int {
    let band = HeadingBand(in: grid, from: row, vocabulary)
    let body = DraftBody(
      sheet, below: band.rows.upperBound, columns: band.columns.map(\.column), vocabulary, department: nil)
    let columns = ColumnDraft(sheet, band: band, rows: body.rows, vocabulary, &lists)
    questions += columns.questions
    var tree = columns.tree
    for index in tree.indices {
      tree[index].kind = .text
      tree[index].sum = []
      // 一级 and 二级 stand over what has 三级, each in one merged cell.
      if isOuter(index, of: tree) { tree[index].isGroup = true }
    }
    blocks.append(.table(tableName(tree), columns: tree, spare: max(1, min(body.rows.count, 200))))
    notes += body.notes
    emptyNote = body.emptyNote
    return end + 1
  }

  private func isOuter(_ index: Int, of columns: [FormDraft.Column]) -> Bool {
    let levels = Array("一二三四五")
    func level(_ label: String) -> Int? {
      guard label.count > 2, label.dropFirst().first == "级", let first = label.first else { return nil }
      return levels.firstIndex(of: first)
    }
    guard let own = level(columns[index].label) else { return false }
    return columns.contains { level($0.label).map { $0 > own } ?? false }
  }

  /// What a table is called; its name is not printed.
  private func tableName(_ columns: [FormDraft.Column]) -> String {
    guard columns.count > 1 else { return "表" }
    let (first, second) = (columns[0].label, columns[1].label)
    let common = String(zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.map(\.0).reversed())
    let name = String(common.drop { $0 == "级" })
    return name.count >= 2 && !used.contains(name) ? name : "明细表"
  }
}
