import BudgetSheets
import Testing
import XlsxPackage

/// A workbook that comes back as it was issued is not one that can be accepted.
@Suite struct NothingFilledInTests {
  @Test(arguments: ["luoyang-2021", "luoyang-2023"]) func aBlankWorkbookIsTold(_ name: String) throws {
    let set = try TemplateLibrary.embedded.set(named: name)
    let department = DepartmentList.Department(code: "250", name: "某某局", units: [.init(code: "250001", name: "某某局")])
    let order = IssueOrder(department: department, year: set.years[0])
    let bytes = try FormIssuer(set: set).bytes(of: order).bytes
    let report = Checker(set: set).check(try BookReader(sets: [set]).read(bytes: bytes, name: "a.xlsx"))
    let told = report.findings.filter { $0.code == .nothingFilledIn }
    #expect(told.count == 1 && told.first?.level == .warning && report.verdict == .explainable)
    #expect(told.first?.message(in: .chinese).hasPrefix("\(set.forms.count) 张表中没有一个金额") == true)
  }

  /// One amount is enough, be it zero.
  @Test(arguments: ["634.34", "0"]) func oneAmountIsEnough(_ amount: String) throws {
    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    var data = FormData(form: "08", unit: .万元)
    data.rows = [FormRow(kind: .detail, key: "")]
    data.rows[0].cells[["公务接待费"]] = FormCell(
      value: .amount(try #require(Amount(decimal: amount, unit: .万元))))
    let book = Book(set: set.name, year: "2023", department: "某某局", forms: [data])
    #expect(!Checker(set: set).check(book).findings.contains { $0.code == .nothingFilledIn })
    data.rows[0].cells = [:]
    let blank = Book(set: set.name, year: "2023", department: "某某局", forms: [data])
    #expect(Checker(set: set).check(blank).findings.contains { $0.code == .nothingFilledIn })
  }
}
