import Foundation
import Testing
import XlsxPackage
import XlsxWrite

@testable import BudgetSheets

/// Blank forms as offices make them by hand: halves without headings of their own, years side by side, numbered rows, two
/// forms in one sheet.
@Suite struct OrdinaryFormsDraftTests {
  /// A workbook of sheets, each of rows of cells; a text that begins with `=` is a formula, one of digits a number.
  static func workbook(_ sheets: [(name: String, rows: [[String]])]) throws -> [UInt8] {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: url) }
    let writer = try WorkbookWriter(path: url.path)
    for sheet in sheets {
      let worksheet = try writer.addWorksheet(named: sheet.name)
      for (row, cells) in sheet.rows.enumerated() {
        for (column, text) in cells.enumerated() where !text.isEmpty {
          let place = CellReference(row: row + 1, column: column + 1)
          if text.hasPrefix("=") {
            try worksheet.write(formula: String(text.dropFirst()), number: 0, at: place)
          } else if let number = Double(text) {
            try worksheet.write(number: number, at: place)
          } else {
            try worksheet.write(text: text, at: place)
          }
        }
      }
    }
    try writer.close()
    return [UInt8](try Data(contentsOf: url))
  }

  static func topics(_ drafted: DraftedSet) -> [DraftQuestion.Topic] { drafted.draft.questions.map(\.topic) }

  /// What a filled-in copy says in a form, as `path of the row | column: amount`.
  static func amounts(_ rows: [[String]], _ drafted: DraftedSet, form: String = "01") throws -> [String] {
    let bytes = try workbook([("表", rows)])
    let book = try BookReader(sets: [drafted.set]).read(bytes: bytes, name: "filled.xlsx")
    let unit = drafted.set.unit
    return try #require(book.form(form)).rows.flatMap { row in
      row.cells.compactMap { path, cell in
        cell.value?.amount.map { "\(row.key) | \(path): \($0.text(in: unit, decimals: 2))" }
      }
    }
    .sorted()
  }

  private static let halves: [[String]] = [
    ["2025年山河县部门收支总表"], ["单位：万元"],
    ["收入项目", "2025年预算", "上年预算", "支出项目", "2025年预算", "上年预算"],
    ["一、财政拨款", "", "", "一、基本支出"], ["二、其他收入", "", "", "二、项目支出"],
    ["收入总计", "=B4+B5", "=C4+C5", "支出总计", "=SUM(E4:E5)", "=SUM(F4:F5)"],
  ]

  @Test func halvesWithoutHeadingsBecomePanesThatReadTheForm() throws {
    let drafted = try DraftedSet(try Self.workbook([("表", Self.halves)]))
    let form = drafted.set.forms[0]
    #expect(form.panes.map(\.name) == ["收入", "支出"])
    #expect(
      form.leaves.map(\.path.description) == [
        "收入/收入项目", "收入/预算", "收入/上年预算", "支出/支出项目", "支出/预算", "支出/上年预算",
      ])
    #expect(form.panes.map { $0.fixedRows.last?.sum.count } == [2, 2])
    #expect(Self.topics(drafted) == [.panesUnheaded(["收入", "支出"])])
    var filled = Self.halves
    filled[3] = ["一、财政拨款", "3", "1", "一、基本支出", "4", "2"]
    let read = try Self.amounts(filled, drafted)
    for line in ["一、财政拨款 | 收入/预算: 3.00", "一、财政拨款 | 收入/上年预算: 1.00", "一、基本支出 | 支出/预算: 4.00"] {
      #expect(read.contains(line), "\(read)")
    }
    // In another order nothing is taken by its place.
    filled[2].swapAt(1, 2)
    let other = try Self.workbook([("表", filled)])
    let book = try BookReader(sets: [drafted.set]).read(bytes: other, name: "filled.xlsx")
    #expect(!(book.form("01")?.rows ?? []).contains { $0.cells.values.contains { $0.value?.amount != nil } })
  }

  @Test func halvesOfEqualHeadingsAreNamedByTheirRows() throws {
    let rows = [
      ["财政拨款收支总表"], ["单位:元"], ["项目", "金额", "项目", "金额"], ["一、本年收入", "=B5", "一、本年支出", "=D5"],
      ["（一）公共预算", "", "（一）教育"], ["合计", "=B4", "合计", "=D4"],
    ]
    let drafted = try DraftedSet(try Self.workbook([("表一", rows)]))
    #expect(drafted.set.forms[0].panes.map(\.name) == ["收入", "支出"])
    #expect(!drafted.draft.questions.contains { DraftQuestion.isOfReading($0.topic) })
    var filled = rows
    filled[4] = ["（一）公共预算", "7", "（一）教育", "8"]
    let read = try Self.amounts(filled, drafted)
    #expect(read.contains("一、本年收入/（一）公共预算 | 收入/金额: 7.00"), "\(read)")
    #expect(read.contains("一、本年支出/（一）教育 | 支出/金额: 8.00"), "\(read)")
  }

  @Test func yearsSideBySideStayApart() throws {
    let rows = [
      ["2025年经费对比表"], ["", "", "", "", "单位：元"], ["项目", "2025年预算", "2024年预算", "增减额", "增减%"],
      ["合计", "=SUM(B5:B6)", "=SUM(C5:C6)", "=B4-C4", "=D4/C4"], ["接待费", "", "", "=B5-C5", "=D5/C5"],
      ["用车费", "=B7+B8", "=C7+C8", "=B6-C6", "=D6/C6"], ["购置费", "", "", "=B7-C7", "=D7/C7"],
      ["运行费", "", "", "=B8-C8", "=D8/C8"],
    ]
    let drafted = try DraftedSet(try Self.workbook([("表", rows)]))
    let form = drafted.set.forms[0]
    #expect(form.leaves.map(\.label) == ["项目", "预算", "上年预算", "增减额", "增减%"])
    #expect(form.leaves.map(\.isAmount) == [false, true, true, true, false])
    #expect(form.panes[0].fixedRows.map(\.sum.count) == [2, 0, 2, 0, 0])
    #expect(Self.topics(drafted).count { $0 == .formula("B4-C4") || $0 == .formula("D4/C4") } == 2)
    #expect(!drafted.draft.questions.contains { DraftQuestion.isOfReading($0.topic) })
    // The same form of the next year.
    var filled = rows
    filled[0] = ["2026年经费对比表"]
    filled[2] = ["项目", "2026年预算", "2025年预算", "增减额", "增减%"]
    filled[4] = ["接待费", "10", "20"]
    let read = try Self.amounts(filled, drafted)
    #expect(read.contains("接待费 | 预算: 10.00") && read.contains("接待费 | 上年预算: 20.00"), "\(read)")
  }

  @Test func aColumnOfAnotherYearIsToldAndLeftOut() throws {
    let rows = [
      ["2025年收入表"], ["单位：元"], ["项目", "2025年预算数", "2022年预算数"], ["一、拨款"], ["二、其他"],
    ]
    let drafted = try DraftedSet(try Self.workbook([("表", rows)]))
    #expect(Self.topics(drafted).contains(.yearOther("2022年预算数")))
    #expect(drafted.set.forms[0].leaves.map(\.label) == ["项目", "预算数"])
    var filled = rows
    filled[3] = ["一、拨款", "5", "6"]
    #expect(try Self.amounts(filled, drafted) == ["一、拨款 | 预算数: 5.00"])
  }

  @Test func numberedRowsArePrintedOnes() throws {
    let rows = [
      ["2025年收入预算表"], ["编制单位：", "", "", "单位：元"], ["序号", "项目", "2024年执行数", "2025年预算数"],
      ["1", "财政拨款收入"], ["2", "事业收入"], ["3", "收入合计", "=SUM(C4:C5)", "=SUM(D4:D5)"],
    ]
    let drafted = try DraftedSet(try Self.workbook([("表", rows)]))
    let form = drafted.set.forms[0]
    #expect(form.leaves.map(\.label) == ["项目", "上年执行数", "预算数"])
    #expect(form.panes[0].fixedRows.map(\.label) == ["财政拨款收入", "事业收入", "收入合计"])
    #expect(form.panes[0].fixedRows[2].sum.map(\.leaf) == ["财政拨款收入", "事业收入"])
    #expect(Self.topics(drafted).contains(.numbersLeftOut("序号")))
    var filled = rows
    filled[3] = ["1", "财政拨款收入", "30", "40"]
    let read = try Self.amounts(filled, drafted)
    #expect(read.contains("财政拨款收入 | 上年执行数: 30.00") && read.contains("财政拨款收入 | 预算数: 40.00"))
  }

  @Test func aSecondFormInASheetIsToldAndNotTaken() throws {
    let form = { (title: String) in
      [[title], ["单位：万元"], ["项目", "预算数", "备注"], ["一、甲"], ["二、乙"], ["合计", "=SUM(B4:B5)"]]
    }
    for between in [[[String]](), [[""], [""]]] {
      let rows = form("2025年收入预算表") + between + form("2025年支出预算表")
      let drafted = try DraftedSet(try Self.workbook([("表", rows)]))
      #expect(drafted.set.forms[0].panes[0].fixedRows.map(\.label) == ["一、甲", "二、乙", "合计"])
      #expect(Self.topics(drafted).contains(.severalForms))
    }
  }

  @Test func noFormulaIsLostWithoutAQuestion() throws {
    // The rows are free: nothing sums details up, and a sum of columns cannot be told from another.
    let rows = [
      ["2025年支出明细表"], ["单位：元"], ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
      ["合计", "", "=SUM(C5:C6)"], ["", "", "=D5+E5"], ["", "", "=D6+E6"], ["", "", "", "=SUM(D5:D6)", "=Sheet9!A1"],
    ]
    let topics = Self.topics(try DraftedSet(try Self.workbook([("表", rows)])))
    #expect(topics.contains(.formula("Sheet9!A1")))
    #expect(topics.contains(.formulasLeftOut(1, "SUM(D5:D6)")), "\(topics)")
  }

  @Test func whatTheDraftCannotReadOfItsSourceIsAsked() throws {
    let rows = [
      ["2024年收支表"], ["单位：元"], ["项目", "金额", "金额"], ["一、收入", "1", "2"], ["二、支出", "3", "4"],
    ]
    let drafted = try DraftedSet(try Self.workbook([("表", rows)]))
    let asked = drafted.draft.questions.filter { DraftQuestion.isOfReading($0.topic) }
    #expect(!asked.isEmpty && asked.allSatisfy { $0.form == "01" })
    #expect(drafted.draft.files["01.yaml"]?.contains("认不出这张表本身") == true)
  }

  @Test func theUnitIsNeverGuessed() throws {
    let rows = [["2025年收入预算表"], ["项目", "预算数"], ["一、拨款"], ["二、其他"]]
    let bytes = try Self.workbook([("表", rows)])
    do {
      _ = try DraftedSet(bytes)
      Issue.record("nothing says the unit")
    } catch let error as FormSetDraftError {
      guard case .unitMissing = error else { throw error }
      #expect(error.line(in: .chinese).contains("--unit") && error.line(in: .english).contains("--unit"))
    }
    let draft = try FormSetDraft(
      bytes: bytes, file: "blank.xlsx", name: "drafted", sets: try TemplateLibrary.embedded.sets(), unit: .千元)
    #expect(try draft.set().unit == .千元)
  }

  @Test func digitsThatAreAssumedAreThoseThatAreTold() {
    let topic = DraftQuestion.Topic.levelsAssumed(department: nil, unit: 8)
    #expect(topic.sentence.chinese == "部门行、单位行是推断的（单位 8 位编码）")
    #expect(topic.sentence.english == "rows are assumed: units (8 digits)")
  }

  @Test func ofManyLongFormulasOnlySoManyAreRead() throws {
    let long = (1...400).map { "$A$\($0)" }.joined(separator: "+")
    var rows = [["2025年大表"], ["单位：元"], ["项目"] + (1...40).map { "第\($0)项金额" }]
    for row in 4...123 { rows.append(["第\(row)行"] + (1...40).map { "=\(long)+ZZ\(row * 100 + $0)" }) }
    let bytes = try Self.workbook([("表", rows)])
    let drafted = try DraftedSet(bytes)
    #expect(Self.topics(drafted).contains(.tooMuch))
  }
}

extension DraftQuestion {
  /// Whether a question tells what the draft does not read of its own workbook.
  static func isOfReading(_ topic: Topic) -> Bool {
    switch topic {
    case .formNotRead, .notRead, .cellsNotRead: true
    default: false
    }
  }
}
