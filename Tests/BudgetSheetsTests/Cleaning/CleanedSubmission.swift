import BudgetSheets

/// A submission that was cleaned.
struct CleanedSubmission {
  let submission: Submission
  let result: CleaningResult
  let after: StoredWorkbook
  let book: Book
  let audit: ChangeAudit

  init(_ name: String, set: FormSet? = nil, applying selection: RepairSelection = .all) throws {
    try self.init(Submission(name), set: set, applying: selection)
  }

  init(_ submission: Submission, set: FormSet? = nil, applying selection: RepairSelection = .all) throws {
    let set = try set ?? SampleBook.set.get()
    self.submission = submission
    let name = submission.name + ".xlsx"
    result = try Cleaner(sets: [set]).clean(bytes: submission.bytes, name: name, applying: selection)
    after = try StoredWorkbook(bytes: result.bytes)
    book = try BookReader(sets: [set]).read(bytes: result.bytes, name: name)
    audit = ChangeAudit(result, before: submission.stored, after: after)
  }

  /// The changes of a cell.
  func changes(at place: SheetPlace) -> [CellChange] { result.log.changes.filter { SheetPlace($0.place) == place } }

  /// How many changes each repair made.
  var counts: [String: Int] {
    Dictionary(result.log.changes.map { ($0.code.rawValue, 1) }, uniquingKeysWith: +)
  }

  /// The codes of the findings that are left at a cell.
  func left(at place: SheetPlace) -> Set<FindingCode> {
    Set(result.after.findings.filter { SheetPlace($0.location) == place }.map(\.code))
  }

  /// What is not as the truth has it, but for cells of which a finding says so.
  func faults(except isExcused: (Submission.Cell) -> Bool = { _ in false }) -> [String] {
    let values = BookValue.all(of: book)
    var faults: [String] = []
    for cell in submission.cells where cell.note != true && cell.outside != true && !isExcused(cell) {
      guard let place = cell.place else { continue }
      if BookValue.isSame(cell.truth, values[place]) { continue }
      // A cell inside a merged range takes its text from the first one, and has none itself.
      if cell.truth == nil, cell.amount != true, after[place].kind == .blank { continue }
      let texts = [cell.truth, values[place]].map { $0.map { "\($0)" } ?? "nothing" }
      faults.append("\(place) \(cell.column ?? cell.block ?? "") must be \(texts[0]), is \(texts[1])")
    }
    return faults
  }
}
