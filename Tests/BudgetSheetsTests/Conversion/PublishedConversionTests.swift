import BudgetSheets
import Foundation
import Testing
import XlsxPackage

/// The published budget of 2021 in the forms of 2023, against the truth of each of its cells.
@Suite struct PublishedConversionTests {
  @Test func everyCellStandsWhereItBelongs() throws {
    let book = try PublishedConversion.conversion().book
    #expect(book.set == "luoyang-2023" && book.year == "2021" && book.department == "工信科技金融办")
    let (compared, faults) = try PublishedConversion.faults(in: book)
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(5).joined(separator: "\n"))")
    // 5 incomes, 29 spendings in 5 columns, 6 of 三公, 6 fields, 20 texts of tasks, 27 indicators in 4 columns, 14 rows
    // of projects in 10 columns.
    #expect(compared == 5 + 29 * 5 + 6 + 6 + 20 + 27 * 4 + 14 * 10)
  }

  @Test func indicatorsJoinKindValueAndUnit() throws {
    let rows = try #require(try PublishedConversion.conversion().book.form("12")).rows
    #expect(rows.count == 27)
    var cells: [Int: [String: String]] = [:]
    for cell in try PublishedConversion.cells() where cell.form == 10 {
      if let row = cell.row, let column = cell.column { cells[row, default: [:]][column] = cell.stated }
    }
    for (index, row) in rows.enumerated() {
      let kind = cells[index]?["指标值类型"].flatMap { $0 == "定性" ? nil : $0 } ?? ""
      let expected = kind + (cells[index]?["指标值"] ?? "") + (cells[index]?["度量单位"] ?? "")
      #expect(row.text(["指标值"]) == expected)
    }
    #expect(rows[4].text(["指标值"]) == "≥90%" && rows[0].text(["指标值"]) == "相关")
  }

  @Test func totalsThat2021DidNotHaveAreWorkedOut() throws {
    let book = try PublishedConversion.conversion().book
    let balance = try #require(book.form("04"))
    let income = try #require(balance.rows.first { $0.key == "一、本年收入" })
    #expect(income.amount(["收入", "金额"]) == Amount(decimal: "904.34", unit: .万元))
    // What it is made of was not told in 2021.
    let carryOver = try #require(balance.rows.first { $0.key == "二、上年结转" })
    #expect(carryOver.amount(["收入", "金额"]) == nil)
    let spending = try #require(balance.rows.first { $0.key == "一、本年支出" })
    #expect(spending.amount(["支出", "合计"]) == Amount(decimal: "904.34", unit: .万元))
    let total = try #require(book.form("13")?.rows.first)
    #expect(total.kind == .total && total.key.isEmpty)
    #expect(total.amount(["项目金额（万元）", "资金总额"]) == Amount(decimal: "872.04", unit: .万元))
    #expect(total.amount(["项目金额（万元）", "单位资金"]) == nil)
  }

  @Test func rowsKeepTheirKindsAndRepeatedCodes() throws {
    let rows = try #require(try PublishedConversion.conversion().book.form("13")).rows
    #expect(
      rows.map(\.kind) == [.total, .unit, .detail, .continuation, .detail, .continuation]
        + Array(repeating: .detail, count: 9))
    let codes = ["2150502", "2011308", "2060499", "2060499#2", "2060499#3"] + (2...7).map { "2150502#\($0)" }
    #expect(rows.filter { $0.kind == .detail }.map(\.key) == codes)
  }

  @Test func whatFindsNoPlaceIsListed() throws {
    let conversion = try PublishedConversion.conversion()
    var kinds: [String: Int] = [:]
    for item in conversion.left {
      kinds["\(item.form) \(item.path.map { "\($0)" } ?? "") \(item.reasonName)", default: 0] += 1
    }
    let cells = try PublishedConversion.cells()
    let words = cells.count { $0.column == "指标值类型" && $0.value == "定性" }
    let funds = cells.count { $0.column == "项目金额(万元)/其他资金" && $0.value != nil }
    #expect(
      kinds == [
        "10 指标值类型 notCarried": words, "10 预算情况/资金来源/(2) 其他资金 notCarried": 1,
        "11 项目金额(万元)/其他资金 notCarried": funds,
      ])
    #expect(words == 10 && funds == 12)
    // Each is found in the older workbook.
    #expect(conversion.left.allSatisfy { $0.cell != nil && $0.sheet != nil })
    #expect(
      conversion.left.filter { $0.form != "10" || $0.path != ["指标值类型"] }.allSatisfy { $0.value == .amount(.zero) })
    #expect(conversion.disagreements.isEmpty)
  }

  @Test func theSumsOfAllFormsAreKept() throws {
    let sums = try PublishedConversion.conversion().sums
    func amount(_ text: String) throws -> Amount { try #require(Amount(decimal: text, unit: .万元)) }
    let expected = [
      ConversionSum(
        form: "04", predecessor: "04", pane: "收入", before: try amount("904.34"), after: try amount("904.34")),
      ConversionSum(
        form: "04", predecessor: "04", pane: "支出", before: try amount("904.34"), after: try amount("904.34")),
      ConversionSum(form: "08", predecessor: "07", before: try amount("2.10"), after: try amount("2.10")),
      // By source (904.34 + 0.00); by kind of spending it is the same money (32.30 + 872.04).
      ConversionSum(form: "12", predecessor: "10", before: try amount("904.34"), after: try amount("904.34")),
      ConversionSum(form: "13", predecessor: "11", before: try amount("872.04"), after: try amount("872.04")),
    ]
    #expect(sums == expected)
  }

  /// 小计 of 表四 is blank, one of its sources goes over by itself, and the other one nowhere.
  @Test func anAmountBelowABlankSubtotalIsNotCalledKept() throws {
    var book = try PublishedConversion.book()
    let form = try #require(book.forms.firstIndex { $0.form == "04" })
    func row(_ key: String) throws -> Int {
      try #require(book.forms[form].rows.firstIndex { $0.pane == "收入" && $0.key == "一般公共预算/" + key })
    }
    func amount(_ text: String) throws -> Amount { try #require(Amount(decimal: text, unit: .万元)) }
    let path: LabelPath = ["收入", "金额"]
    book.forms[form].rows[try row("小计")].cells[path] = nil
    book.forms[form].rows[try row("财政拨款")].cells[path] = FormCell(value: .amount(try amount("804.34")))
    book.forms[form].rows[try row("行政事业性收费")].cells[path] = FormCell(value: .amount(try amount("100")))
    let conversion = try PublishedConversion.converter().convert(book)
    let lost = conversion.left.filter(\.isLoss)
    let (hundred, before, after) = (try amount("100"), try amount("904.34"), try amount("804.34"))
    #expect(lost.map(\.value) == [.amount(hundred)] && lost.map(\.reasonName) == ["notCounted"])
    let sum = try #require(conversion.sums.first { $0.form == "04" && $0.pane == "收入" })
    #expect(sum.before == before && sum.after == after)
    // The subtotal is not known, which is not the same as nothing.
    let whole: LabelPath = ["一、本年收入", "（一）一般公共预算拨款"]
    #expect(!conversion.coverage.covers(row: whole, pane: "收入", in: "04"))
    #expect(conversion.coverage.covers(row: whole.appending("其中：财政拨款"), pane: "收入", in: "04"))
  }

  /// 小计 is blank all over, and what it adds up is not: the year before is not known, rather than nothing.
  @Test func aBlankColumnOfSubtotalsIsNotKnown() throws {
    var book = try PublishedConversion.book()
    let form = try #require(book.forms.firstIndex { $0.form == "04" })
    let path: LabelPath = ["支出", "本年支出小计", "一般公共预算", "小计"]
    for index in book.forms[form].rows.indices where book.forms[form].rows[index].pane == "支出" {
      book.forms[form].rows[index].cells[path] = nil
    }
    let conversion = try PublishedConversion.converter().convert(book)
    #expect(!conversion.coverage.covers(column: ["支出", "一般公共预算", "小计"], in: "04"))
    #expect(conversion.coverage.covers(column: ["支出", "一般公共预算", "其中：财政拨款"], in: "04"))
    // It stays blank, and nothing is worked out from it.
    let rows = try #require(conversion.book.form("04")).rows
    #expect(rows.allSatisfy { $0.amount(["支出", "一般公共预算", "小计"]) == nil })
  }

  @Test func newAndAbsentFormsAreThereAndBlank() throws {
    let conversion = try PublishedConversion.conversion()
    let set = try PublishedConversion.set("luoyang-2023")
    #expect(conversion.newForms == ["06", "11"])
    #expect(
      conversion.absentForms == [
        "01": "01", "02": "02", "03": "03", "05": "05", "07": "06", "09": "08", "10": "09",
      ])
    #expect(conversion.book.forms.map(\.form) == set.forms.map(\.form))
    for form in conversion.book.forms where conversion.coverage.forms[form.form] == nil {
      #expect(form.rows.allSatisfy { row in row.cells.values.allSatisfy { $0.value?.amount == nil } })
      #expect(form.notes.isEmpty)
    }
  }

  @Test func whatHasAPredecessorIsToldFromWhatIsBlank() throws {
    let coverage = try PublishedConversion.conversion().coverage
    #expect(coverage.forms.mapValues(\.predecessor) == ["04": "04", "08": "07", "12": "10", "13": "11"])
    // Blank in 2021, and so nothing.
    #expect(coverage.covers(row: ["一、本年支出", "（二）外交支出"], pane: "支出", in: "04"))
    // 2021 has no such row, column or labelled amount.
    #expect(!coverage.covers(row: ["一、本年支出", "（二十四）灾害防治及应急管理"], pane: "支出", in: "04"))
    #expect(!coverage.covers(row: ["二、年终结转结余"], pane: "支出", in: "04"))
    #expect(!coverage.covers(column: ["项目金额（万元）", "单位资金"], in: "13"))
    #expect(!coverage.covers(field: ["预算情况", "资金来源", "（2）财政专户管理资金"], in: "12"))
    // Worked out from what is known.
    #expect(coverage.covers(row: ["一、本年收入"], pane: "收入", in: "04"))
    #expect(!coverage.covers(row: ["二、上年结转"], pane: "收入", in: "04"))
    #expect(coverage.covers(column: ["项目金额（万元）", "资金总额"], in: "13"))
    #expect(!coverage.covers(form: "01") && !coverage.covers(column: ["合计"], in: "03"))
  }

  @Test func theWrittenWorkbookSaysAllOfIt() throws {
    let conversion = try PublishedConversion.conversion()
    let set = try PublishedConversion.set("luoyang-2023")
    let written = try BookWriter(set: set).bytes(of: conversion.book)
    let read = try BookReader(sets: [set, PublishedConversion.set("luoyang-2021")]).read(
      bytes: written.bytes, name: "new.xlsx")
    #expect(read.set == "luoyang-2023" && read.outside.isEmpty)
    let (compared, faults) = try PublishedConversion.faults(in: read, withBlanks: false)
    #expect(compared > 200 && faults.isEmpty, "\(faults.prefix(5).joined(separator: "\n"))")
    let comparison = BookComparison(conversion.book, read, set: set)
    #expect(comparison.isLossless, "\(comparison.differences.filter(\.isLoss).map { $0.line(in: .english) })")
  }

  @Test func noBlankFormSaysThatThereIsNothing() throws {
    let set = try PublishedConversion.set("luoyang-2023")
    let written = try BookWriter(set: set).bytes(of: try PublishedConversion.conversion().book)
    let read = try BookReader(sets: [set]).read(bytes: written.bytes, name: "new.xlsx")
    for number in ["08", "09", "10"] {
      #expect(!(read.form(number)?.notes ?? []).contains { $0.text.contains("故此表无数据") })
    }
  }

  @Test func theDriftedWorkbookComesToTheSameAmounts() throws {
    let plain = try PublishedConversion.conversion()
    let drifted = try PublishedConversion.conversion("gongxin-2021-drift-1")
    #expect(drifted.sums == plain.sums)
    for cell in try PublishedConversion.cells() where cell.amount == true {
      guard let found = PublishedConversion.found(cell, in: drifted.book) else { continue }
      #expect(found?.value?.amount == cell.value.flatMap { Amount(decimal: $0, unit: .万元) })
    }
  }

  @Test func aBookOfTheSetItselfStaysAsItIs() throws {
    let set = try PublishedConversion.set("luoyang-2021")
    let book = try PublishedConversion.book()
    let conversion = try BookConverter(from: set, to: set).convert(book)
    #expect(conversion.book == book)
    #expect(conversion.left.isEmpty && conversion.sums.allSatisfy { $0.difference == .zero })
    #expect(conversion.coverage.covers(column: ["收入", "金额"], in: "04"))
    #expect(conversion.coverage.covers(field: ["预算情况", "资金来源", "(2) 其他资金"], in: "10"))
    #expect(!conversion.coverage.covers(form: "01"))
  }
}
