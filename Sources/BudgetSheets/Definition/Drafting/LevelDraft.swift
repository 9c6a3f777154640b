import XlsxPackage

/// The levels of the rows that a submitter adds, as far as the rows of a blank form tell them.
struct LevelDraft {
  private(set) var levels: [FormDraft.Level] = []
  private(set) var columns: ColumnDraft
  private(set) var questions: [(topic: DraftQuestion.Topic, cell: CellReference?)] = []
  /// The columns in which codes of departments and units may stand though no row shows them.
  private(set) var openKey: (key: LabelPath, name: LabelPath?)?
  private let sheet: BlankSheet
  private let rows: [DraftBody.Row]
  private let vocabulary: DraftVocabulary
  private let amounts: Set<Int>
  /// The rows that bear a code of a department or unit, by place and digits.
  private var coded: [Coded] = []
  private var hasTotal = false
  /// Whether a row above the details adds them up and bears no code yet.
  private var hasOpenRow = false
  /// The rows that are there to be filled in, or filled in already.
  private var details: [DraftBody.Row] = []

  /// The rows of the sheet that are those of details.
  var detailRows: Set<Int> { Set(details.map(\.number)) }

  private struct Coded {
    var key: Int
    var code: String
    var name: Int?
    var blank: [Int]
    var cell: CellReference
  }

  private static let mostSpare = 200
  /// The empty rows of a form that shows none.
  private static let usualSpare = 12

  init(_ sheet: BlankSheet, rows: [DraftBody.Row], columns: ColumnDraft, _ vocabulary: DraftVocabulary) {
    self.sheet = sheet
    self.rows = rows
    self.columns = columns
    self.vocabulary = vocabulary
    amounts = Set(columns.leaves.filter(\.isAmount).map(\.column))
    for row in rows { classify(row) }
    addCodedLevels()
    addDetails()
    addOpenTotal()
  }

  private var leaves: [ColumnDraft.Leaf] { columns.leaves }

  private func leaf(at column: Int) -> Int? { leaves.firstIndex { $0.column == column } }

  // MARK: Rows

  private mutating func classify(_ row: DraftBody.Row) {
    let entries = row.entries(outside: amounts)
    if entries.count == 1, entries[0].kind == .text, vocabulary.isTotal(entries[0].label) {
      if !hasTotal { addTotal(entries[0]) }
      return
    }
    if entries.isEmpty {
      if !hasTotal, details.isEmpty, coded.isEmpty, addsRows(row) {
        hasTotal = true
        levels.append(FormDraft.Level(kind: .total))
      } else if hasTotal, details.isEmpty, addsRows(row) {
        hasOpenRow = true
      } else {
        details.append(row)
      }
      return
    }
    let codes = entries.filter { Self.code($0) != nil }
    guard codes.count == 1, let code = Self.code(codes[0]), code.count <= 12,
      let key = leaf(at: codes[0].reference.column),
      coded.isEmpty || details.isEmpty, entries.count <= 3
    else {
      details.append(row)
      return
    }
    let name = entries.first { $0.reference != codes[0].reference && $0.kind == .text }
    let filled = Set(entries.map(\.reference.column))
    coded.append(
      Coded(
        key: key, code: code, name: name.flatMap { leaf(at: $0.reference.column) },
        blank: leaves.indices.filter { !leaves[$0].isAmount && !filled.contains(leaves[$0].column) },
        cell: codes[0].reference))
  }

  /// Whether the amounts of a row are sums of other rows.
  private func addsRows(_ row: DraftBody.Row) -> Bool {
    row.cells.values.contains { cell in
      guard amounts.contains(cell.reference.column), let formula = cell.formula,
        let ranges = sheet.sums.ranges(of: formula)
      else { return false }
      return ranges.allSatisfy { $0.first.row != row.number && $0.first.column == cell.reference.column }
    }
  }

  private static func code(_ cell: SheetGrid.Cell) -> String? {
    if let shown = cell.shownCode { return shown }
    let plain = AmountText.plain(cell.text)
    return CodeText.isDigits(plain) && (2...30).contains(plain.utf8.count) ? plain : nil
  }

