import Testing
import XlsxPackage
import XlsxRead

@testable import BudgetSheets

/// What a clerk can type into an issued workbook, and what is asked or refused.
@Suite struct IssuedInputTests {
  private static let issued = Result { try IssuedWorkbook(spareRows: 4) }

  @Test func onlyWhatIsFilledInIsOpen() throws {
    let workbook = try Self.issued.get()
    let cells = try workbook.cells("预算03表")
    func isOpen(_ cell: String) -> Bool { cells[cell]?.style?.isLocked == false }
    #expect(["A9", "B9", "C9", "E9", "H9", "M12"].allSatisfy(isOpen))
    // Rows are inserted beside the sums of a row, and so those are open too.
    #expect(["D9", "F9", "G9", "L9"].allSatisfy(isOpen))
    #expect(!["A1", "A3", "A4", "E7", "H7", "A8", "D8", "E8", "F8", "H8", "A13", "H13"].contains(where: isOpen))
    let protection = try workbook.sheet("预算03表").layout().protection
    #expect(protection?.isEnabled == true && protection?.hasPassword == false)
    #expect(protection?.allows(.insertRows) == true && protection?.allows(.formatColumns) == true)
    #expect(protection?.allows(.deleteRows) == false)
    for name in ["预算01表", "预算04表", "预算08表", "填报说明"] {
      #expect(try workbook.sheet(name).layout().protection?.allows(.insertRows) == false)
    }
    #expect(try workbook.cells("预算12表")["B3"]?.style?.isLocked == true)
  }

  @Test func aUnitThatIsNotKnownIsTyped() throws {
    let workbook = try IssuedWorkbook(.init(code: "250", name: "某局"))
    let cells = try workbook.cells("预算13表")
    #expect(cells["A8"]?.style?.isLocked == false && cells["B8"]?.style?.isLocked == false)
    #expect(cells["A8"]?.numberFormat == "000000;;;@")
    #expect(try workbook.rule("预算13表", "A8")?.formula1 == "'预算02表'!$A$9:$A$12")
    #expect(try Self.issued.get().cells("预算13表")["A8"]?.style?.isLocked == true)
    #expect(try Self.issued.get().rule("预算13表", "A8") == nil)
  }

  @Test func amountsAreNumbersOfSixDecimalsNotBelowZero() throws {
    let rule = try #require(try Self.issued.get().rule("预算03表", "J11"))
    #expect(rule.kind == .custom && rule.errorStyle == .stop && rule.showsPrompt)
    #expect(rule.formula1 == "IF(ISNUMBER(H9),AND(H9>=0,H9<9E+11,ROUND(H9,6)=H9),FALSE)")
    #expect(rule.ranges.map(\.description) == ["H9:K13"])
    let sum = try #require(try Self.issued.get().rule("预算03表", "F10"))
    #expect(sum.errorStyle == .warning && sum.formula1 == "FALSE" && sum.error?.contains("由公式计算") == true)
    // Printed sums are locked, and nothing is said of them.
    #expect(try Self.issued.get().rule("预算01表", "B36") == nil)
    #expect(try Self.issued.get().rule("预算01表", "B37")?.errorStyle == .stop)
  }

  @Test func codesShowTheirZerosAndAreOffered() throws {
    let workbook = try Self.issued.get()
    let cells = try workbook.cells("预算03表")
    #expect(["A9", "B9", "C9", "D9"].map { cells[$0]?.numberFormat } == ["000;;;@", "00;;;@", "00;;;@", "@"])
    #expect(try workbook.cells("预算13表")["A9"]?.numberFormat == "@")
    let names = try workbook.workbook.definedNames()
    let hidden = try workbook.cells("字典")
    /// What a range of the dictionaries holds.
    func texts(_ name: String) throws -> [String] {
      let text = try #require(names.first { $0.name == name }?.text)
      let range = try #require(CellRange(text.replacing("'字典'!", with: "").replacing("$", with: "")))
      return (range.first.row...range.last.row).map {
        hidden["\(CellReference(row: $0, column: range.first.column))"]?.shownText ?? ""
      }
    }
    let set = try IssuedWorkbook.set.get()
    let codes = try #require(set.lists["功能分类"]).entries.map(\.code)
    let classes = try #require(try workbook.rule("预算03表", "A9")?.formula1)
    #expect(try texts(classes) == Set(codes.map { String($0.prefix(3)) }).sorted())
    let kinds = try #require(try workbook.rule("预算03表", "B9")?.formula1)
    #expect(kinds.hasPrefix("IF(COUNTIF(") && kinds.contains("TEXT($A9,\"000\")"))
    // 款 of 206: the ranges in the formula are its keys, all codes, and the codes that belong to the keys.
    let ranges = kinds.matches(of: /字典_\d+/).map { String($0.output) }
    let pairs = zip(try texts(ranges[0]), try texts(ranges[2])).filter { $0.0 == "206" }.map(\.1)
    let expected = codes.filter { $0.hasPrefix("206") && $0.count >= 5 }.map { String($0.dropFirst(3).prefix(2)) }
    #expect(pairs == Set(expected).sorted())
    // The class of the other classification goes with the code before it.
    #expect(try workbook.rule("预算07表", "D8")?.formula1?.contains("TEXT($A8,\"000\")&TEXT($B8,\"00\")") == true)
    #expect(try workbook.rule("预算06表", "C7")?.formula1?.contains("TEXT($A7,\"00000\")") == true)
  }

  @Test func dropDownsWarnAndNeverForbid() throws {
    for sheet in try Self.issued.get().workbook.worksheets {
      for rule in try sheet.layout().validations {
        let mayRefuse = rule.kind == .custom || rule.kind == .anyValue
        #expect(mayRefuse || rule.errorStyle != .stop, "\(sheet.name) \(rule.ranges)")
        #expect((rule.formula1 ?? "").utf16.count <= 255)
      }
    }
  }

  @Test func textsOfOtherFormsAreOffered() throws {
    let workbook = try Self.issued.get()
    #expect(try workbook.rule("预算11表", "C8")?.formula1 == "'预算02表'!$B$8:$B$13")
    #expect(try workbook.rule("预算13表", "B9")?.formula1 == "'预算11表'!$B$8:$B$11")
    #expect(try workbook.rule("预算11表", "A8")?.listItems == ["人员类项目", "其他运转类", "特定目标类"])
  }

  @Test func labelledAmountsMayBeBelowZeroWhereTheFormSaysSo() throws {
    for (text, allows) in [("", false), (", negative: true", true)] {
      let blocks = try BlockReader.read(
        DefinitionNode.parse("[{amounts: 预算情况, rows: [甲, 乙]\(text)}]", file: "x.yaml"), lists: [])
      var set = try IssuedWorkbook.set.get()
      let index = try #require(set.forms.firstIndex { $0.form == "12" })
      set.forms[index].blocks += blocks
      let issued = try IssuedWorkbook(IssueOrder(department: IssuedWorkbook.single, year: "2024"), set: set)
      let label = try #require(issued.cells("预算12表").values.first { $0.rawText == "甲" }?.reference)
      let formula = try issued.rule("预算12表", "D\(label.row)")?.formula1
      #expect(formula?.contains("ABS(D\(label.row))") == allows, "\(formula ?? "")")
    }
  }
}
