import Foundation
import Testing
import XlsxPackage
import XlsxRead

/// Workbooks made by other programs; `Fixtures/README.md` says how.
@Suite struct FixtureTests {
  static let names = ["openpyxl", "libreoffice", "data-descriptors", "zip64"]

  static func path(_ name: String) throws -> String {
    try #require(Bundle.module.url(forResource: name, withExtension: "xlsx", subdirectory: "Fixtures")).path
  }

  @Test func openpyxl() throws {
    let workbook = try Workbook(path: Self.path("openpyxl"))
    #expect(workbook.worksheets.map(\.name) == ["收支", "码表"])
    #expect(workbook.worksheets.map(\.visibility) == [.visible, .veryHidden])
    #expect(try workbook.definedNames().map(\.text) == ["收支!$A$3"])
    let sheet = workbook.worksheets[0]
    #expect(
      try sheet.comments() == [CellComment(reference: CellReference(row: 1, column: 1), author: "财政局", text: "核对")])
    let reader = try sheet.rowReader()
    #expect(reader.columns.contains { $0.first == 2 && $0.isHidden && $0.width == 20 })
    var rows: [Row] = []
    while let row = try reader.next() { rows.append(row) }
    #expect(reader.merges.map { "\($0)" } == ["A3:C3"])
    #expect(rows.map(\.isHidden) == [false, false, false, true])
    #expect(rows[0].map(\.kind) == [.text, .number, .boolean, .blank, .date])
    #expect(rows[0]["B"]?.rawText == "1234.56")
    #expect(rows[0]["B"]?.numberFormat == "#,##0.00")
    #expect(rows[0]["D"]?.formula == "B1*2")
    #expect(rows[0]["E"]?.date == .dateTime(CalendarDate(year: 2026, month: 1, day: 31), TimeOfDay(hour: 0, minute: 0)))
    #expect(rows[1]["A"]?.text == " 前后空格 ")
    #expect(rows[2]["A"]?.style?.isLocked == false)
    #expect(rows[0]["A"]?.style?.isLocked == true)
  }

  /// Other ways to pack the same parts.
  @Test(arguments: ["data-descriptors", "zip64"]) func packings(_ name: String) throws {
    func lines(_ name: String) throws -> [String] {
      WorkbookTrace.lines(of: [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.path(name)))), scans: true)
    }
    let expected = try lines("openpyxl")
    #expect(try lines(name) == expected)
    #expect(expected.count > 10)
  }

  @Test func libreOffice() throws {
    let workbook = try Workbook(path: Self.path("libreoffice"))
    let rows = try workbook.worksheets[0].allRows()
    #expect(
      rows.map { $0.map(\.rawText) } == [
        ["科目编码", "金额", "日期", "比例"], ["2010101", "1234.5", "46053", "0.125"], ["20", "-3", "36525", "0.5"],
      ])
    #expect(rows[2]["C"]?.date?.description == "1999-12-31T00:00:00")
    #expect(rows[1]["D"]?.kind == .number)
  }

  @Test(arguments: names) func everyTruncationIsAnErrorAndNothingWorse(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.path(name))))
    for count in stride(from: 0, to: bytes.count - 1, by: 13) {
      let error = failure { try readAll(Array(bytes.prefix(count))) }
      #expect(error != nil, "cut to \(count) bytes")
      #expect(count == 0 || error?.code == .damagedPackage || error?.code == .notAPackage, "cut to \(count) bytes")
    }
  }

  @Test(arguments: names) func everyChangedByteIsReadOrRefused(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.path(name))))
    for position in stride(from: 0, to: bytes.count, by: 7) {
      var changed = bytes
      changed[position] ^= 0xFF
      _ = failure { try readAll(changed) }
    }
  }

  private func readAll(_ bytes: [UInt8]) throws {
    let workbook = try Workbook(bytes: bytes, name: "cut.xlsx")
    for sheet in workbook.worksheets {
      for row in try sheet.allRows() {
        for cell in row { _ = (cell.rawText, cell.formula, cell.date, cell.style) }
      }
      _ = try sheet.comments()
    }
    _ = try workbook.definedNames()
    _ = try workbook.customProperties()
  }
}
