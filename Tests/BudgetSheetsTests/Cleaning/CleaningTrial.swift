import BudgetSheets
import XlsxPackage
import XlsxWrite

/// One workbook, messed, cleaned and held against what it was.
struct CleaningTrial {
  let messy: MessyWorkbook
  let cleaner: Cleaner
  let result: CleaningResult
  let before: StoredWorkbook
  let after: StoredWorkbook
  let book: Book
  private(set) var faults: [String] = []
  private(set) var tally = CleaningTally()

  private let values: (original: [SheetPlace: BookValue], cleaned: [SheetPlace: BookValue])
  /// The codes of the findings at each place, once it is cleaned.
  private let told: [SheetPlace: Set<FindingCode>]
  private let put: [SheetPlace: MessedCell]

  init(_ messy: MessyWorkbook, cleaner: Cleaner) throws {
    self.messy = messy
    self.cleaner = cleaner
    result = try cleaner.clean(bytes: messy.bytes, name: "messy.xlsx", applying: .all)
    before = try StoredWorkbook(bytes: messy.bytes)
    after = try StoredWorkbook(bytes: result.bytes)
    let set = messy.original.set
    book = try BookReader(sets: [set]).read(bytes: result.bytes, name: "cleaned.xlsx")
    values = (BookValue.all(of: messy.original.book), BookValue.all(of: book))
    var told: [SheetPlace: Set<FindingCode>] = [:]
    for finding in result.after.findings {
      guard let sheet = finding.sheet, let cell = finding.cell else { continue }
      told[SheetPlace(sheet: sheet, cell: cell), default: []].insert(finding.code)
    }
    self.told = told
    put = Dictionary(messy.messes.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    faults += ChangeAudit(result, before: before, after: after).faults
    judgeValues()
    for mess in messy.messes { judge(mess) }
    try judgeSecondCleaning()
    judgeUndo()
  }

  private mutating func fail(_ text: String) { faults.append(text) }

  private func isTold(_ place: SheetPlace) -> Bool { told[place] != nil }

  // MARK: The book

  /// Every value of the book is as it was, but where a finding says otherwise.
  private mutating func judgeValues() {
    var silentAmounts = 0
    var count = 0
    for place in Set(values.original.keys).union(values.cleaned.keys) {
      count += 1
      let (was, now) = (values.original[place], values.cleaned[place])
      // What was put there on purpose is judged by itself.
      if put[place]?.verdict == .untouched || put[place]?.verdict == .settled { continue }
      if isSame(was, now, at: place) || isTold(place) || isToldAtAPart(of: place) { continue }
      if was?.isAmount == true || now?.isAmount == true { silentAmounts += 1 }
      let texts = [was, now].map { $0.map { "\($0)" } ?? "nothing" }
      fail("silent: \(put[place]?.mechanism ?? "") \(place) was \(texts[0]), is \(texts[1])")
    }
    tally.add(
      book: count, cells: Set(before.cells.keys).union(after.cells.keys).count, changes: result.log.changes.count,
      silentAmounts: silentAmounts)
  }

  /// Whether a cell says what it said; a printed row may have this year's label in place of another year's.
  private func isSame(_ was: BookValue?, _ now: BookValue?, at place: SheetPlace) -> Bool {
    if BookValue.isSame(was, now) { return true }
    guard let label = messy.original.labels[place] else { return false }
    return now == .text(label)
  }

  // MARK: The messed cells

  private mutating func judge(_ mess: MessedCell) {
    let outcome: WritableKeyPath<CleaningTally.Counts, Int>
    switch mess.verdict {
    case .restored: outcome = isRestored(mess) ? \.restored : \.silent
    case .reported, .reportedAsStored: outcome = isReported(mess) ? \.reported : \.silent
    case .untouched: outcome = isUntouched(mess) ? \.untouched : \.silent
    case .settled: outcome = isRestored(mess) ? \.restored : isSettled(mess) ? \.reported : \.silent
    }
    tally.add(mess.mechanism, outcome)
    if outcome == \.silent {
      let codes = told[mess.place].map { " told \($0.map(\.rawValue).sorted())" } ?? ""
      fail(
        "\(mess.mechanism) \(mess.verdict): \(mess.place) \(mess.before.text.debugDescription), put \(mess.put), is \(after[mess.place])\(codes)"
      )
    }
  }

  /// The book says what it said, and the cell holds it in the way of its kind: an amount as a number, a text byte for byte.
  private func isRestored(_ mess: MessedCell) -> Bool {
    let now = after[mess.place]
    guard let was = values.original[mess.place] else {
      // A blank cell, or one around the form.
      if mess.before.kind != .blank { return now.text == mess.before.text }
      return values.cleaned[mess.place].map { BookValue.isSame(nil, $0) } ?? true
    }
    guard isSame(was, values.cleaned[mess.place], at: mess.place) else { return false }
    if messy.original.labels[mess.place] != nil { return true }
    if was.isAmount { return now.kind == .number || now.kind == .blank }
    // A code may be a number as long as it says the same.
    return now.text.utf8.elementsEqual(mess.before.text.utf8)
  }

  private func isReported(_ mess: MessedCell) -> Bool {
    if mess.put == .hidden {
      // The row is told at its first cell, which may have been blank; that it is still hidden is judged for the whole workbook.
      return told.contains {
        $0.key.sheet == mess.place.sheet && $0.key.cell.row == mess.place.cell.row && $0.value.contains(.rowHidden)
      }
    }
    if isToldAtAPart(of: mess.place) { return StoredWorkbook.isSame(before[mess.place], after[mess.place]) }
    guard let codes = told[mess.place], mess.finding.map(codes.contains) ?? true else { return false }
    guard StoredWorkbook.isSame(before[mess.place], after[mess.place]) else { return false }
    guard mess.verdict == .reported else { return true }
    let now = values.cleaned[mess.place]
    return now == nil || now?.isUnread == true || BookValue.isSame(values.original[mess.place], now)
  }

  /// Whether a finding says of a cell which a formula adds up that it cannot be read: what the formula comes to is open then.
  private func isToldAtAPart(of place: SheetPlace) -> Bool {
    guard let formula = after[place].formula, put[place]?.finding == .formulaStale else { return false }
    let ranges = formula.split { !$0.isLetter && !$0.isNumber && $0 != ":" }.compactMap { CellRange($0) }
    let unread: Set<FindingCode> = [.errorValue, .formulaWithoutValue, .amountAsDate, .amountUnreadable]
    return told.contains { other, codes in
      other.sheet == place.sheet && !unread.isDisjoint(with: codes) && ranges.contains { $0.contains(other.cell) }
    }
  }

  private func isUntouched(_ mess: MessedCell) -> Bool {
    guard StoredWorkbook.isSame(before[mess.place], after[mess.place]) else { return false }
    guard case .content(.text(let text)) = mess.put else { return false }
    return values.cleaned[mess.place] == .text(text)
  }

  /// Whether a row without its label, or a sheet in another unit, is at least told.
  private func isSettled(_ mess: MessedCell) -> Bool {
    if mess.mechanism == "A3" { return result.kept.contains { $0.place.sheet == mess.place.sheet } }
    let isInRow = told.keys.contains { $0.sheet == mess.place.sheet && $0.cell.row == mess.place.cell.row }
    return isInRow || result.after.findings.contains { $0.sheet == mess.place.sheet && $0.code == .totalRowMissing }
  }

  // MARK: Again

  private mutating func judgeSecondCleaning() throws {
    let second = try cleaner.clean(bytes: result.bytes, name: "messy.xlsx", applying: .all)
    if second.isChanged {
      let first = second.log.changes.prefix(3).map {
        "\($0.code.rawValue) \($0.place.address) \($0.before) → \($0.after)"
      }
      fail("cleaning again changes \(second.log.changes.count): \(first.joined(separator: "; "))")
    }
    if second.bytes != result.bytes { fail("cleaning again gives other bytes") }
  }

  /// Taking all changes back gives the cells of the messed workbook again.
  private mutating func judgeUndo() {
    if !result.isChanged { return }
    do {
      let undone = try ChangeUndo(result.log).undo(bytes: result.bytes, name: "messy.xlsx")
      let stored = try StoredWorkbook(bytes: undone.bytes)
      let different = before.differences(from: stored)
      for place in different.prefix(3) { fail("undo: \(place) \(stored[place]), was \(before[place])") }
      if stored.sheets != before.sheets { fail("undo: sheets \(stored.sheets)") }
    } catch {
      fail("undo: \(error)")
    }
  }

  // MARK: The whole book

  /// Compares the whole book in the strict way, for a workbook all of whose mess can be taken back.
  mutating func judgeWholeBook() {
    var original = messy.original.book
    for mess in messy.messes where mess.verdict == .untouched {
      guard case .content(.text(let text)) = mess.put else { continue }
      original.put(text, at: mess.place)
    }
    for (place, label) in messy.original.labels { original.put(label, at: place) }
    // A sheet that cannot be converted without a doubt keeps its unit, which the reader counts in.
    for index in original.forms.indices {
      guard let sheet = original.forms[index].sheet, result.kept.contains(where: { $0.place.sheet == sheet }) else {
        continue
      }
      original.forms[index].unit = book.form(original.forms[index].form)?.unit ?? original.forms[index].unit
    }
    let strict = StrictComparison(original.normalised(messy.original.set), book.normalised(messy.original.set))
    for difference in strict.differences { fail("whole book: \(difference)") }
  }
}
