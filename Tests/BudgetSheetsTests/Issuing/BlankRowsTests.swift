import Testing

@testable import BudgetSheets

/// Which rows a blank form has, held against budgets as they were handed in.
@Suite struct BlankRowsTests {
  static func blank(_ order: IssueOrder) throws -> BlankBook {
    BlankBook(order, set: try IssuedWorkbook.set.get())
  }

  /// The kinds of rows from top to bottom, those of a run once.
  private func kinds(_ data: FormData?) -> [RowKind] {
    var kinds: [RowKind] = []
    for row in data?.rows ?? [] where row.kind != .continuation && kinds.last != row.kind { kinds.append(row.kind) }
    return kinds
  }

  @Test(arguments: ["02", "03", "05", "06", "07", "11", "13"])
  func theLevelsOfABudgetOfOneUnit(form: String) throws {
    let published = try SubmissionsTests.load("laocheng-2023").book
    let blank = try Self.blank(IssueOrder(department: IssuedWorkbook.single, year: "2023"))
    #expect(kinds(blank.book.form(form)) == kinds(published.form(form)))
  }

  @Test(arguments: ["02", "03", "05"])
  func theLevelsOfABudgetOfSeveralUnits(form: String) throws {
    let invented = try SubmissionsTests.load("invented-2023").book
    let set = try IssuedWorkbook.set.get()
    let levels = try #require(set.form("02")?.panes.first?.levels)
    var department = DepartmentList.Department(code: "", name: invented.department)
    for row in invented.form("02")?.rows ?? [] {
      guard let level = levels.first(where: { $0.kind == row.kind }),
        let key = level.key.first.flatMap({ row.text($0) })
      else { continue }
      if row.kind == .department { department.code = key }
      if row.kind == .unit {
        department.units.append(.init(code: key, name: level.name.flatMap { row.text($0) } ?? ""))
      }
    }
    try #require(department.units.count > 1)
    let blank = try Self.blank(IssueOrder(department: department, year: "2023")).book.form(form)
    #expect(kinds(blank) == kinds(invented.form(form)))
    // Codes and names are those that were handed in.
    let own = try #require(invented.form(form)).rows.filter { [.department, .unit].contains($0.kind) }
    #expect(
      blank?.rows.filter { [.department, .unit].contains($0.kind) && !$0.key.isEmpty }.map(\.key) == own.map(\.key))
  }

  @Test func aUnitThatTheListDoesNotGiveIsAnOpenRow() throws {
    let order = IssueOrder(department: .init(code: "250", name: "某局"), year: "2024")
    let blank = try Self.blank(order).book
    let units = try #require(blank.form("13")).rows.filter { $0.kind == .unit }
    #expect(units.count == 1 && units[0].cells.isEmpty)
    #expect(blank.form("03")?.rows.contains { $0.kind == .unit } == false)
    // The form of income by unit has nothing but empty rows for them, as many as its definition says.
    #expect(blank.form("02")?.rows.count { $0.kind == .unit } == 4)
  }

  @Test func spareRowsFollowTheDefinitionTheOrderOrTheYearBefore() throws {
    func details(_ order: IssueOrder, _ form: String) throws -> Int {
      try Self.blank(order).book.form(form)?.rows.count { $0.kind == .detail } ?? 0
    }
    var order = IssueOrder(department: IssuedWorkbook.single, year: "2024")
    #expect(try details(order, "03") == 12)
    order.spareRows = 3
    #expect(try details(order, "03") == 3)
    order.spareRows = 0
    // A table without a row could not be filled in.
    #expect(try details(order, "03") == 1)
    order.spareRows = nil
    order.prior = try SubmissionsTests.load("laocheng-2023").book
    // The published budget has 8 rows of functions, 16 of economic items and 7 projects.
    #expect(try details(order, "03") == 8 + 12)
    #expect(try details(order, "06") == 16 + 12)
    #expect(try details(order, "11") == 7 + 12)
    #expect(try details(order, "13") == 7 + 12)
  }

  @Test func aGuardRowClosesEachRunOfOpenRows() throws {
    let order = IssueOrder(department: IssuedWorkbook.double, year: "2024", spareRows: 2)
    let blank = try Self.blank(order)
    // Total, department, then each unit with two rows.
    #expect(blank.guards["03"] == [4, 7])
    // Total, department, two units and two empty rows.
    #expect(blank.guards["02"] == [5])
    #expect(blank.guards["11"] == [3])
    // Nothing adds up the one row of this form.
    #expect(blank.guards["08"] == [])
  }
}