  private mutating func addTotal(_ cell: SheetGrid.Cell) {
    hasTotal = true
    var level = FormDraft.Level(kind: .total, label: DraftText.label(cell.text))
    if let index = leaf(at: cell.reference.column) { level.labelColumn = leaves[index].path }
    if let merge = sheet.grid.merge(at: cell.reference), merge.first.row == merge.last.row {
      level.across = leaves.count { (merge.first.column...merge.last.column).contains($0.column) }
    }
    level.isAtBottom = !details.isEmpty || !coded.isEmpty
    levels.append(level)
  }

  /// A total row that is not printed, so that one that is filled in is not taken for a detail and added twice.
  private mutating func addOpenTotal() {
    guard !hasTotal, coded.isEmpty, let label = vocabulary.labels.total.first,
      let column = levels.last?.name ?? levels.last?.key.first
    else { return }
    var level = FormDraft.Level(kind: .total, label: label)
    level.labelColumn = column
    level.isOptional = true
    ask(.totalAssumed, &level, nil)
    levels.insert(level, at: 0)
  }

  // MARK: Departments and units

  private mutating func addCodedLevels() {
    var kinds: Set<RowKind> = []
    for row in coded {
      let isUnit =
        coded.contains { $0.code.count < row.code.count && row.code.hasPrefix($0.code) } || row.code.count > 4
      let kind = isUnit ? RowKind.unit : .department
      guard kinds.insert(kind).inserted else { continue }
      var level = FormDraft.Level(kind: kind)
      level.key = [leaves[row.key].path]
      level.digits = row.code.count
      level.name = row.name.map { leaves[$0].path }
      // Where codes stand in a column of texts, what is blank beside them tells such a row.
      if !leaves[row.key].isCode {
        level.empty = row.blank.filter { leaves[$0].column < leaves[row.key].column }.map { leaves[$0].path }
      }
      if ![RowKind.department, .unit].contains(where: { vocabulary.digits(of: $0) == row.code.count }) {
        ask(.codeLength(row.code), &level, row.cell)
      }
      levels.append(level)
    }
    // Codes of several lengths have no fixed one in their column.
    for key in Set(coded.map(\.key)) {
      guard case .code(let digits?) = leaves[key].kind,
        coded.contains(where: { $0.key == key && $0.code.count != digits })
      else { continue }
      columns.set(digits: nil, of: key)
    }
  }

  private mutating func ask(_ topic: DraftQuestion.Topic, _ level: inout FormDraft.Level, _ cell: CellReference?) {
    level.remarks.append("请核对：" + topic.sentence.chinese)
    questions.append((topic, cell))
  }

  // MARK: Details

  private mutating func addDetails() {
    let spare = details.isEmpty ? Self.usualSpare : min(details.count, Self.mostSpare)
    let codes = leaves.indices.filter { leaves[$0].isCode }
    let keys = codes.filter { !isOfUnits($0, among: codes) }
    if keys.isEmpty, let key = codes.first { return addDetails(key: key, spare) }
    if keys.isEmpty { return addDetailsByName(spare) }
    let group = keys.filter { leaves[$0].path.parent == leaves[keys[0]].path.parent }
    var level = FormDraft.Level(kind: .detail)
    let last: Int
    if group.count == 1 {
      level.key = [leaves[keys[0]].path]
      // Rows of one code may differ in another classification beside it.
      level.blankRepeatsAbove = keys.count > 1
      last = keys[0]
      let total = levels.firstIndex { $0.kind == .total && $0.label == nil }
      if coded.isEmpty, keys.count == codes.count, hasOpenRow || total != nil {
        openKey = (level.key[0], columns.nameColumn(after: last))
        // The only row of sums may as well be that of a unit which bears no code yet.
        if !hasOpenRow, let total { levels[total].isOptional = true }
      }
    } else {
      level.key = keys.map { leaves[$0].path }
      last = group[group.count - 1]
    }
    finish(&level, nameAfter: last, spare)
    let areKnown = keys.contains { !leaves[$0].evidence.digits.isEmpty }
    if !areKnown { ask(.subtotalsUnknown, &level, nil) }
    if coded.isEmpty, let open = codes.first(where: { !keys.contains($0) }) {
      openKey = (leaves[open].path, level.name)
      insertOpenLevels(&level)
    } else if let open = coded.first, leaves[open.key].isCode, !keys.contains(open.key) {
      openKey = (leaves[open.key].path, open.name.map { leaves[$0].path })
    }
    levels.append(level)
  }

