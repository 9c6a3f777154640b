import Foundation
import Testing
import XlsxPackage

@testable import BudgetSheets

/// What reading workbooks of drafted and other small sets rests on: which form a sheet is, and which rows are empty.
@Suite struct DraftedReadingTests {
  private func set(_ forms: [String], name: String = "county") throws -> FormSet {
    var files: [String: String] = [
      "set.yaml": """
      set: \(name)
      version: "1"
      years: ["2024"]
      title: 表
      unit: 元
      labels: {department: [部门], unit: [单位], total: [合计], notes: [注]}
      forms: [\(forms.indices.map { "\"0\($0 + 1)\"" }.joined(separator: ", "))]
      """
    ]
    for (index, form) in forms.enumerated() {
      files["0\(index + 1).yaml"] = "form: \"0\(index + 1)\"\ntitle: 第\(index + 1)种支出试验表\n" + form
    }
    return try FormSetReader(name: name, text: { files[$0] }).read()
  }

  private func columns(_ amounts: [String]) -> String {
    let columns = ["{label: 编码, type: code}"] + amounts.map { "{label: \($0), type: amount}" }
    return "columns: [\(columns.joined(separator: ", "))]\nrows: [{level: 明细, key: 编码}]"
  }

  private let rows = [["单位：元"], ["编码", "甲数", "乙数", "丙数"], ["2050202", "1", "2", "3"]]

  @Test func theFormWithMoreOfTheColumnsIsTheOne() throws {
    let bytes = try OrdinaryFormsDraftTests.workbook([("某表", rows)])
    let set = try set([columns(["甲数"]), columns(["甲数", "乙数", "丙数"])])
    let book = try BookReader(sets: [set]).read(bytes: bytes, name: "a.xlsx")
    #expect(book.forms.map(\.form) == ["02"] && !book.findings.contains { $0.code == .formAmbiguous })
  }

  @Test func formsOfWhichNeitherIncludesTheOtherStayAmbiguous() throws {
    let bytes = try OrdinaryFormsDraftTests.workbook([("某表", rows)])
    for forms in [[["甲数", "乙数"], ["乙数", "丙数"]], [["甲数", "乙数"], ["乙数", "甲数"]]] {
      let set = try set(forms.map(columns))
      let book = try BookReader(sets: [set]).read(bytes: bytes, name: "a.xlsx")
      #expect(book.forms.isEmpty && book.findings.contains { $0.code == .formAmbiguous })
    }
  }

  @Test func rowsOfNothingButFormulasOfZeroArePassedOver() throws {
    let set = try set([columns(["甲数", "乙数", "丙数"])])
    var filled = [["单位：元"], ["编码", "甲数", "乙数", "丙数"], ["2050202", "1", "2", "3"]]
    filled += [["", "=C4+D4"], ["", "=C5+D5"], ["", "", "0"]]
    let bytes = try OrdinaryFormsDraftTests.workbook([("某表", filled)])
    let book = try BookReader(sets: [set]).read(bytes: bytes, name: "a.xlsx")
    let told = book.findings.filter { $0.code == .rowUnclassified }.compactMap(\.cell?.row)
    // A zero that somebody typed is told as before.
    #expect(told == [6])
    #expect(book.form("01")?.rows.map(\.kind) == [.detail, .unclassified])
    #expect(!book.outside.contains { $0.formula != nil })
  }
}
