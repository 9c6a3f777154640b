import Testing
import XlsxPackage
import XlsxRead

@testable import BudgetSheets

/// A row below a class (类, 款) that is not its own: told at its cell, and counted where it belongs.
@Suite struct LevelStrayTests {
  private func book(_ rows: [[String?]]) throws -> (book: Book, set: FormSet) {
    let set = try LevelSample.set(LevelSample.oneColumn)
    return (try LevelSample.book(set, LevelSample.oneHeading, rows), set)
  }

  private func strays(_ book: Book) -> [String] {
    book.findings.filter { $0.code == .rowOfOtherClass }.map { "\($0.line(in: .chinese))" }
  }

  private func failures(_ report: CheckReport) -> [String] {
    report.findings.filter { $0.judgement != nil }
      .map { "\($0.cell.map { "\($0)" } ?? "") \($0.arguments["expected"] ?? "")" }
  }

  /// The row of the 款 20702 is missing: its detail counts in the class, not in the 款 above.
  @Test func aMissingSubtotalIsToldAndNoAmountIsDoubted() throws {
    let (book, set) = try book([
      ["207", "文化支出", "100"], ["20701", "文化", "10"], ["2070101", "行政运行", "10"], ["2070204", "文物保护", "90"],
      ["合计", nil, "100"],
    ])
    let finding = try #require(book.findings.first { $0.code == .rowOfOtherClass })
    #expect(strays(book).count == 1 && finding.cell == CellReference("A8") && finding.level == .warning)
    #expect(
      finding.message(in: .chinese).hasPrefix("2070204 不属于上面的款 20701，没有计入其中。请补上 20702 的小计行，"),
      "\(finding.message(in: .chinese))")
    #expect(finding.message(in: .english).contains("Add the subtotal of 20702"))
    let report = Checker(set: set).check(book)
    #expect(failures(report).isEmpty && report.causes.isEmpty)
  }

  /// A detail of another class does not pass: its amount is none of the class above it.
  @Test func aDetailOfAnotherClassDoesNotCountThere() throws {
    let wrong = try book([
      ["207", "文化支出", "15"], ["20701", "文化", "15"], ["2070101", "行政运行", "10"], ["2101101", "行政单位医疗", "5"],
      ["合计", nil, "15"],
    ])
    // The highest class that it is not of says most: 210 is missing, not only 21011.
    #expect(strays(wrong.book).count == 1 && strays(wrong.book).first?.contains("不属于上面的类 207") == true)
    #expect(strays(wrong.book).first?.contains("补上 210 的小计行") == true)
    // The total is still the sum of everything that stands there.
    #expect(Set(failures(Checker(set: wrong.set).check(wrong.book))) == ["C6 10.00", "C9 20.00"])
    let right = try book([
      ["207", "文化支出", "10"], ["20701", "文化", "10"], ["2070101", "行政运行", "10"], ["2101101", "行政单位医疗", "5"],
      ["合计", nil, "15"],
    ])
    #expect(strays(right.book).count == 1 && failures(Checker(set: right.set).check(right.book)).isEmpty)
  }

  @Test func aSubclassOfAnotherClassCountsOneLevelUp() throws {
    let (book, set) = try book([
      ["301001", "本级", "15"], ["207", "文化支出", "10"], ["20701", "文化", "10"], ["2070101", "行政运行", "10"],
      ["20502", "普通教育", "5"], ["2050202", "小学教育", "5"], ["合计", nil, "15"],
    ])
    // The detail is of the 款 above it, and is not told again.
    #expect(strays(book).count == 1 && strays(book).first?.contains("20502 不属于上面的类 207") == true)
    #expect(failures(Checker(set: set).check(book)).isEmpty)
  }

  @Test func inThreeColumnsEachPartHasToAgree() throws {
    let set = try LevelSample.set(LevelSample.threeColumns)
    let book = try LevelSample.book(
      set, LevelSample.threeHeadings,
      [
        [nil, nil, nil, "合计", "40"], ["205", nil, nil, "教育支出", "30"], ["205", "02", nil, "普通教育", "10"],
        ["205", "02", "02", "小学教育", "10"], ["205", "3", "1", "中等职业教育", "20"], ["207", "01", "01", "行政运行", "10"],
      ])
    #expect(
      strays(book).map { $0.split(separator: "，")[0].split(separator: "：").last.map(String.init) } == [
        "2050301 不属于上面的款 20502", "2070101 不属于上面的类 205",
      ], "\(strays(book))")
    #expect(strays(book).first?.contains("补上 20503 的小计行") == true)
    #expect(failures(Checker(set: set).check(book)).isEmpty)
  }

  /// Codes that nobody can read stay where they stand, and are told as what they are.
  @Test func aCodeThatIsNoneIsNotHeldAgainstAClass() throws {
    let (book, _) = try book([
      ["207", "文化支出", "12"], ["2070101", "行政运行", "10"], ["甲乙丙", "别的", "1"], [nil, "另外", "1"], ["合计", nil, "12"],
    ])
    #expect(strays(book).isEmpty && book.findings.contains { $0.code == .codeBlank })
  }

  /// The row of the 款 20702 has lost its code: neither it nor the detail below it is to be emptied.
  @Test func noAmountOfARowThatCannotBePlacedIsProposedToBeBlank() throws {
    let (book, set) = try book([
      ["207", "文化支出", "100"], ["20701", "文化", "10"], ["2070101", "行政运行", "10"], [nil, "文物", "90"],
      ["2070204", "文物保护", "90"], ["合计", nil, "100"],
    ])
    let report = Checker(set: set).check(book)
    #expect(Set(report.findings.map(\.code)).isSuperset(of: [.codeBlank, .rowOfOtherClass]))
    #expect(!failures(report).isEmpty)
    #expect(report.causes.flatMap { $0.changes + $0.derived }.isEmpty, "\(report.causes)")
  }

  /// What is written adds up what belongs together.
  @Test func writtenSumsLeaveItOut() throws {
    let (book, set) = try book([
      ["207", "文化支出", "10"], ["20701", "文化", "10"], ["2070101", "行政运行", "10"], ["2101101", "行政单位医疗", "5"],
      ["合计", nil, "15"],
    ])
    let written = try BookWriter(set: set).bytes(of: book).bytes
    let sheet = try #require(try Workbook(bytes: written, name: "levels.xlsx").worksheets.first { $0.name == "级次01表" })
    var formulas: [String: String] = [:]
    for row in try sheet.rows { for cell in row { formulas["\(cell.reference)"] = cell.formula } }
    #expect(formulas["C9"] == "C5+C8" && formulas["C5"] == "C6" && formulas["C6"] == "C7")
    let again = try BookReader(sets: [set]).read(bytes: written, name: "levels.xlsx")
    #expect(again.findings.map(\.code) == book.findings.map(\.code))
  }

  /// The sheet 审核 goes by the place of rows alone: in such a form its verdicts on the sums of levels are not held against it.
  @Test func storedVerdictsOfTheSumsAreNotCompared() throws {
    let rows: [[String?]] = [
      ["207", "文化支出", "100"], ["20701", "文化", "10"], ["2070101", "行政运行", "10"], ["2070204", "文物保护", "90"],
      ["合计", nil, "100"],
    ]
    var (book, set) = try book(rows)
    let rule = "01:Σ款"
    #expect(Checker(set: set).rules.contains { $0.rule == rule })
    book.verdicts = [
      StoredVerdict(
        rule: rule, text: "不通过", sheet: "审核", cell: try #require(CellReference("G7")), isFormula: true)
    ]
    func differs(_ book: Book) -> Bool {
      Checker(set: set).check(book).findings.contains { $0.code == .verdictDiffers }
    }
    #expect(!differs(book))
    var whole = try self.book(Array(rows[..<3]) + [["20702", "文物", "90"]] + Array(rows[3...])).book
    whole.verdicts = book.verdicts
    #expect(differs(whole))
  }
}
