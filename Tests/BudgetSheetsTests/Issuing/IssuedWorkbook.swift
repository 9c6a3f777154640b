import BudgetSheets
import Testing
import XlsxPackage
import XlsxRead

/// An issued workbook, as another program would read it.
struct IssuedWorkbook: Sendable {
  static let set = Result { try TemplateLibrary.embedded.set(named: "luoyang-2023") }

  /// A department of one unit, which is that of the published budget.
  static let single = DepartmentList.Department(
    code: "250", name: "洛阳市老城区科技和工业信息化局",
    units: [.init(code: "250001", name: "洛阳市老城区科技和工业信息化局")],
    fields: [.init(label: "联系人", text: "张三")])
  /// A department of two units.
  static let double = DepartmentList.Department(
    code: "251", name: "某某教育局",
    units: [.init(code: "251001", name: "某某教育局机关"), .init(code: "251002", name: "某某小学")])

  let bytes: [UInt8]
  var workbook: Workbook { get throws { try Workbook(bytes: bytes, name: "issued.xlsx") } }

  init(_ order: IssueOrder, set: FormSet? = nil) throws {
    bytes = try FormIssuer(set: set ?? Self.set.get()).bytes(of: order).bytes
  }

  init(_ department: DepartmentList.Department = single, spareRows: Int? = nil, prior: Book? = nil) throws {
    try self.init(
      IssueOrder(department: department, year: "2024", due: "2023年11月30日", spareRows: spareRows, prior: prior))
  }

  /// What is read from it by the form set.
  func book(set: FormSet? = nil) throws -> Book {
    try BookReader(sets: [set ?? Self.set.get()]).read(bytes: bytes, name: "issued.xlsx")
  }

  func sheet(_ name: String) throws -> Worksheet {
    try #require(workbook.worksheets.first { $0.name == name })
  }

  /// The cells of a sheet by reference.
  func cells(_ name: String) throws -> [String: Cell] {
    var cells: [String: Cell] = [:]
    let rows = try sheet(name).rowReader()
    while let row = try rows.next() { for cell in row { cells["\(cell.reference)"] = cell } }
    return cells
  }

  /// The input rule of a cell.
  func rule(_ name: String, _ cell: String) throws -> ValidationRule? {
    try sheet(name).layout().validation(at: #require(CellReference(cell)))
  }
}
