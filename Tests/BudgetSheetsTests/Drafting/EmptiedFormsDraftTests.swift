import BudgetSheets
import Foundation
import Testing
import XlsxPackage
import XlsxWrite

/// Sets that are drafted from submissions of which all that was filled in is taken out: no formulas, no rules for input.
@Suite struct EmptiedFormsDraftTests {
  static let names = [
    "laocheng-2023", "laocheng-2023-openpyxl", "laocheng-2023-libreoffice", "laocheng-2023-drift-1",
    "laocheng-2023-drift-2", "laocheng-2023-drift-3", "laocheng-2023-drift-4", "invented-2023", "invented-2023-drift-1",
    "gongxin-2021", "gongxin-2021-drift-1",
  ]
  /// The kinds of rows whose labels are printed.
  private static let printed: Set<String> = ["fixed", "subtotal", "carry-over", "total"]

  @Test(arguments: names) func theSubmissionIsReadRight(_ name: String) throws {
    let folder = name.hasPrefix("gongxin") ? "submissions-2021" : "submissions"
    let truth = try DraftTruth.load(name, in: folder)
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "xlsx", subdirectory: "Fixtures/" + folder))
    let patch = try WorkbookPatch(of: url.path)
    var emptied = 0
    for cell in truth.cells where cell.note != true && cell.outside != true && cell.value != nil {
      if cell.amount != true, Self.printed.contains(cell.kind ?? "") { continue }
      try patch.worksheet(named: cell.sheet).set(.nothing, at: #require(CellReference(cell.at)))
      emptied += 1
    }
    #expect(emptied > 150)
    let drafted = try DraftedSet(patch.bytes(), name: name)
    #expect(drafted.set.lint().isEmpty)
    var filled = 0
    for case .amountsFilled(let count) in drafted.draft.questions.map(\.topic) { filled += count }
    #expect(filled == 0)
    let book = try BookReader(sets: [drafted.set]).read(path: url.path)
    #expect(book.department == truth.department)
    let wrong = faults(in: book, truth)
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(8).joined(separator: "\n"))")
  }

  /// What is said in a cell and was not read from it. Which column a heading that names a year is called by, and which of two
  /// kinds of brackets a label has, is left open.
  private func faults(in book: Book, _ truth: DraftTruth) -> [String] {
    let found = SubmissionsTests.cells(of: book)
    var faults: [String] = []
    for cell in truth.cells where cell.note != true && cell.outside != true && cell.value != nil {
      let read = found[SubmissionsTests.Place(sheet: cell.sheet, at: cell.at)]?.cell.value
      if cell.amount == true {
        if read?.amount != cell.value.flatMap({ Amount(decimal: $0, unit: .万元) }) {
          faults.append("\(cell.sheet)!\(cell.at): \(String(describing: read)), expected \(cell.value ?? "")")
        }
      } else if read?.text != cell.written ?? cell.value {
        faults.append("\(cell.sheet)!\(cell.at): \(String(describing: read)), expected \(cell.value ?? "")")
      }
    }
    return faults
  }
}
