import Testing
import XlsxPackage

@testable import BudgetSheets

/// The small parts of annotating: keys, identities, comments, lists of places.
@Suite struct AnnotationPartsTests {
  static let identities = [
    ListIdentity(
      .finding(
        12, Explanation(rule: "03:合计", form: "03", rowKey: "206/\"01\"#2", path: ["其中：财政拨款", "a/b"], text: "")),
      mark: .init(
        place: SheetAddress(sheet: "预算 03 表", cell: AnnotationSample.cell("AB7")), fill: "<fill><x a=\"1\"/></fill>")),
    ListIdentity(.finding(1, Explanation(rule: "C03", form: nil, rowKey: nil, path: nil, text: ""))),
    ListIdentity(.finding(2, Explanation(rule: "S01", form: "08", rowKey: "", path: [], text: ""))),
    ListIdentity(.change(cause: 3, 2)), ListIdentity(.remark),
  ]

  @Test(arguments: identities) func identitiesSurviveTheirText(_ identity: ListIdentity) {
    #expect(ListIdentity(text: identity.text) == identity)
    #expect(!identity.text.contains("\n"))
  }

  @Test(arguments: ["", "识别码", "{}", "[1]", "{\"rule\":1}", "{\"rule\":\"X1\"}", "{\"change\":\"1\"}", "{\"remark\""])
  func otherTextsAreNoIdentity(_ text: String) {
    #expect(ListIdentity(text: text) == nil)
  }

  @Test func commentsNameTheirLines() {
    let text = MarkComment.text(["第3条 错误 X10：第 9 行", "原因1-2 可能应为 3.00"], list: "问题清单")
    #expect(MarkComment.isOurs(text))
    #expect(MarkComment.keys(in: text) == [.finding(3), .change(cause: 1, 2)])
    #expect(MarkComment.addition(in: text) == nil)
    #expect(MarkComment.addition(in: text + "\n 已改 ") == "已改")
    // Programs end lines differently.
    #expect(MarkComment.keys(in: text.replacing("\n", with: "\r\n")).count == 2)
    #expect(!MarkComment.isOurs("审核：第3条") && !MarkComment.isOurs("【审核】请补交附件"))
    #expect(MarkComment.keys(in: "【审核】第x条").isEmpty && MarkComment.keys(in: "【审核】原因2").isEmpty)
  }

  @Test func longMessagesAreCutOffInComments() {
    let text = MarkComment.short("一\n二" + String(repeating: "长", count: 200))
    #expect(text.count == MarkComment.longestMessage + 1 && text.hasPrefix("一 二") && text.hasSuffix("…"))
  }

  @Test(arguments: [
    ("A1", "A1"), ("A1 A2 A3", "A1:A3"), ("B2 A1 B1 A2", "A1:B2"), ("A1 C1", "A1 C1"),
    ("A1 A2 B1 B2 B3", "A1:A2 B1:B3"),
    ("A1 A1", "A1"), ("", ""),
  ])
  func cellsAreTakenTogetherIntoRanges(_ cells: String, _ ranges: String) {
    let cells = cells.split(separator: " ").compactMap { CellReference($0) }
    #expect(PlaceList.ranges(cells).map(\.description).joined(separator: " ") == ranges)
  }

  @Test func explanationsBelongToRuleFormRowAndPath() {
    let finding = AnnotationSample.coloured
    let first = Explanation(of: finding, text: "甲")
    var other = first
    other.rowKey = "206/01/02"
    #expect([finding].explained(by: [other])[0].explanation == nil)
    #expect([finding].explained(by: [other, first])[0].explanation == "甲")
    #expect([finding].explained(by: [first, Explanation(of: finding, text: "乙"), first])[0].explanation == "甲\n乙")
    #expect(first.explains(finding) && !other.explains(finding))
  }

  @Test func explainedWarningsAreNoLongerOpen() {
    let findings = AnnotationSample.findings.explained(by: [Explanation(of: AnnotationSample.coloured, text: "甲")])
    let report = AnnotationSample.report(on: Book(set: "", year: "", department: ""), findings)
    #expect(report.open(.warning).map(\.code.rawValue) == ["X11"])
  }
}
