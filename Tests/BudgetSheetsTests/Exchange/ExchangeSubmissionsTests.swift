import BudgetSheets
import Testing

/// Books as read from submitted workbooks, through JSON and through typed models.
@Suite struct ExchangeSubmissionsTests {
  @Test(arguments: SubmissionsTests.carefully + SubmissionsTests.messy)
  func nothingOfASubmissionIsLost(name: String) throws {
    let book = try SubmissionsTests.load(name).book
    let set = try ExchangePublishedBook.set()
    let text = book.json(in: set)
    #expect(try Book(json: text.utf8, in: set) == book)
    #expect(try Book(encoding: try BudgetBook(book), over: book) == book)

    // The keys that are derived where they are left out are those of the workbook's reader.
    var unkeyed = book
    for form in unkeyed.forms.indices {
      for row in unkeyed.forms[form].rows.indices where unkeyed.forms[form].rows[row].kind != .fixed {
        unkeyed.forms[form].rows[row].key = ""
      }
    }
    let derived = try Book(json: unkeyed.json(in: set).utf8, in: set)
    for (form, expected) in zip(derived.forms, book.forms) {
      #expect(form.rows.map(\.key) == expected.rows.map(\.key), "form \(form.form)")
    }
  }
}
