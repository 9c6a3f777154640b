import Foundation
import Testing
import XlsxPackage

@testable import BudgetSheets

/// What a check says of the budget published for 2023, in every workbook that holds it, and nothing else.
@Suite struct PublishedBudgetCheckTests {
  /// One thing that is said, wherever it stands in the sheet.
  struct Said: Hashable, CustomStringConvertible {
    var code: String
    var form: String
    var row: String?
    var path: String
    var level: Finding.Level

    init(_ level: Finding.Level, _ code: String, _ form: String, row: String? = nil, _ path: String) {
      self.level = level
      self.code = code
      self.form = form
      self.row = row
      self.path = path
    }

    init(_ finding: Finding) {
      self.init(
        finding.level, finding.code.rawValue, finding.form ?? "", row: finding.row?.key,
        finding.path.map { "\($0)" } ?? "")
    }

    var description: String { "\(level.rawValue) \(code) \(form)|\(row ?? "")|\(path)" }
  }

  /// The one contradiction: form 04 carries 45.00 forward that forms 01, 03 and 05 spend on 206.
  static let errors: Set<Said> = [
    Said(.error, "X10", "04", row: "一、本年支出/（六）科学技术支出", "支出/合计"),
    Said(.error, "X11", "04", row: "二、年终结转结余", "支出/合计"),
    Said(.error, "X11b", "04", row: "一、本年支出", "支出/合计"),
    Said(.error, "X12", "04", row: "一、本年支出", "支出/一般公共预算/小计"),
    Said(.error, "X12c", "04", row: "一、本年支出/（六）科学技术支出", "支出/一般公共预算/小计"),
  ]

  static let remarks: Set<Said> = [
    // The label of another year beside the number of class 209.
    Said(.warning, "S10", "04", "一、本年支出/（九）社会保险基金支出"),
    // The name of 2060499, cut off in one form and wrong in the other.
    Said(.warning, "L01", "03", row: "206/04/99", "单位（科目名称）"),
    Said(.warning, "L01", "05", row: "206/04/99", "单位（科目名称）"),
    // The blank code that repeats 30102.
    Said(.info, "C13", "06", row: "30102#2", "部门预算支出经济分类科目/科目编码"),
    // W30% and W20%.
    Said(.info, "C22", "12", row: "预算调整率", "指标值"),
    Said(.info, "C22", "12", row: "结转结余率", "指标值"),
  ]

  /// What may be said beside that of a workbook, because of how it was changed, and how often.
  static let beside: [String: [String: Int]] = [
    "laocheng-2023": [:], "laocheng-2023-openpyxl": [:], "laocheng-2023-libreoffice": [:],
    // A cover that is no form.
    "laocheng-2023-drift-1": ["S12": 1],
    // A sheet of basic data, and a column 备注 in each of the thirteen forms.
    "laocheng-2023-drift-2": ["S12": 1, "S05": 13],
    // Three hidden rows.
    "laocheng-2023-drift-3": ["S14": 3],
    "laocheng-2023-drift-4": ["S12": 1],
    // 74 amounts as text; dashes for nothing in 191 cells, of which 14 stand beside no printed row.
    "laocheng-2023-mess-1": ["C01": 74, "C03": 177],
    // 64 amounts as text; zeros for nothing, 22 of them where form 01 or 04 prints no row, and the 0.00 of the budget
    // itself; codes and one name as numbers; the last digits of seven codes lost.
    "laocheng-2023-mess-2": ["C01": 64, "C04": 198, "C06": 46, "C07": 7, "C15": 1, "S28": 22],
    // Twelve forms in 元; form 12 says 万元 by its label.
    "laocheng-2023-mess-3": ["C01": 70, "S17": 12],
  ]

  private static func said(_ report: CheckReport) -> [Said] { report.findings.map(Said.init) }

  @Test(arguments: beside.keys.sorted()) func everyWorkbookOfTheBudgetSaysTheSame(_ name: String) throws {
    let report = try SampleBook.checker.get().check(try SubmissionsTests.load(name).book)
    let expected = Self.errors.union(Self.remarks)
    let said = Self.said(report)
    #expect(expected.subtracting(said) == [])
    // Each once.
    #expect(said.filter(expected.contains).count == expected.count)
    let others = said.filter { !expected.contains($0) }
    #expect(Dictionary(others.map { ($0.code, 1) }, uniquingKeysWith: +) == Self.beside[name])
    #expect(report.ledger.failed == 5 && report.ledger.notChecked == 0 && report.ledger.notApplicable == 0)
  }

