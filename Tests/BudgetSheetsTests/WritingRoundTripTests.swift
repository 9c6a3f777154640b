import BudgetSheets
import Testing
import XlsxPackage

/// Books survive the way into a workbook of the set's own and back.
@Suite struct WritingRoundTripTests {
  static let set = Result { try TemplateLibrary.embedded.set(named: "luoyang-2023") }

  static func readBack(_ book: Book) throws -> (book: Book, findings: [Finding]) {
    let set = try Self.set.get()
    let (bytes, findings) = try BookWriter(set: set).bytes(of: book)
    return (try BookReader(sets: [set]).read(bytes: bytes, name: "written.xlsx"), findings)
  }

  static func losses(of book: Book) throws -> [String] {
    let again = try readBack(book).book
    return BookComparison(book, again, set: try set.get()).differences.filter(\.isLoss).map { $0.line(in: .english) }
  }

  @Test(arguments: SubmissionsTests.carefully + ["laocheng-2023-mess-1", "laocheng-2023-mess-3"])
  func submissionsLoseNothing(name: String) throws {
    #expect(try Self.losses(of: SubmissionsTests.load(name).book) == [])
  }

  @Test(arguments: ["laocheng-2023", "invented-2023"])
  func writingAgainGivesTheSameModel(name: String) throws {
    let once = try Self.readBack(SubmissionsTests.load(name).book).book
    let twice = try Self.readBack(once).book
    #expect(once.forms == twice.forms)
    #expect(once.findings == twice.findings)
  }

  @Test func sameBookGivesTheSameBytes() throws {
    let book = try SubmissionsTests.load("laocheng-2023-drift-2").book
    let writer = BookWriter(set: try Self.set.get())
    #expect(try writer.bytes(of: book).bytes == writer.bytes(of: book).bytes)
  }

  @Test func outsideCellsAreCarriedOverAndOver() throws {
    let book = try SubmissionsTests.load("laocheng-2023-drift-2").book
    let again = try Self.readBack(Self.readBack(book).book).book
    #expect(!book.outside.isEmpty)
    #expect(again.outside == book.outside)
  }

  @Test func textsThatLookLikeSomethingElseStayTexts() throws {
    let original = try SubmissionsTests.load("laocheng-2023").book
    let texts = [
      "=1+1", "+8", "-", "1e5", "2023-01-02", "TRUE", "#REF!", "_x0041_", "a\u{1}b\r\nc\t", " 前后 ", "\"引\"'号'", "🀄️é",
    ]
    let name = LabelPath(["单位（科目名称）"])
    // Details begin with the third row; each text stands in one of them.
    for part in [texts.prefix(6), texts.suffix(6)] {
      var book = original
      for (index, text) in part.enumerated() { book.forms[2].rows[index + 2].cells[name]?.value = .text(text) }
      book.forms[11].fields[LabelPath(["年度履职目标"])]?.value = .text(texts.joined(separator: "\n"))
      #expect(book.forms[2].rows.compactMap { $0.text(name) }.filter(texts.contains).count == 6)
      #expect(try Self.losses(of: book) == [])
    }
  }

  @Test func unreadableAmountsKeepTheirText() throws {
    var book = try SubmissionsTests.load("laocheng-2023").book
    let column = LabelPath(["基本支出", "公用经费", "资本性支出"])
    book.forms[2].rows[3].cells[column] = FormCell(value: nil, raw: "待定")
    book.forms[2].rows[4].cells[column] = FormCell(value: nil, raw: "－")
    #expect(try Self.losses(of: book) == [])
  }

  @Test func whatWouldBeTakenForAValueIsLeftBlankAndTold() throws {
    var book = try SubmissionsTests.load("laocheng-2023").book
    // A date that stood where an amount belongs.
    book.forms[2].rows[3].cells[LabelPath(["基本支出", "公用经费", "资本性支出"])] = FormCell(value: nil, raw: "44927")
    // A code whose last digits were lost.
    book.forms[12].rows[3].cells[LabelPath(["单位编码（项目编码）"])] = FormCell(value: nil)
    let (again, findings) = try Self.readBack(book)
    #expect(findings.map(\.code) == [.contentNotWritten, .contentNotWritten])
    #expect(again.forms[2].rows[3].amount(LabelPath(["基本支出", "公用经费", "资本性支出"])) == nil)
  }

  @Test func longTextsAreCarriedWhole() throws {
    var book = try SubmissionsTests.load("laocheng-2023").book
    let long = String(repeating: "持续优化营商环境，推动产业发展。", count: 600)
    book.forms[11].fields[LabelPath(["年度履职目标"])]?.value = .text(long)
    book.forms[7].notes[0].text += long
    book.forms[10].rows[3].cells[LabelPath(["项目单位"])]?.value = .text(String(long.prefix(700)))
    let (_, findings) = try Self.readBack(book)
    #expect(findings == [])
    #expect(try Self.losses(of: book) == [])
  }

  @Test func formsThatCameFromNoWorkbookPrintTheirNotes() throws {
    let set = try Self.set.get()
    let forms = set.forms.map { FormData(form: $0.form, unit: set.unit) }
    let book = Book(set: set.name, year: "2023", department: "示例县文化和旅游局", forms: forms)
    let (again, findings) = try Self.readBack(book)
    #expect(findings == [])
    #expect(again.forms.count == 13)
    #expect(again.year == "2023" && again.department == "示例县文化和旅游局")
    #expect(again.form("08")?.notes.count == 2)
    #expect(again.form("09")?.notes.map(\.text) == ["备注：示例县文化和旅游局 2023 年无政府性基金预算拨款安排的支出，故此表无数据。"])
    #expect(again.form("09")?.rows.map(\.kind) == [.total])
    #expect(again.findings == [])
  }
}
