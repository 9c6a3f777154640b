import XlsxPackage

/// What a finished draft cannot read of the workbook that it was drafted from.
struct SourceReading {
  private(set) var questions: [DraftQuestion] = []

  /// The most findings of one form that are told.
  private static let mostOfForm = 6

  /// Reads the workbook with the drafted set, and asks of all that is not read.
  ///
  /// - Parameter sheets: The sheets of the drafted forms, each with the number of its form.
  init(_ workbook: BlankWorkbook, set: FormSet, sheets: [String: String], file: String) {
    let book: Book
    do {
      book = try BookReader(sets: [set]).reading(workbook.grids, of: workbook.source, name: file).book
    } catch {
      // No form was found, or none that is told from others.
      for (sheet, number) in sheets.sorted(by: { $0.value < $1.value }) {
        questions.append(DraftQuestion(form: number, sheet: sheet, cell: nil, topic: .formNotRead))
      }
      return
    }
    var counts: [String: Int] = [:]
    for finding in book.findings where Self.isLoss(finding.code) {
      guard let sheet = finding.sheet, let number = sheets[sheet] else { continue }
      if counts[sheet, default: 0] >= Self.mostOfForm || isOfFormulas(finding, in: workbook) { continue }
      counts[sheet, default: 0] += 1
      questions.append(
        DraftQuestion(
          form: number, sheet: sheet, cell: finding.cell,
          topic: .notRead(finding.message(in: .chinese), english: finding.message(in: .english))))
    }
    for (sheet, number) in sheets.sorted(by: { $0.value < $1.value }) {
      if book.form(number)?.sheet != sheet {
        questions.append(DraftQuestion(form: number, sheet: sheet, cell: nil, topic: .formNotRead))
      }
      let outside = book.outside.filter { $0.sheet == sheet }
      guard let first = outside.first else { continue }
      questions.append(
        DraftQuestion(
          form: number, sheet: sheet, cell: first.reference, topic: .cellsNotRead(outside.count, first.text)))
    }
    questions.sort { ($0.form, $0.cell?.row ?? 0) < ($1.form, $1.cell?.row ?? 0) }
  }

  /// Whether a finding is about a row that holds nothing but formulas, whatever they gave when the forms were last filled in.
  private func isOfFormulas(_ finding: Finding, in workbook: BlankWorkbook) -> Bool {
    guard finding.code == .rowUnclassified || finding.code == .amountUnclassified, let cell = finding.cell,
      let row = workbook.grids.first(where: { $0.name == finding.sheet })?.row(cell.row)
    else { return false }
    return row.cells.allSatisfy { $0.formula != nil }
  }

  /// Whether a finding says that something of a form was not read.
  private static func isLoss(_ code: FindingCode) -> Bool {
    [
      .formTwice, .headerNotMatched, .columnMissing, .columnUnknown, .columnAmbiguous, .rowUnknown, .rowMissing,
      .rowTwice, .rowUnclassified, .amountUnclassified, .formAmbiguous, .amountBelowNotes, .unitUnclear,
    ].contains(code)
  }
}
