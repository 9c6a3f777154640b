import BudgetSheets
import Foundation
import Testing
import XlsxPackage
import XlsxRead

/// The workbook as written: sheets, headings, formats, stamp.
@Suite struct WritingLayoutTests {
  static func workbook(_ name: String = "laocheng-2023") throws -> Workbook {
    let book = try SubmissionsTests.load(name).book
    let bytes = try BookWriter(set: WritingRoundTripTests.set.get()).bytes(of: book).bytes
    return try Workbook(bytes: bytes, name: "written.xlsx")
  }

  static func texts(_ sheet: Worksheet) throws -> (
    cells: [String: String], merges: Set<String>, formats: [String: String]
  ) {
    var cells: [String: String] = [:]
    var formats: [String: String] = [:]
    let reader = try sheet.rowReader()
    while let row = try reader.next() {
      for cell in row {
        formats["\(cell.reference)"] = cell.numberFormat
        if !cell.rawText.isEmpty { cells["\(cell.reference)"] = cell.rawText }
      }
    }
    return (cells, Set(reader.merges.map(\.description)), formats)
  }

  @Test func everyFormHasItsSheetInTheOrderOfTheSet() throws {
    let sheets = try Self.workbook().worksheets
    let codes = try WritingRoundTripTests.set.get().forms.compactMap(\.code)
    #expect(sheets.map(\.name) == codes + ["字典"])
    #expect(sheets.filter { $0.visibility == .visible }.map(\.name) == codes)
  }

  @Test func headingsAreMergedAsInThePublishedForms() throws {
    let (cells, merges, formats) = try Self.texts(Self.workbook().worksheets[2])
    #expect(cells["A1"] == "2023年部门支出预算表")
    #expect(cells["A3"] == "部门名称：洛阳市老城区科技和工业信息化局")
    #expect(cells.values.contains("单位：万元") && cells.values.contains("预算03表"))
    let expected: Set = [
      "A1:N1", "A4:C4", "A5:A6", "B5:B6", "C5:C6", "D4:D6", "E4:E6", "F4:F6", "G4:K4", "G5:G6", "H5:I5", "J5:K5",
      "L4:N4", "L5:L6", "M5:M6", "N5:N6",
    ]
    #expect(expected.isSubset(of: merges))
    #expect(formats["F9"] == "#,##0.00")
    #expect(formats["A9"] == "@")
    #expect(cells["B9"] == "01")
  }

  @Test func groupsAreMergedAgain() throws {
    let book = try SubmissionsTests.load("laocheng-2023").book
    let again = try WritingRoundTripTests.readBack(book).book
    let merges = try Self.texts(Self.workbook().worksheets[11]).merges
    let group = LabelPath(["一级指标"])
    let rows = try #require(again.form("12")?.rows)
    #expect(rows.contains { $0.cells[group]?.value == nil && $0.cells[group]?.inherited != nil })
    #expect(merges.contains { $0.hasPrefix("A") && CellRange($0).map { $0.last.row - $0.first.row > 10 } == true })
  }

  @Test func aBlankCodeThatRepeatsTheOneAboveStaysUnmerged() throws {
    let (cells, merges, _) = try Self.texts(Self.workbook().worksheets[5])
    #expect(cells["A10"] == "30102" && cells["A11"] == nil && cells["B11"] == "津贴补贴")
    #expect(merges.contains("A6:D6"))
    #expect(!merges.contains("A10:A11"))
  }

  @Test func finerAmountsShowAllTheirDecimals() throws {
    var book = try SubmissionsTests.load("laocheng-2023").book
    book.forms[10].rows[3].cells[LabelPath(["本年拨款", "一般公共预算"])]?.value = .amount(Amount(fen: 7_345_678))
    let bytes = try BookWriter(set: WritingRoundTripTests.set.get()).bytes(of: book).bytes
    let formats = try Self.texts(Workbook(bytes: bytes, name: "x").worksheets[10]).formats
    #expect(formats["E9"] == "#,##0.000000")
  }

  @Test func theStampTellsSetVersionDepartmentAndYear() throws {
    let properties = try Self.workbook().customProperties()
    let set = try WritingRoundTripTests.set.get()
    #expect(properties["BudgetSheets.Set"] == set.name)
    #expect(properties["BudgetSheets.Version"] == set.version)
    #expect(properties["BudgetSheets.Department"] == "洛阳市老城区科技和工业信息化局")
    #expect(properties["BudgetSheets.Year"] == "2023")
  }

  @Test func anExistingFileIsReplacedOnlyOnRequest() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("书.xlsx").path
    let book = try SubmissionsTests.load("laocheng-2023").book
    let writer = BookWriter(set: try WritingRoundTripTests.set.get())
    try writer.write(book, to: path)
    #expect(throws: BookWriteError.self) { try writer.write(book, to: path) }
    try writer.write(book, to: path, replacesExisting: true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["书.xlsx"])
  }

  @Test func aBookThatDoesNotFitTheSetIsRefused() throws {
    let set = try WritingRoundTripTests.set.get()
    let writer = BookWriter(set: set)
    func error(_ book: Book) -> BookWriteError? {
      do throws(BookWriteError) { _ = try writer.bytes(of: book) } catch { return error }
      return nil
    }
    let form = FormData(form: "03", unit: set.unit)
    #expect(
      error(Book(set: "x", year: "2023", department: "甲", forms: [form])) == .otherSet(book: "x", writer: set.name))
    #expect(error(Book(set: set.name, year: "2023", department: "甲")) == .noForm)
    #expect(error(Book(set: set.name, year: "2023", department: "甲", forms: [form, form])) == .formTwice("03"))
    let unknown = FormData(form: "99", unit: set.unit)
    #expect(
      error(Book(set: set.name, year: "2023", department: "甲", forms: [unknown])) == .formUnknown("99", set: set.name))
  }
}
