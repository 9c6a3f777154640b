import XlsxPackage

/// What is drafted from one sheet.
struct SheetDraft {
  private(set) var form: FormDraft
  private(set) var questions: [DraftQuestion] = []
  /// The unit that the sheet states; nil where it states none.
  let unit: MoneyUnit?
  /// The year of the title.
  let year: String?
  /// The decimals that amounts show.
  private(set) var decimals: [Int] = []
  /// The word for a department that no set knows.
  let departmentWord: String?
  /// How many amounts are filled in already.
  private(set) var filled = 0
  /// Where codes of departments and units may stand.
  private(set) var openKey: (key: LabelPath, name: LabelPath?)?

  /// Drafts a form; nil where the sheet is none: a cover, a table of contents, an explanation.
  init?(_ sheet: BlankSheet, _ vocabulary: DraftVocabulary, _ lists: inout DraftLists) {
    let frame = DraftFrame(sheet, vocabulary)
    guard let start = frame.start else { return nil }
    let sheetName = sheet.grid.name
    let title = frame.title?.text ?? DraftText.label(sheetName)
    year = FrameText.year(in: title)
    if case .unit(let stated) = frame.unit { unit = stated } else { unit = nil }
    departmentWord = frame.departmentWord?.word
    var plain = String(title.prefix(200))
    if let department = frame.department, plain.hasPrefix(department) {
      plain = String(plain.dropFirst(department.count))
    }
    form = FormDraft(
      sheet: sheetName, code: frame.code, title: DraftText.withYear(DraftText.label(plain)) ?? DraftText.label(plain),
      isLandscape: sheet.isLandscape ?? false, body: .blocks([]))
    var asked: [(topic: DraftQuestion.Topic, cell: CellReference?)] = []
    if frame.title == nil {
      asked.append((.titleMissing, nil))
      form.remarks.append("请核对：" + DraftQuestion.Topic.titleMissing.sentence.chinese)
    }
    if let word = frame.departmentWord { asked.append((.departmentWord(word.word), word.cell)) }
    if frame.isBlockForm {
      guard readBlocks(sheet, start, vocabulary, &lists, &asked), frame.title != nil || frame.code != nil else {
        return nil
      }
    } else {
      guard readGrid(sheet, start, frame, vocabulary, &lists, &asked) else { return nil }
    }
    if filled > 0 { asked.append((.amountsFilled(filled), nil)) }
    questions = asked.map { DraftQuestion(form: "", sheet: sheetName, cell: $0.cell, topic: $0.topic) }
  }

  private mutating func readBlocks(
    _ sheet: BlankSheet, _ start: Int, _ vocabulary: DraftVocabulary, _ lists: inout DraftLists,
    _ asked: inout [(topic: DraftQuestion.Topic, cell: CellReference?)]
  ) -> Bool {
    let draft = BlockDraft(sheet, from: start, vocabulary, &lists)
    let hasPlaces = draft.blocks.contains { block in
      switch block {
      case .amounts, .table, .list: true
      case .field: false
      }
    }
    guard hasPlaces else { return false }
    form.body = .blocks(draft.blocks)
    form.notes = draft.notes
    form.emptyNote = draft.emptyNote
    asked += draft.questions
    return true
  }

