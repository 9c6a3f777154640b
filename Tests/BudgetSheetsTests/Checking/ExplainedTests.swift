import Testing
import XlsxPackage

@testable import BudgetSheets

/// What a submitter wrote reaches the finding it is about, wherever that stands by now.
@Suite struct ExplainedTests {
  private static let text = "科目名称系上年口径"

  private func explained(_ explanation: Explanation, _ change: (inout SampleBook) throws -> Void = { _ in }) throws
    -> [Finding]
  {
    var book = try SampleBook(.published)
    try change(&book)
    book.book.explanations = [explanation]
    return try book.report().findings.filter { $0.explanation != nil }
  }

  private static let name = Explanation(
    rule: "L01", form: "03", rowKey: "206/04/99", path: LabelPath(["单位（科目名称）"]), text: text)

  @Test func anExplanationReachesItsFindingAlone() throws {
    let found = try explained(Self.name)
    #expect(found.map { "\($0.code.rawValue) \($0.form ?? "")" } == ["L01 03"])
    #expect(found.first?.explanation == Self.text)
  }

  @Test func itDoesNotMatterWhereTheRowStandsNow() throws {
    let found = try explained(Self.name) { book in
      let index = try #require(book.book.forms.firstIndex { $0.form == "03" })
      let row = try #require(book.book.forms[index].rows.firstIndex { $0.key == "206/04/99" })
      var moved = book.book.forms[index].rows.remove(at: row)
      for (path, cell) in moved.cells {
        moved.cells[path]?.reference = cell.reference.map { CellReference(row: 40, column: $0.column + 2) }
      }
      book.book.forms[index].rows.append(moved)
    }
    #expect(found.map { "\($0.code.rawValue) \($0.cell.map { "\($0)" } ?? "")" } == ["L01 G40"])
  }

  static let others = [
    Explanation(rule: "L02", form: "03", rowKey: "206/04/99", path: LabelPath(["单位（科目名称）"]), text: text),
    Explanation(rule: "L01", form: "04", rowKey: "206/04/99", path: LabelPath(["单位（科目名称）"]), text: text),
    Explanation(rule: "L01", form: "03", rowKey: "206/07/02", path: LabelPath(["单位（科目名称）"]), text: text),
    Explanation(rule: "L01", form: "03", rowKey: nil, path: LabelPath(["单位（科目名称）"]), text: text),
    Explanation(rule: "L01", form: "03", rowKey: "206/04/99", path: LabelPath(["单位代码"]), text: text),
    Explanation(rule: "L01", form: "03", rowKey: "206/04/99", path: nil, text: text),
  ]

  @Test(arguments: others) func anotherRuleFormRowOrColumnIsAnotherFinding(_ explanation: Explanation) throws {
    #expect(try explained(explanation).isEmpty)
  }

  @Test func aSumIsExplainedByItsOwnIdentityNotByItsCode() throws {
    func explanation(_ rule: String) -> Explanation {
      Explanation(rule: rule, form: "03", rowKey: "206/07/02", path: LabelPath(["合计"]), text: Self.text)
    }
    let change: (inout SampleBook) throws -> Void = { try $0.add("1.00", to: "03|206/07/02|合计") }
    #expect(try explained(explanation("03:合计"), change).map(\.ruleIdentity) == ["03:合计"])
    #expect(try explained(explanation("B03"), change).isEmpty)
  }

  @Test func anExplainedWarningIsClosedAndAnExplainedErrorIsNot() throws {
    var book = try SampleBook(.published)
    book.book.explanations = [
      Self.name,
      Explanation(
        rule: "X11", form: "04", rowKey: "二、年终结转结余", path: LabelPath(["支出", "合计"]), text: "结转下年使用"),
    ]
    let report = try book.report()
    #expect(report.findings.first { $0.code.rawValue == "X11" }?.explanation == "结转下年使用")
    #expect(report.open(.error).count == 5 && report.count(.error) == 5)
    #expect(report.open(.warning).count == 2 && report.count(.warning) == 3)
  }
}
