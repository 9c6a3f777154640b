import Foundation
import Testing
import XlsxPackage
import XlsxRead

@testable import BudgetSheets

/// The formulas by which an issued workbook judges itself; what they come to is tried with LibreOffice by
/// scripts/check-issued.
@Suite struct AuditFormulaTests {
  private static func workbook() throws -> Workbook {
    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    let department = DepartmentList.Department(
      code: "301", name: "青石县水利局",
      units: [.init(code: "301001", name: "青石县水利局本级"), .init(code: "301002", name: "青石县河道管理所")])
    let issued = try FormIssuer(set: set).bytes(of: IssueOrder(department: department, year: "2023"))
    return try Workbook(bytes: issued.bytes, name: "issued.xlsx")
  }

  private static func rows(_ sheet: String, of workbook: Workbook) throws -> [[Int: Cell]] {
    let sheet = try #require(workbook.worksheets.first { $0.name == sheet })
    return try sheet.rows.map { row in
      Dictionary(row.map { ($0.reference.column, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  @Test func everyLinearRuleHasALine() throws {
    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    var linear: [String] = []
    for (description, entry) in RuleBook(set: set).entries {
      if case .structural = entry { continue }
      linear.append(description.rule)
    }
    let rows = try Self.rows("审核", of: Self.workbook()).drop { $0[1]?.rawText != "规则" }.dropFirst()
    let lines = rows.dropLast().compactMap { $0[1]?.rawText }
    #expect(rows.last?[1]?.rawText.hasPrefix("有些规则不是金额的等式") == true)
    #expect(lines == linear)
    #expect(lines.count > 100)
  }

  /// A rule that blanks do not meet, and one whose condition they do not meet: the set is made for tests, and says so.
  @Test func verdictsOnBlanksAreStored() throws {
    let folder = try #require(Bundle.module.url(forResource: "sets", withExtension: nil, subdirectory: "Fixtures"))
    let set = try TemplateLibrary(directory: folder.path).set(named: "shapes-2023")
    let department = DepartmentList.Department(
      code: "250", name: "某某局", units: [.init(code: "250001", name: "某某局本级"), .init(code: "250002", name: "某某中心")])
    let issued = try FormIssuer(set: set).bytes(of: IssueOrder(department: department, year: "2023"))
    let rows = try Self.rows("审核", of: try Workbook(bytes: issued.bytes, name: "issued.xlsx"))
    var verdicts: [String: String] = [:]
    for row in rows { if let rule = row[1]?.rawText, let verdict = row[7]?.rawText { verdicts[rule] = verdict } }
    #expect(verdicts["X4"] == "不通过" && verdicts["X5"] == "不适用" && verdicts["X1"] == "通过")
    #expect(rows.contains { $0[1]?.rawText == "有 1 条提醒，请更正或说明。" })
    let report = Checker(set: set).check(try BookReader(sets: [set]).read(bytes: issued.bytes, name: "issued.xlsx"))
    #expect(!report.findings.contains { $0.code == .verdictDiffers || $0.code == .verdictsOutOfDate })
  }

  @Test func blankWorkbookPassesAsCheckSays() throws {
    let rows = try Self.rows("审核", of: Self.workbook())
    let verdicts = rows.drop { $0[1]?.rawText != "规则" }.dropFirst().dropLast().compactMap { $0[7]?.rawText }
    #expect(verdicts.allSatisfy { $0 == "通过" })
    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    let department = DepartmentList.Department(code: "301", name: "青石县水利局")
    let issued = try FormIssuer(set: set).bytes(of: IssueOrder(department: department, year: "2023"))
    let book = try BookReader(sets: [set]).read(bytes: issued.bytes, name: "issued.xlsx")
    let report = Checker(set: set).check(book)
    #expect(report.rules.filter { $0.ledger.failed > 0 }.map(\.rule) == [])
    // A form without a project has no total to be seen, and misses none.
    #expect(report.ledger.notChecked == 0 && report.ledger.passed > 200)
  }

  /// Functions that take `*` in a project's name for a wildcard, or two long codes for one number, have no place here.
  @Test func textsAreComparedExactly() throws {
    let workbook = try Self.workbook()
    var count = 0
    for sheet in ["审核", "审核计算", "审核编码"] {
      for row in try Self.rows(sheet, of: workbook) {
        for cell in row.values {
          guard let formula = cell.formula else { continue }
          count += 1
          for name in ["SUMIF(", "SUMIFS(", "COUNTIFS(", "VLOOKUP(", "HLOOKUP(", "XLOOKUP("] {
            #expect(!formula.contains(name), "\(sheet)!\(cell.reference)")
          }
          // What these look for is written in the formula itself.
          for found in formula.matches(of: /COUNTIF\([^,]*,([^)]*)\)/) {
            #expect(found.1.hasPrefix("\"") && found.1.hasSuffix("\""), "\(sheet)!\(cell.reference)")
          }
          for found in formula.matches(of: /MATCH\(([^,]*),/) {
            #expect(Int(found.1) != nil, "\(sheet)!\(cell.reference)")
          }
        }
      }
    }
    #expect(count > 10_000)
  }

  /// Excel's bounds of a formula: 8,192 characters, 64 levels of functions, 255 arguments.
  @Test func formulasKeepWithinBounds() throws {
    let workbook = try Self.workbook()
    for sheet in workbook.worksheets {
      for row in try sheet.rows {
        for cell in row {
          guard let formula = cell.formula else { continue }
          #expect(formula.count <= 8_192, "\(sheet.name)!\(cell.reference)")
          var depth = 0
          var deepest = 0
          var arguments: [Int] = []
          var most = 0
          var isQuoted = false
          for character in formula {
            if character == "\"" { isQuoted.toggle() }
            if isQuoted { continue }
            switch character {
            case "(":
              depth += 1
              deepest = max(deepest, depth)
              arguments.append(1)
            case ")":
              depth -= 1
              most = max(most, arguments.popLast() ?? 0)
            case ",": if !arguments.isEmpty { arguments[arguments.count - 1] += 1 }
            default: break
            }
          }
          #expect(depth == 0 && deepest <= 64 && most <= 255, "\(sheet.name)!\(cell.reference)")
        }
      }
    }
  }

  @Test func relationsAreWrittenWithTheirConditions() {
    let equal = AuditRelation(relation: .equal, exact: 6, printed: 2)
    #expect(
      equal.verdict("B5", "C5")
        == "IF(ROUND(B5-C5,6)=0,\"\",IF(OR(ROUND(B5,2)=ROUND(C5,2)),\"尾\",ROUND(B5-C5,6)))")
    let bound = AuditRelation(relation: .atMost, conditions: ["$D$9"], exact: 2, printed: 2)
    #expect(bound.verdict("B5", "C5") == "IF($D$9=1,IF(ROUND(B5-C5,2)<=0,\"\",ROUND(B5-C5,2)),\"不\")")
    let softened = AuditRelation(
      relation: .equal, conditions: ["$D$8", "$D$9"], otherwise: .atMost, exact: 6, printed: 2)
    #expect(
      softened.failure("B5", "C5")
        == "($D$8*$D$9*(ROUND(B5-C5,6)<>0)*(ROUND(B5,2)<>ROUND(C5,2))+(1-$D$8*$D$9)*(ROUND(B5-C5,6)>0))")
  }

  @Test func cellsAreAddedAsRanges() {
    func cell(_ text: String) -> CellReference { CellReference(text) ?? CellReference(row: 1, column: 1) }
    #expect(FormulaText.sum([cell("B4"), cell("C4"), cell("D4"), cell("F4")]) == "SUM(B4:D4,F4)")
    #expect(FormulaText.sum([cell("B4"), cell("B6")]) == "B4+B6")
    #expect(FormulaText.sum([]) == "0")
    #expect(FormulaText.sheet("王'家 表") == "'王''家 表'!")
  }
}
