import BudgetSheets
import Testing
import XlsxPackage
import XlsxRead

/// Totals are live formulas where they agree, and never worked out anew where they do not.
@Suite struct WritingTotalsTests {
  /// The formulas of a form as written, by cell.
  static func formulas(_ book: Book, _ form: String) throws -> [String: String] {
    let again = try WritingRoundTripTests.readBack(book).book
    let data = try #require(again.form(form))
    var formulas: [String: String] = [:]
    for cell in data.rows.flatMap(\.cells.values) + data.fields.values {
      if let place = cell.reference, let formula = cell.formula { formulas["\(place)"] = formula }
    }
    return formulas
  }

  @Test func columnSumsAndLevelSumsFollowTheDefinition() throws {
    let formulas = try Self.formulas(SubmissionsTests.load("laocheng-2023").book, "03")
    // The total is that of its one department, the department that of its details.
    #expect(formulas["H7"] == "H8")
    #expect(formulas["H8"] == "SUM(H9:H16)")
    // In the columns of sums each row adds up its own.
    #expect(formulas["F7"] == "G7+L7")
    #expect(formulas["G9"] == "SUM(H9:K9)")
    #expect(formulas["H9"] == nil)
    // What is blank stays blank.
    #expect(formulas["M7"] == nil)
  }

  @Test func unitsStandBetweenDepartmentAndDetails() throws {
    let formulas = try Self.formulas(SubmissionsTests.load("invented-2023").book, "03")
    #expect(formulas["H8"] == "H9+H15+H23")
    #expect(formulas["H9"] == "SUM(H10:H14)")
  }

  @Test func printedRowsAddUpThoseTheDefinitionNames() throws {
    let book = try SubmissionsTests.load("laocheng-2023").book
    let first = try Self.formulas(book, "01")
    #expect(first["B36"] == "SUM(B6,B8:B15)")
    #expect(first["B38"] == "B36+B37")
    #expect(first["D36"] == "SUM(D6:D35)")
    let fourth = try Self.formulas(book, "04")
    #expect(fourth["B7"] == "SUM(B8,B10:B11)")
    #expect(fourth["B39"] == "B7+B12")
    #expect(fourth["D7"] == "SUM(E7,G7:H7)")
    #expect(try Self.formulas(book, "12") == ["D7": "SUM(D8:D10)"])
  }

  @Test func aTotalWithNothingToShowIsAFormulaToo() throws {
    let book = try SubmissionsTests.load("laocheng-2023").book
    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    let workbook = try Workbook(bytes: BookWriter(set: set).bytes(of: book).bytes, name: "book.xlsx")
    let sheet = try #require(workbook.worksheets.first { $0.name == "预算03表" })
    let rows = try sheet.rowReader()
    var cells: [String: Cell] = [:]
    while let row = try rows.next() { for cell in row { cells["\(cell.reference)"] = cell } }
    // 资本性支出: no row has any.
    #expect(cells["K8"]?.formula == "IF(SUM(K9:K16)=0,\"\",SUM(K9:K16))")
    #expect(cells["K8"]?.kind == .text && cells["K8"]?.rawText == "")
    #expect(cells["K8"]?.style?.isLocked == true)
    // What is entered below it stays open.
    #expect(cells["K9"]?.formula == nil && cells["K9"]?.style?.isLocked == false)
  }

  @Test func furtherIndicatorRowsAreNoPartOfASum() throws {
    let formulas = try Self.formulas(SubmissionsTests.load("invented-2023").book, "13")
    #expect(formulas["D7"] == "D8+D10+D14")
    #expect(formulas["D14"] == "D15+D17")
  }

  @Test func everyStoredResultIsTheExactSum() throws {
    for name in ["laocheng-2023", "invented-2023"] {
      let book = try SubmissionsTests.load(name).book
      let again = try WritingRoundTripTests.readBack(book).book
      // The reader works every formula out from the cells it names.
      #expect(!again.findings.contains { $0.code == .formulaStale })
      #expect(again.forms.flatMap(\.rows).flatMap(\.cells.values).count { $0.formula != nil } > 150)
    }
  }

  @Test func aTotalThatDisagreesIsWrittenAsItWas() throws {
    var book = try SubmissionsTests.load("laocheng-2023").book
    let column = LabelPath(["基本支出", "人员经费", "工资福利支出"])
    book.forms[2].rows[0].cells[column]?.value = .amount(Amount(fen: 1))
    let (again, findings) = try WritingRoundTripTests.readBack(book)
    // The sum beside it still agrees with the row below, and is written as that formula.
    #expect(findings.map(\.code) == [.totalDisagrees])
    #expect(again.forms[2].rows[0].cells[LabelPath(["基本支出", "小计"])]?.formula == "G8")
    #expect(findings.first?.place == "预算03表!H7 基本支出/人员经费/工资福利支出")
    #expect(findings.first?.arguments == ["value": "0.000001", "expected": "239.33"])
    #expect(again.forms[2].rows[0].cells[column]?.value == .amount(Amount(fen: 1)))
    #expect(again.forms[2].rows[0].cells[column]?.formula == nil)
  }

  @Test func aBlankTotalStaysBlankAndIsTold() throws {
    var book = try SubmissionsTests.load("laocheng-2023").book
    let column = LabelPath(["基本支出", "人员经费", "工资福利支出"])
    book.forms[2].rows[1].cells[column] = nil
    let (again, findings) = try WritingRoundTripTests.readBack(book)
    #expect(findings.contains { $0.code == .totalBlank && $0.sheet == "预算03表" && $0.path == column })
    #expect(again.forms[2].rows[1].cells[column] == nil)
  }

  @Test func amountsTooFineForANumberAreWrittenAsText() throws {
    var book = try SubmissionsTests.load("laocheng-2023").book
    let column = LabelPath(["本年拨款", "一般公共预算"])
    let amount = Amount(fen: 1_234_567_890_123_456_789)
    book.forms[10].rows[3].cells[column]?.value = .amount(amount)
    let (again, findings) = try WritingRoundTripTests.readBack(book)
    #expect(findings.contains { $0.code == .amountWrittenAsText })
    #expect(again.forms[10].rows[3].cells[column]?.value == .amount(amount))
  }

  @Test func whatTheFormsHaveNoPlaceForIsTold() throws {
    var book = try SubmissionsTests.load("laocheng-2023").book
    book.forms[2].rows[3].cells[LabelPath(["没有的栏目"])] = FormCell(value: .text("甲"))
    book.forms[0].rows[0].key = "没有的行"
    book.forms[11].fields[LabelPath(["没有的项"])] = FormCell(value: .text("乙"))
    let findings = try WritingRoundTripTests.readBack(book).findings.filter { $0.code == .valueNotWritten }
    #expect(findings.map(\.form) == ["01", "03", "12"])
  }
}
