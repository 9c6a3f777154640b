import BudgetSheets
import Testing
import XlsxWrite

/// Codes of projects whose last digits are lost, and where they may be found.
@Suite struct DamagedCodeTests {
  /// The published budget with the codes of its projects stored as numbers, as a spreadsheet cuts them.
  static func damaged() throws -> MessedSubmission {
    var messed = try MessedSubmission()
    try messed.put([
      "预算13表!A9": .number("4.10302220000000E+19"), "预算13表!A10": .number("4.10302230000000E+19"),
      "预算13表!A11": .number("41030223000000010000"),
    ])
    return messed
  }

  /// The book of the year before: the same projects with their codes.
  static func prior() throws -> Book {
    let set = try MessedSubmission.set.get()
    var book = try BookReader(sets: [set]).read(bytes: MessedSubmission().bytes, name: "2022.xlsx")
    book.year = "2022"
    return book
  }

  @Test func theCodeIsFoundInLastYearsBook() throws {
    let messed = try Self.damaged()
    let careful = try messed.cleaned(prior: [try Self.prior()])
    #expect(careful.suggestions.filter { $0.code == .damagedCode }.count == 3)
    #expect(careful.after.findings.count { $0.code == .codeDamaged } == 3)
    let result = try messed.cleaned(RepairSelection(codes: [.damagedCode]), prior: [try Self.prior()])
    for place in ["预算13表!A9", "预算13表!A10", "预算13表!A11"] {
      let original = try MessedSubmission.content(of: place, in: try MessedSubmission().bytes)
      #expect(try MessedSubmission.content(of: place, in: result.bytes) == original)
    }
    #expect(!result.after.findings.contains { $0.code == .codeDamaged })
  }

  @Test func withoutAnotherBookNothingIsProposed() throws {
    let result = try Self.damaged().cleaned()
    #expect(!result.offered.contains { $0.code == .damagedCode })
  }

  @Test func aCodeThatDoesNotAgreeWithTheStoredNumberIsNotProposed() throws {
    var messed = try MessedSubmission()
    try messed.put(["预算13表!A9": .number("4.10302250000000E+19")])
    #expect(!(try messed.cleaned(prior: [try Self.prior()])).offered.contains { $0.code == .damagedCode })
  }

  @Test func twoProjectsOfOneNameAreToldApartByTheirAmountsOrNotAtAll() throws {
    var prior = try Self.prior()
    let form = try #require(prior.forms.firstIndex { $0.form == "13" })
    let row = try #require(prior.forms[form].rows.firstIndex { $0.text(["项目单位（项目名称）"]) == "区科普专项经费" })
    var other = prior.forms[form].rows[row]
    other.cells[["单位编码（项目编码）"]]?.value = .text("41030223000000007777")
    for (path, cell) in other.cells where cell.value?.amount != nil {
      other.cells[path]?.value = .amount(Amount(fen: 1))
    }
    prior.forms[form].rows.append(other)
    let told = try Self.damaged().cleaned(prior: [prior]).offered.filter { $0.place.address == "预算13表!A10" }
    #expect(told.map(\.after.text) == ["41030223000000009618"])
    prior.forms[form].rows[prior.forms[form].rows.count - 1].cells = prior.forms[form].rows[row].cells
    prior.forms[form].rows[prior.forms[form].rows.count - 1].cells[["单位编码（项目编码）"]]?.value = .text(
      "41030223000000007777")
    #expect(!(try Self.damaged().cleaned(prior: [prior])).offered.contains { $0.place.address == "预算13表!A10" })
  }

  @Test func ofManyBooksThoseOfOtherDepartmentsSayNothing() throws {
    var other = try Self.prior()
    other.department = "示例县文化和旅游局"
    // The forms that hold the code of the department.
    other.forms.removeAll { $0.form != "13" }
    #expect(try Self.damaged().cleaned(prior: [other]).offered.allSatisfy { $0.code != .damagedCode })
    #expect(try Self.damaged().cleaned(prior: [other, other]).offered.allSatisfy { $0.code != .damagedCode })
    #expect(try Self.damaged().cleaned(prior: [other, Self.prior()]).offered.count { $0.code == .damagedCode } == 3)
  }
}
