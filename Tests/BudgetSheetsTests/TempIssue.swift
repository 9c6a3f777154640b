import BudgetSheets
import Foundation
import Testing

@Suite struct TempIssue {
  @Test func issue() throws {
    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    let d = DepartmentList.Department(code: "250", name: "洛阳市老城区科技和工业信息化局", units: [.init(code: "250001", name: "洛阳市老城区科技和工业信息化局")])
    let start = ContinuousClock.now
    let r = try FormIssuer(set: set).bytes(of: IssueOrder(department: d, year: "2023", spareRows: 4))
    print("time", ContinuousClock.now - start, r.bytes.count, r.findings.map(\.code))
    try Data(r.bytes).write(to: URL(fileURLWithPath: "/tmp/it/issued.xlsx"))
  }
}
