import BudgetSheets
import XlsxPackage

/// Makes random books of a form set from its definitions alone: whatever the set, its columns, panes, levels and blocks
/// say what a book of it can hold.
///
/// A generated book is as a reader gives it: rows are of the level that their codes say, keys are derived, what repeats
/// a cell above is inherited. Sums are exact, but for a few that disagree on purpose.
struct GeneratedBook {
  let set: FormSet
  var source: SeededSource
  let texts: GeneratedTexts
  let year: String
  let department: String
  /// Whether texts may say what a form says itself, so that no reader could tell the two apart.
  let isMisleading: Bool
  private let misleading: [String]

  init(set: FormSet, seed: UInt64, isMisleading: Bool = false, isTame: Bool = false) {
    self.set = set
    self.isMisleading = isMisleading
    source = SeededSource(seed: seed)
    texts = GeneratedTexts(set: set, isTame: isTame)
    year = source.once(in: 4) ? "\(source.number(1_990...2_999))" : set.years.first ?? "2023"
    department = texts.line(&source)
    misleading = isMisleading ? Self.words(of: set) : []
  }

  /// The words of the forms themselves.
  private static func words(of set: FormSet) -> [String] {
    let labels = set.labels
    var words = labels.total + labels.notes.map { $0 + "：一二三" } + labels.signatures.map { $0 + "：" } + labels.notes
    words +=
      set.forms.compactMap(\.code) + set.forms.map { FormDefinition.fill($0.title, year: "2023", department: "") }
    for form in set.forms { words += form.leaves.map(\.label) + form.panes.flatMap(\.fixedRows).map(\.label) }
    return words + ["(万元)", "250", "250001", "201", "1,234.50", "－", "0", "１２", "'01", " 5 "]
  }

  /// A text for a cell.
  mutating func text() -> String {
    isMisleading && source.once(in: 12) ? source.pick(misleading) : texts.ordinary(&source)
  }

  /// An amount; nil for a cell left blank.
  mutating func amount() -> Amount? { GeneratedAmounts.make(&source, unit: set.unit) }

  /// The book.
  ///
  /// - Parameters:
  ///   - isMisleading: Whether texts may say what a form says itself.
  ///   - isTame: Whether texts are such that nothing in them wants to be cleaned.
  static func make(set: FormSet, seed: UInt64, isMisleading: Bool = false, isTame: Bool = false) -> Book {
    var generator = GeneratedBook(set: set, seed: seed, isMisleading: isMisleading, isTame: isTame)
    return generator.make()
  }

  private mutating func make() -> Book {
    var book = Book(file: "generated.xlsx", set: set.name, year: year, department: department)
    // One book in eight is a whole one; the others have a few forms.
    let isWhole = source.once(in: 8)
    for form in set.forms where isWhole || source.once(in: max(1, set.forms.count / 3)) {
      book.forms.append(make(form))
    }
    // Department and year are printed above a grid only.
    if !book.forms.contains(where: { set.form($0.form)?.isBlockForm == false }),
      let grid = set.forms.first(where: { !$0.isBlockForm })
    {
      book.forms.insert(make(grid), at: 0)
      let order = set.forms.map(\.form)
      book.forms.sort { order.firstIndex(of: $0.form) ?? 0 < order.firstIndex(of: $1.form) ?? 0 }
    }
    if source.once(in: 2) { book.outside = outside() }
    return book
  }

  private mutating func make(_ form: FormDefinition) -> FormData {
    var data = FormData(form: form.form, sheet: "Sheet\(form.form)", title: title(of: form), unit: set.unit)
    if form.isBlockForm { makeBlocks(form, &data) } else { makeGrid(form, &data) }
    data.notes = notes(of: form)
    // An issued book, which was read from no sheet; an empty one gets the form's own notes and an empty total.
    let isFilled =
      data.rows.contains { $0.cells.values.contains { $0.value?.amount != nil } }
      && form.panes.allSatisfy { pane in data.rows.contains { $0.pane == pane.name } }
    if isFilled, source.once(in: 3) { data.sheet = nil }
    return data
  }

  private mutating func title(of form: FormDefinition) -> String {
    let titles = [form.title] + form.titleAliases.filter { $0.contains("{year}") }
    return FormDefinition.fill(
      source.once(in: 4) ? source.pick(titles) : form.title, year: year, department: department)
  }

  private mutating func notes(of form: FormDefinition) -> [FormNote] {
    guard source.once(in: 3), let word = set.labels.notes.first else { return [] }
    var notes: [FormNote] = []
    let texts = form.notes + [form.emptyNote].compactMap(\.self)
    for text in texts where source.once(in: 2) {
      notes.append(FormNote(text: FormDefinition.fill(text, year: year, department: department)))
    }
    for _ in 0..<source.number(0...3) {
      // In a form of blocks only a line that says that it is a note is one.
      let isMarked = form.isBlockForm || notes.isEmpty || source.once(in: 2)
      notes.append(FormNote(text: (isMarked ? word + "：" : "") + self.texts.line(&source)))
    }
    return notes
  }

  private mutating func outside() -> [OutsideCell] {
    let sheets = ["封面", "Sheet1", "说明 & <备注>", "草稿'1"]
    var cells: [OutsideCell] = []
    var taken: Set<String> = []
    for _ in 0..<source.number(1...12) {
      let reference = CellReference(
        row: source.once(in: 5) ? source.number(1...CellReference.maximumRow) : source.number(1...60),
        column: source.once(in: 5) ? source.number(1...CellReference.maximumColumn) : source.number(1...20))
      let sheet = source.pick(sheets)
      guard taken.insert("\(sheet)!\(reference)").inserted else { continue }
      let isNumber = source.once(in: 3)
      let number =
        (source.once(in: 3) ? "-" : "") + "\(source.number(0...999_999)).\(source.digits(source.number(1...6)))"
      cells.append(
        OutsideCell(
          sheet: sheet, reference: reference, text: isNumber ? number : texts.ordinary(&source), isNumber: isNumber,
          formula: source.once(in: 4) ? "SUM(A1:B\(source.number(2...9)))&\"<\"" : nil))
    }
    return cells
  }
}
