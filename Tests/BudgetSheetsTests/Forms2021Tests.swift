import BudgetSheets
import Foundation
import Testing
import XlsxPackage

/// The forms of 2021: read, checked and written as the published budget has them.
@Suite struct Forms2021Tests {
  static let names = ["gongxin-2021", "gongxin-2021-drift-1"]

  private static func set() throws -> FormSet { try TemplateLibrary.embedded.set(named: "luoyang-2021") }

  /// Items of lists are numbered, brackets are those of the source, and the column whose heading bears the year is called
  /// without it.
  private static func named(_ cell: Submission.Cell) -> Submission.Cell {
    var cell = cell
    if cell.block == "部门（单位）名称" { cell.block = "部门(单位)名称" }
    if let item = cell.item, item > 0 { cell.block = cell.block.map { "\($0)#\(item + 1)" } }
    if cell.column == "2021年“三公”经费预算数" { cell.column = "“三公”经费预算数" }
    return cell
  }

  @Test(arguments: names) func everyValueIsReadRight(_ name: String) throws {
    let (book, expected) = try SubmissionsTests.load(name)
    #expect(book.department == expected.department && book.year == "2021")
    let cells = SubmissionsTests.cells(of: book)
    let wanted = expected.cells.filter { $0.note != true && $0.outside != true }
    #expect(wanted.count > 600)
    var faults: [String] = []
    for cell in wanted.map(Self.named) {
      let place = SubmissionsTests.Place(sheet: cell.sheet, at: cell.at)
      if let fault = SubmissionsTests.fault(cell, cells[place]) { faults.append(fault) }
    }
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(8).joined(separator: "\n"))")
    // No amount was read that is none.
    let amounts = wanted.count { $0.amount == true && $0.value != nil }
    #expect(cells.values.count { $0.cell.value?.amount != nil } == amounts)
  }

  @Test(arguments: names) func writingLosesNothing(_ name: String) throws {
    let (book, _) = try SubmissionsTests.load(name)
    let set = try Self.set()
    let (bytes, findings) = try BookWriter(set: set).bytes(of: book)
    #expect(findings.filter { $0.level == .error }.isEmpty)
    let again = try BookReader(sets: TemplateLibrary.embedded.sets()).read(bytes: bytes, name: "written.xlsx")
    let losses = BookComparison(book, again, set: set).differences.filter(\.isLoss).map { $0.line(in: .english) }
    #expect(losses == [])
  }

  /// 785 checks of the published budgets were made by another program; those of 2021 all hold.
  @Test(arguments: names) func everyRuleHolds(_ name: String) throws {
    let (book, _) = try SubmissionsTests.load(name)
    let report = Checker(set: try Self.set()).check(book)
    #expect(report.ledger.failed == 0 && report.causes.isEmpty)
    #expect(report.findings.filter { $0.level < .info }.isEmpty)
    let passed = Dictionary(
      report.rules.map { ($0.code.rawValue, $0.ledger.passed) }, uniquingKeysWith: { $0 + $1 })
    // O04-1 to O04-5, O07-1 and O07-2, O10-1, O11-1 and O11-2 follow from the sums of the definitions.
    for (code, count) in [
      ("B04", 58 + 5), ("B07", 2), ("B10", 1), ("B11", 12), ("O04-6", 1), ("O10-2", 1), ("O10-3", 1), ("O11-3", 1),
      ("O11-4", 28),
    ] { #expect(passed[code] ?? 0 >= count, "\(code) \(passed[code] ?? 0)") }
    // What speaks of forms that are not there is not checked, and not passed.
    for rule in report.rules where ["B01", "O02-1", "O03-1", "O05-1", "O06-1"].contains(rule.code.rawValue) {
      #expect(rule.ledger.passed == 0 && rule.ledger.notChecked > 0, "\(rule.code)")
    }
  }

  /// O11-4 to O11-6 as the published budget has them: which classes have basic expenditure is not in these forms.
  @Test func projectsAndBasicExpenditureMakeUpTheClasses() throws {
    let (book, _) = try SubmissionsTests.load("gongxin-2021")
    let total = "项目金额(万元)/资金总额"
    let rules = """
      - {id: U1, rule: "sum(11[201, \(total)]) = 04[支出：一、一般公共服务, 合计]"}
      - {id: U2, rule: "sum(11[206, \(total)]) = 04[支出：六、科学技术, 合计]"}
      - {id: U3, rule: "sum(11[215, \(total)]) + 10[预算情况/资金结构/(1) 基本支出] = 04[支出：十五、资源勘探电力信息等事务, 合计]"}
      - {id: U4, rule: "sum(11[215, \(total)]) = 97.84"}
      """
    let set = try Self.set().addingRules(yaml: rules, file: "u.yaml")
    let report = Checker(set: set).check(book)
    let own = report.rules.filter { $0.code.rawValue.hasPrefix("U") }
    #expect(own.map(\.ledger.passed) == [1, 1, 1, 1])
  }

  /// Each amount of the published forms is bound by a rule: adding 1.00 to it breaks one.
  @Test func aChangedAmountIsTold() throws {
    let (book, _) = try SubmissionsTests.load("gongxin-2021")
    let checker = Checker(set: try Self.set())
    let one = try #require(Amount(decimal: "1", unit: .万元))
    var silent: [String] = []
    var count = 0
    for form in book.forms.indices {
      for (row, data) in book.forms[form].rows.enumerated() {
        for (path, cell) in data.cells {
          guard let amount = cell.value?.amount, let more = amount.adding(one) else { continue }
          var changed = book
          changed.forms[form].rows[row].cells[path]?.value = .amount(more)
          count += 1
          if checker.check(changed).ledger.failed == 0 { silent.append("\(book.forms[form].form) \(data.key) \(path)") }
        }
      }
    }
    #expect(count == 57)
    #expect(silent == [])
  }

  /// The page of the rules names just the rules of the set, but for the sums of reconstructed forms.
  @Test func thePageNamesEveryRule() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appendingPathComponent("docs/rule-table-2021.md"), encoding: .utf8)
    let set = try Self.set()
    let rules = Checker(set: set).rules
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| O") }.map {
      $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    #expect(rows.count == 15)
    for row in rows {
      let identity = row[3].trimmingCharacters(in: ["`"])
      #expect(rules.contains { $0.rule == identity && $0.level.rawValue == row[4] }, "\(identity)")
    }
    let published = Set(set.forms.filter { $0.reconstruction == nil }.map(\.form))
    for rule in rules where rule.isImplied ? rule.forms.allSatisfy(published.contains) : true {
      #expect(page.contains(rule.isImplied ? "`\(rule.rule)`" : rule.code.rawValue), "\(rule.rule)")
    }
  }

  /// Form 04 holds fiscal money only: other money in forms 10 and 11 is no mistake.
  @Test func otherMoneyIsNoMistake() throws {
    var (book, _) = try SubmissionsTests.load("gongxin-2021")
    let five = try #require(Amount(decimal: "5", unit: .万元))
    func add(_ form: String, _ path: [String], row: Int? = nil) throws {
      let index = try #require(book.forms.firstIndex { $0.form == form })
      let path = LabelPath(path)
      if let row {
        let old = book.forms[index].rows[row].cells[path]?.value?.amount ?? .zero
        book.forms[index].rows[row].cells[path]?.value = old.adding(five).map { .amount($0) }
      } else {
        let old = book.forms[index].fields[path]?.value?.amount ?? .zero
        book.forms[index].fields[path]?.value = old.adding(five).map { .amount($0) }
      }
    }
    for path in [["预算情况", "部门预算总额(万元)"], ["预算情况", "资金来源", "(2) 其他资金"], ["预算情况", "资金结构", "(2) 项目支出"]] {
      try add("10", path)
    }
    // The unit, and its project 招商引资 of class 201, whose fiscal money is all that form 04 has of the class.
    for row in [0, 3] {
      for leaf in ["资金总额", "其他资金"] { try add("11", ["项目金额(万元)", leaf], row: row) }
    }
    let report = Checker(set: try Self.set()).check(book)
    #expect(report.ledger.failed == 0, "\(report.findings.map { $0.message(in: .chinese) })")
  }

  @Test func whatIsMissingIsANote() throws {
    let (book, _) = try SubmissionsTests.load("gongxin-2021")
    let absent = book.findings.filter { $0.code == .formsAbsent }
    #expect(absent.map(\.level) == [.info])
    #expect(absent.first?.message(in: .chinese).contains("表一、表二、表三、表五、表六、表八、表九") == true)
    #expect(!book.findings.contains { $0.code == .formMissing })
  }

  @Test func reconstructedFormsSaySo() throws {
    let set = try Self.set()
    #expect(set.forms.filter { $0.reconstruction == nil }.map(\.form) == ["04", "07", "10", "11"])
    #expect(set.required.isEmpty && set.forms.count == 11)
    let (bytes, _) = try BookWriter(set: set).bytes(
      of: Book(
        set: set.name, year: "2021", department: "某局",
        forms: ["01", "04"].map { FormData(form: $0, unit: .万元) }))
    let book = try BookReader(sets: TemplateLibrary.embedded.sets()).read(bytes: bytes, name: "a.xlsx")
    #expect(book.findings.filter { $0.code == .formReconstructed }.map(\.form) == ["01"])
  }
}
