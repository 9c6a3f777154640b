import BudgetSheets
import Foundation
import Testing

/// What is read from a workbook just as it was issued.
@Suite struct IssuedBlankTests {
  static let department = DepartmentList.Department(
    code: "250", name: "洛阳市某某局",
    units: [
      DepartmentList.Unit(code: "250001", name: "洛阳市某某局机关"), DepartmentList.Unit(code: "250002", name: "洛阳市某某中心"),
    ])

  @Test func nothingIsSaidOfIt() throws {
    let set = try ExchangePublishedBook.set()
    let issued = try FormIssuer(set: set).bytes(of: IssueOrder(department: Self.department, year: "2023"))
    let book = try BookReader(sets: [set]).read(bytes: issued.bytes, name: "issued.xlsx")
    #expect(book.findings.map { $0.line(in: .english) } == [])
    #expect(book.outside == [])
    #expect(book.department == "洛阳市某某局" && book.year == "2023")
    #expect(book.stamp?.isIssued == true && book.stamp?.code == "250")
    let amounts = book.forms.flatMap(\.rows).flatMap(\.cells.values).filter { $0.value?.amount != nil }
    #expect(amounts.isEmpty)
    let cleaned = try Cleaner(sets: [set]).clean(bytes: issued.bytes, name: "issued.xlsx")
    #expect(cleaned.log.changes.isEmpty && cleaned.offered.isEmpty && cleaned.kept.isEmpty)
  }
}
