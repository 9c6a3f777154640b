import BudgetSheets
import Testing
import XlsxPackage

/// Small workbooks, each of which shows one thing that submitted workbooks do.
@Suite struct OddWorkbookTests {
  /// A form 08 with one row of amounts, in which some cells are replaced or added.
  private static func read(_ changes: [String: String], rows extra: String = "") throws -> Book {
    var cells = [
      "A1": "2023年一般公共预算“三公”经费预算表", "F2": "预算08表", "A3": "部门名称：示例县财政局", "F3": "单位：万元",
      "A4": "“三公”经费合计", "B4": "因公出国（境）费", "C4": "公务用车购置及运行费", "F4": "公务接待费", "C5": "小计",
      "D5": "公务用车购置费", "E5": "公务用车运行费", "A6": "=3", "B6": "=1", "F6": "=2",
    ]
    for (place, text) in changes { cells[place] = text.isEmpty ? nil : text }
    var byRow: [Int: [(CellReference, String)]] = [:]
    for (place, text) in cells {
      let reference = try #require(CellReference(place))
      byRow[reference.row, default: []].append((reference, text))
    }
    var xml = ""
    for row in byRow.keys.sorted() {
      let line = (byRow[row] ?? []).sorted { $0.0 < $1.0 }.map { reference, text in
        text.hasPrefix("=")
          ? "<c r='\(reference)'><v>\(text.dropFirst())</v></c>"
          : "<c r='\(reference)' t='inlineStr'><is><t>\(text)</t></is></c>"
      }
      xml += "<row r='\(row)'>\(line.joined())</row>"
    }
    let bytes = PlainPackage.workbook([
      (
        name: "表", xml: "<sheetData>\(xml)\(extra)</sheetData><mergeCells><mergeCell ref='C4:E4'/></mergeCells>"
      )
    ])
    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    return try BookReader(sets: [set]).read(bytes: bytes, name: "odd.xlsx")
  }

  private static func total(_ book: Book) -> String? {
    book.form("08")?.rows.first?.amount(["“三公”经费合计"])?.text(in: .万元, decimals: 2)
  }

  @Test func thePlainOneIsReadWhole() throws {
    let book = try Self.read([:])
    #expect(Self.total(book) == "3.00")
    #expect(book.department == "示例县财政局" && book.year == "2023")
    #expect(book.outside.isEmpty)
    #expect(book.findings.allSatisfy { $0.code == .formMissing })
  }

  @Test(arguments: ["单位：元", "（单位：元）", "元", "单位：人民币元", "金额单位:元", "单位 元"])
  func aUnitIsFoundHoweverItIsWritten(_ text: String) throws {
    #expect(Self.total(try Self.read(["F3": text, "A6": "=30000"])) == "3.00")
  }

  @Test func theNameOfAPlaceIsNoUnit() throws {
    let book = try Self.read(["A3": "填报单位：元氏县财政局"])
    #expect(Self.total(book) == "3.00")
    #expect(book.department == "元氏县财政局")
  }

  @Test(arguments: ["单位：十万元", "单位：万美元", "单位：元/万元"])
  func withoutAClearUnitNoAmountIsRead(_ text: String) throws {
    let book = try Self.read(["F3": text])
    #expect(Self.total(book) == nil)
    #expect(book.findings.contains { $0.code == .unitUnclear })
    #expect(book.findings.filter { $0.code == .amountWithoutUnit }.count == 3)
  }

  @Test func whatStandsBesideTheUnitIsNotDropped() throws {
    let book = try Self.read(["A3": "部门名称：示例县财政局 单位：万元 编制日期：1月5日", "F3": "（初稿） 单位：万元"])
    #expect(Self.total(book) == "3.00")
    #expect(book.department == "示例县财政局")
    #expect(Set(book.outside.map { "\($0.reference)" }) == ["A3", "F3"])
  }

  @Test func aRowThatNumbersTheColumnsIsNoData() throws {
    let book = try Self.read(
      ["A6": "=1", "B6": "=2", "C6": "=3", "D6": "=4", "E6": "=5", "F6": "=6", "A7": "=3", "F7": "=3"])
    #expect(book.form("08")?.rows.count == 1)
    #expect(Self.total(book) == "3.00")
    #expect(book.findings.contains { $0.code == .columnNumbers })
  }

  @Test func aRowThatNumbersTheColumnsMaySaySo() throws {
    let book = try Self.read(
      ["A6": "甲", "B6": "=1", "C6": "=2", "D6": "=3", "E6": "=4", "F6": "=5", "A7": "=3", "F7": "=3"])
    #expect(book.form("08")?.rows.count == 1 && Self.total(book) == "3.00")
  }

  @Test func twoCellsInOnePlaceAreRefused() {
    #expect(throws: BookReadError.self) {
      try Self.read([:], rows: "<row r='6'><c r='A6'><v>9</v></c></row>")
    }
  }

  @Test func anExponentBeyondAllNumbersIsNoAmount() throws {
    let book = try Self.read(["A6": "=1E-9223372036854775808"])
    #expect(Self.total(book) == nil)
    #expect(book.findings.contains { $0.cell == CellReference("A6") })
  }

  @Test func anAmountBeyondTheDigitsOfADoubleIsReported() throws {
    let book = try Self.read(["A6": "=12345678901.123456"])
    #expect(book.findings.contains { $0.code == .amountFinerThanFen && $0.cell == CellReference("A6") })
  }

  @Test func aBudgetUnderAnotherFormsTitleIsToldByItsHeadings() throws {
    let book = try Self.read(["A1": "2023年部门收入预算表"])
    #expect(Self.total(book) == "3.00")
    #expect(book.findings.contains { $0.code == .titleDisagrees })
  }
}