  private mutating func readGrid(
    _ sheet: BlankSheet, _ start: Int, _ frame: DraftFrame, _ vocabulary: DraftVocabulary, _ lists: inout DraftLists,
    _ asked: inout [(topic: DraftQuestion.Topic, cell: CellReference?)]
  ) -> Bool {
    let band = HeadingBand(in: sheet.grid, from: start, vocabulary)
    guard band.columns.count >= 2 else { return false }
    let body = DraftBody(
      sheet, below: band.rows.upperBound, headings: band.labels(in: sheet.grid),
      columns: (band.columns + band.doubled).map(\.column).sorted(), vocabulary,
      department: frame.department)
    var columns = ColumnDraft(sheet, band: band, rows: body.rows, vocabulary, &lists, year: year)
    // A table of contents has a title and headings, but no amounts.
    guard columns.leaves.count >= 2, columns.leaves.contains(where: \.isAmount) else { return false }
    if frame.title == nil, frame.code == nil, columns.leaves.count(where: \.isAmount) * 3 < columns.leaves.count {
      return false
    }
    for leaf in columns.leaves where leaf.isAmount {
      filled += leaf.evidence.amounts
      if let shown = leaf.evidence.decimals { decimals.append(shown) }
    }
    if body.isCut || sheet.sums.isExhausted { asked.append((.tooMuch, nil)) }
    if let cell = body.secondForm { asked.append((.severalForms, cell)) }
    if sheet.isLandscape == nil { form.isLandscape = columns.leaves.count > 6 }
    form.notes = body.notes
    form.emptyNote = body.emptyNote
    let fixed = FixedForm(columns: columns, rows: body.rows, sheet.sums)
    var details: Set<Int> = []
    if let fixed {
      form.body = fixed.body
      asked += fixed.questions
    } else {
      let levels = LevelDraft(sheet, rows: body.rows, columns: columns, vocabulary)
      columns = levels.columns
      details = levels.detailRows
      form.body = .levels(columns.tree, levels.levels)
      asked += levels.questions
      openKey = levels.openKey
    }
    asked += columns.questions
    let coverage = FormulaCoverage(
      sheet, rows: body.rows, leaves: columns.leaves,
      summed: { row, column in
        fixed.map { $0.summed.contains(CellReference(row: row, column: column)) } ?? !details.contains(row)
      }, asked: asked)
    if let first = coverage.first { asked.append((.formulasLeftOut(coverage.count, first.formula), first.cell)) }
    for leaf in columns.leaves {
      for case .columnKind(let label, let isAmount) in leaf.remarks {
        asked.append(
          (.columnKind(label, isAmount: isAmount), CellReference(row: band.rows.upperBound, column: leaf.column)))
      }
    }
    return true
  }

  /// Gives the form its number.
  mutating func set(number: String) {
    form.number = number
    for index in questions.indices { questions[index].form = number }
  }

  /// Lets the form take columns and rows of another, of which all that there was to ask is asked there.
  mutating func set(like other: SheetDraft) {
    form.like = other.form.number
    questions.removeAll { question in
      other.questions.contains { $0.topic == question.topic && $0.cell == question.cell }
    }
  }

  /// Lets the form have columns and rows of its own again.
  mutating func clearLike() { form.like = nil }

  /// Adds what the finished draft does not read of the form.
  mutating func add(_ question: DraftQuestion) {
    questions.append(question)
    form.remarks.append(question.remark)
  }

  /// Adds levels of departments and units that other forms have, where codes of them have a column.
  mutating func addOpenLevels(_ digits: [RowKind: Set<Int>]) {
    guard let openKey, case .levels(let columns, var levels) = form.body else { return }
    var (department, unit): (Int?, Int?) = (nil, nil)
    for (kind, above) in [(RowKind.department, [RowKind.total]), (.unit, [.total, .department])] {
      guard !levels.contains(where: { $0.kind == kind }), let count = digits[kind]?.first, digits[kind]?.count == 1
      else {
        continue
      }
      var level = FormDraft.Level(kind: kind)
      level.key = [openKey.key]
      level.digits = count
      level.name = openKey.name
      level.isOptional = true
      let topic = DraftQuestion.Topic.levelsAssumed(
        department: kind == .department ? count : nil, unit: kind == .unit ? count : nil)
      level.remarks = ["请核对：" + topic.sentence.chinese]
      if kind == .department { department = count } else { unit = count }
      let place = levels.lastIndex { above.contains($0.kind) }.map { $0 + 1 } ?? 0
      levels.insert(level, at: place)
    }
    guard department != nil || unit != nil else { return }
    form.body = .levels(columns, levels)
    questions.append(
      DraftQuestion(
        form: form.number, sheet: form.sheet, cell: nil, topic: .levelsAssumed(department: department, unit: unit)))
  }
}
