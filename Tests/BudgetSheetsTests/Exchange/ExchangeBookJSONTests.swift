import BudgetSheets
import Foundation
import Testing
import XlsxPackage

/// Books as JSON, and back.
@Suite struct ExchangeBookJSONTests {
  /// A book with something of everything that a book can hold.
  static func fullBook() throws -> Book {
    var book = try ExchangePublishedBook.book()
    let index = try #require(book.forms.firstIndex { $0.form == "03" })
    let subtotal = try #require(LabelPath(text: "基本支出/小计"))
    let name = LabelPath(["单位（科目名称）"])
    book.forms[index].unit = .元
    book.forms[index].rows[2].isHidden = true
    book.forms[index].rows[2].cells[subtotal] = FormCell(
      reference: CellReference("G9"), value: .amount(Amount(fen: 199_910_000)), raw: "1999100.0", formula: "SUM(H9:K9)")
    book.forms[index].rows[2].cells[name] = FormCell(
      reference: CellReference("E9"), value: .text("行\u{2028}政\u{1}\"运\\行\"\n😀"), raw: " ")
    book.forms[index].rows[3].cells[subtotal] = FormCell(value: .amount(Amount(fen: -1)))
    book.forms[index].rows[4].cells[subtotal] = FormCell(reference: CellReference("G11"), value: nil, raw: "约3万")
    book.forms[index].notes = [FormNote(reference: CellReference("A30"), text: "注：甲"), FormNote(text: "乙")]
    book.outside = [
      OutsideCell(sheet: "封面", reference: CellReference(row: 4, column: 3), text: "局", isNumber: false),
      OutsideCell(
        sheet: "草稿", reference: CellReference(row: 1, column: 28), text: "0.1", isNumber: true, formula: "1/10"),
    ]
    book.findings = [
      Finding(
        .amountUnreadable, form: "03", sheet: "预算03表", cell: CellReference("G11"), path: subtotal, ["text": "约3万"]),
      Finding(.noFormInWorkbook),
    ]
    let indicators = try #require(book.forms.firstIndex { $0.form == "12" })
    book.forms[indicators].fields[LabelPath(["年度主要任务", "任务名称#3"])] = FormCell(value: .text("三"))
    return book
  }

  @Test func nothingIsLostOnTheWay() throws {
    let book = try Self.fullBook()
    let set = try ExchangePublishedBook.set()
    for pretty in [false, true] {
      let text = book.json(in: set, pretty: pretty)
      #expect(try Book(json: text) == book)
      #expect(try Book(json: Data(("\u{FEFF}" + text).utf8), in: set) == book)
      #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any])
    }
    #expect(book.ndjson(in: set).filter { $0.isNewline && $0 != "\u{2028}" } == "\n")
  }

  @Test func theSameBookGivesTheSameText() throws {
    let set = try ExchangePublishedBook.set()
    let text = try Self.fullBook().json(in: set)
    for _ in 0..<5 { #expect(try Self.fullBook().json(in: set) == text) }
  }

  @Test func cellsStandInTheOrderOfTheForm() throws {
    let set = try ExchangePublishedBook.set()
    let text = try Self.fullBook().json(in: set, pretty: true)
    let row = """
              {
                "kind": "detail",
                "key": "206/01/01",
                "hidden": true,
                "cells": {
                  "科目编码/类": {"value": "206"},
                  "科目编码/款": {"value": "01"},
                  "科目编码/项": {"value": "01"},
                  "单位（科目名称）": {"at": "E9", "value": "行\u{2028}政\\u0001\\"运\\\\行\\"\\n😀", "raw": " "},
                  "合计": {"value": "199.91"},
                  "基本支出/小计": {"at": "G9", "value": "199.91", "raw": "1999100.0", "formula": "SUM(H9:K9)"},
                  "基本支出/人员经费/工资福利支出": {"value": "182.26"},
                  "基本支出/公用经费/商品和服务支出": {"value": "17.65"}
                }
              },
      """
    #expect(text.contains(row))
    #expect(text.contains(#""基本支出/小计": {"value": "-0.000001"}"#))
    #expect(text.contains(#""departmentCode": "250","#))
    #expect(text.contains(#"{"code": "250001", "name": "洛阳市老城区科技和工业信息化局"}"#))
  }

  @Test func keysAreDerivedWhereTheyAreLeftOut() throws {
    let book = try ExchangePublishedBook.book()
    func keys(_ form: String) throws -> [String] { try #require(book.form(form)).rows.map(\.key) }
    #expect(try keys("02") == ["合计", "250", "250001"])
    #expect(try keys("03").prefix(3) == ["合计", "250", "206/01/01"])
    #expect(try keys("06")[1...6] == ["30112", "30101", "30107", "30102", "30102#2", "30199"])
    #expect(try keys("07")[...2] == ["合计", "250", "301/12/501/02"])
    #expect(try keys("11")[...2] == ["", "250", "科技研发计划管理费"])
    #expect(try keys("13")[...2] == ["", "250001", "41030222000000053601"])
    #expect(try keys("12")[...1] == ["年度履职目标相关性", "工作任务科学性"])
    #expect(try keys("04").contains("二、上年结转/（二）政府性基金预算拨款"))
  }

  @Test func fixedRowsAreFoundByTheirLabels() throws {
    let book = try Book(
      json: """
        {"format": "budgetsheets.book", "version": 1, "set": "luoyang-2023", "year": "2023", "department": "局", "forms": [
          {"form": "01", "rows": [
            {"kind": "fixed", "cells": {"收入/项目": {"value": "其中:财政拨款"}, "收入 / 金额": {"value": "1"}}},
            {"kind": "fixed", "pane": "支出", "key": "六、 科学技术", "cells": {}},
            {"kind": "fixed", "cells": {"支出/项目": {"value": "七、文化体育与传媒"}}}]},
          {"form": "12", "fields": {"年度主要任务/任务名称 #2": {"value": "二"}, "部门(单位)名称": {"value": "局"}}},
          {"form": "13", "rows": [{"kind": "detail", "cells": {"项目金额/资金总额": {"value": "0.5"}}}]}]}
        """)
    #expect(book.form("01")?.rows.map(\.key) == ["一、一般公共预算/其中：财政拨款", "六、科学技术", "七、文化旅游体育与传媒"])
    #expect(book.form("01")?.rows.map(\.pane) == ["收入", "支出", "支出"])
    #expect(book.form("01")?.rows[0].amount(LabelPath(["收入", "金额"])) == Amount(fen: 1_000_000))
    #expect(
      book.form("12")?.fields.keys.map(\.description).sorted() == ["年度主要任务/任务名称#2", "部门（单位）名称"])
    #expect(book.form("13")?.rows[0].amount(LabelPath(["项目金额（万元）", "资金总额"])) == Amount(fen: 500_000))
  }
}