  @Test func theErrorsComeFirstAndTellTheFigures() throws {
    let report = try SampleBook.report(.published)
    #expect(Set(report.findings.prefix(5).map(Said.init)) == Self.errors)
    let figures = report.findings.prefix(5).map { finding -> String in
      let judgement = finding.judgement
      func text(_ amount: Amount?) -> String { amount?.text(in: .万元, decimals: 2) ?? "" }
      return "\(finding.code.rawValue) \(finding.cell.map { "\($0)" } ?? "") \(text(judgement?.reported)) "
        + "\(text(judgement?.expected)) \(text(judgement?.difference))"
    }
    #expect(
      figures == [
        "X10 D13 474.91 519.91 -45.00", "X11 D38 45.00 0.00 45.00", "X11b D7 589.34 634.34 -45.00",
        "X12 E7 589.34 634.34 -45.00", "X12c E13 474.91 519.91 -45.00",
      ])
  }

  @Test(arguments: beside.keys.sorted() + ["laocheng-2023-mess-4"])
  func oneCauseOfFourInputsAndNineCellsExplainsTheFiveErrors(_ name: String) throws {
    let report = try SampleBook.checker.get().check(try SubmissionsTests.load(name).book)
    let cause = try #require(report.causes.first)
    if name != "laocheng-2023-mess-4" { #expect(report.causes.count == 1) }
    #expect(Set(cause.findings.map { Said(report.findings[$0]) }) == Self.errors)
    #expect(cause.findings.count == 5)
    #expect(cause.mechanism == .wrongRow)
    #expect(cause.difference.map { abs($0.fen) } == 45_000_000)
    func row(_ name: String, _ columns: [String]) -> [SampleBook.Cell] {
      columns.map { SampleBook.Cell(form: "04", row: name, path: "支出/" + $0) }
    }
    let inputs = ["一般公共预算/小计", "一般公共预算/其中：财政拨款"]
    #expect(
      Set(cause.changes.map { SampleBook.Cell($0.place) })
        == Set(row("一、本年支出/（六）科学技术支出", inputs) + row("二、年终结转结余", inputs)))
    #expect(
      Set(cause.derived.map { SampleBook.Cell($0.place) })
        == Set(
          row("一、本年支出/（六）科学技术支出", ["合计"]) + row("二、年终结转结余", ["合计"])
            + row("一、本年支出", ["合计"] + inputs)))
    #expect(cause.changes.count == 4 && cause.changes.count + cause.derived.count == 9)
    for change in cause.changes {
      let (reported, proposed) = (change.reported?.fen ?? 0, change.proposed?.fen ?? 0)
      #expect(
        change.place.row?.key == "二、年终结转结余"
          ? (reported, proposed) == (45_000_000, 0) : (reported, proposed) == (474_910_000, 519_910_000))
    }
  }

  // MARK: Planted stale results

  /// A cell whose formula was left with another result.
  struct Planted: Decodable {
    var sheet: String
    var at: String
    var column: String?
    var value: String?
    var mess: [String]?
  }

  private struct PlantedCells: Decodable { var cells: [Planted] }

  @Test func eachStaleResultIsNamedByACauseOfItsOwn() throws {
    let name = "laocheng-2023-mess-4"
    let report = try SampleBook.checker.get().check(try SubmissionsTests.load(name).book)
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "expected.json", subdirectory: "Fixtures/submissions"))
    let planted = try JSONDecoder().decode(PlantedCells.self, from: Data(contentsOf: url)).cells
      .filter { $0.mess?.contains("stale") == true }
    #expect(planted.count == 4)
    var explained: Set<Int> = Set(report.causes.first?.findings ?? [])
    for cell in planted {
      let stale = report.findings.filter { $0.code == .formulaStale && $0.sheet == cell.sheet }
      #expect(stale.map { $0.cell.map { "\($0)" } } == [cell.at])
      let cause = try #require(
        report.causes.first { $0.changes.map(\.place.address) == ["\(cell.sheet)!\(cell.at)"] }, "\(cell)")
      #expect(cause.changes.first?.proposed == cell.value.flatMap { Amount(decimal: $0, unit: .万元) })
      #expect(cause.difference.map { abs($0.fen) } == 1_000_000)
      #expect(cause.findings.allSatisfy { report.findings[$0].level == .error } && cause.mechanism == .staleFormula)
      #expect(explained.isDisjoint(with: cause.findings))
      explained.formUnion(cause.findings)
    }
    // Five causes explain every rule that fails.
    #expect(report.causes.count == 5)
    let failures = report.findings.indices.filter { report.findings[$0].judgement != nil }
    #expect(
      Set(failures) == explained.filter { report.findings[$0].judgement != nil }
        && failures.count == report.ledger.failed)
    #expect(!report.causesAreIncomplete)
  }

  @Test func theMessOfStaleResultsCallsForNothingElse() throws {
    let report = try SampleBook.checker.get().check(try SubmissionsTests.load("laocheng-2023-mess-4").book)
    let said = Self.said(report)
    let expected = Self.errors.union(Self.remarks)
    #expect(expected.isSubset(of: said))
    let others = report.findings.filter { $0.judgement == nil && !expected.contains(Said($0)) }
    // Dashes for nothing, four stale results, seven damaged codes, one hidden row.
    #expect(Set(others.map(\.code.rawValue)) == ["C03", "C07", "C09", "S14"])
    #expect(others.count { $0.code == .formulaStale } == 4 && others.count { $0.code == .codeDamaged } == 7)
    #expect(others.count { $0.code == .rowHidden } == 1)
    let broken = Set(
      report.findings.filter { $0.judgement != nil && !expected.contains(Said($0)) }.map(\.code.rawValue))
    #expect(broken == ["B05", "B06", "B11", "B13", "X23", "X31"])
    #expect(report.ledger.notChecked == 0)
  }

  // MARK: Invented budgets

  private func expectConsistent(_ report: CheckReport) {
    #expect(report.ledger.failed == 0 && report.ledger.notChecked == 0)
    #expect(report.count(.error) == 0)
    #expect(report.causes.isEmpty)
    #expect(
      Set(report.findings.filter { $0.level == .warning }.map(\.code.rawValue)).isSubset(of: ["S10", "L01", "L02"]))
  }

  @Test(arguments: 0...10) func anInventedBookIsConsistent(_ number: Int) throws {
    expectConsistent(try SampleBook(.invented(number)).report())
  }

  @Test(arguments: ["invented-2023", "invented-2023-drift-1"])
  func aWorkbookOfAnInventedBudgetIsConsistent(_ name: String) throws {
    expectConsistent(try SampleBook.checker.get().check(try SubmissionsTests.load(name).book))
  }
}