  /// Whether a column of codes holds those of departments and units, and none of details.
  private func isOfUnits(_ index: Int, among codes: [Int]) -> Bool {
    if codes.count == 1 { return coded.contains { $0.key == index } || vocabulary.isUnitKey(leaves[index].path.leaf) }
    if vocabulary.isDetailKey(leaves[index].path.leaf) { return false }
    if vocabulary.isUnitKey(leaves[index].path.leaf) { return true }
    return coded.contains { $0.key == index } && leaves[index].evidence.digits.isEmpty
  }

  /// Levels of departments and units that no row shows, above the details.
  private mutating func insertOpenLevels(_ level: inout FormDraft.Level) {
    let (department, unit) = (vocabulary.digits(of: .department), vocabulary.digits(of: .unit))
    guard let openKey, let department, let unit else { return }
    for (kind, digits) in [(RowKind.department, department), (.unit, unit)] {
      var open = FormDraft.Level(kind: kind)
      open.key = [openKey.key]
      open.digits = digits
      open.name = openKey.name
      open.isOptional = true
      if kind == .department { ask(.levelsAssumed(department: department, unit: unit), &open, nil) }
      levels.append(open)
    }
  }

  /// The rows below those of departments and units, whose codes share one column.
  private mutating func addDetails(key: Int, _ spare: Int) {
    let digits = leaves[key].evidence.mostDigits
    let path = leaves[key].path
    let lowest = levels.last { $0.kind == .unit || $0.kind == .department }
    let isDetail = vocabulary.isDetailKey(path.leaf) || digits.map { $0 > 8 } ?? false
    if isDetail, digits == nil || digits != lowest?.digits {
      var level = FormDraft.Level(kind: .detail)
      level.key = [path]
      level.digits = digits
      finish(&level, nameAfter: key, spare)
      openKey = (path, level.name)
      if coded.isEmpty { insertOpenLevels(&level) }
      columns.set(digits: nil, of: key)
      levels.append(level)
      return
    }
    if let index = levels.lastIndex(where: { $0.kind == .unit }) {
      levels[index].spare = spare
      return
    }
    if levels.contains(where: { $0.kind == .department }), digits == lowest?.digits, digits != nil {
      levels[levels.count - 1].spare = spare
      return
    }
    // Only codes of departments and units stand here: the shorter ones, if any, are those of departments.
    if digits == nil, !levels.contains(where: { $0.kind == .department }),
      let length = vocabulary.digits(of: .department)
    {
      var department = FormDraft.Level(kind: .department)
      department.key = [path]
      department.digits = length
      department.isOptional = true
      department.name = columns.nameColumn(after: key)
      ask(.levelsAssumed(department: length, unit: nil), &department, nil)
      levels.append(department)
    }
    var unit = FormDraft.Level(kind: .unit)
    unit.key = [path]
    unit.digits = digits
    unit.spare = spare
    unit.name = columns.nameColumn(after: key)
    if digits == nil { columns.set(digits: nil, of: key) }
    levels.append(unit)
  }

  /// Rows that are told by a name.
  private mutating func addDetailsByName(_ spare: Int) {
    let texts = leaves.indices.filter { !leaves[$0].isAmount }
    var level = FormDraft.Level(kind: .detail)
    guard let first = texts.first else {
      // Amounts alone: one row, or none.
      level.isOptional = true
      levels.append(level)
      return
    }
    let key =
      coded.first?.key ?? texts.first { vocabulary.isDetailKey(leaves[$0].path.leaf) }
      ?? texts.first { leaves[$0].list == nil } ?? first
    level.key = [leaves[key].path]
    level.name = leaves[key].path
    level.list = leaves[key].list
    level.spare = spare
    level.repeated = columns.repeated(after: key)
    levels.append(level)
  }

  private mutating func finish(_ level: inout FormDraft.Level, nameAfter key: Int, _ spare: Int) {
    level.name = columns.nameColumn(after: key)
    level.list = level.name.flatMap { path in leaves.first { $0.path == path }?.list }
    level.spare = spare
    level.repeated = columns.repeated(after: key)
  }
}
