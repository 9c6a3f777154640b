import Foundation
import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

@testable import BudgetSheets

/// Logs made by hand, and workbooks to which they fit.
enum ChangeLogSample {
  static let hash = String(repeating: "0123456789abcdef", count: 4)
  static let otherHash = String(repeating: "fedcba9876543210", count: 4)

  static func cell(_ text: String) -> CellReference { CellReference(text) ?? CellReference(row: 1, column: 1) }

  static func text(_ text: String, _ format: String = "General") -> CellState {
    CellState(kind: .text, text: text, format: format)
  }

  static func number(_ text: String, _ format: String = "General") -> CellState {
    CellState(kind: .number, text: text, format: format)
  }

  static func change(
    _ code: RepairCode, _ sheet: String, _ cell: String, _ before: CellState, _ after: CellState,
    _ details: [String: String] = [:]
  ) -> CellChange {
    CellChange(
      code: code, place: Place(sheet: sheet, cell: self.cell(cell)), before: before, after: after, details: details)
  }

  static func log(_ changes: [CellChange], of bytes: [UInt8]? = nil) -> ChangeLog {
    ChangeLog(
      file: "laocheng-2023.xlsx", sha256: bytes.map { FileDigest.sha256($0) } ?? hash, cleanedSHA256: otherHash,
      set: "luoyang-2023", changes: changes)
  }

  /// A change with all that one may have.
  static let full = CellChange(
    code: .truncatedName,
    place: Place(
      form: "03", sheet: "预算03表", cell: cell("C9"), row: RowName(key: "206/01/01#2", name: "行政运行"),
      path: LabelPath(["科目编码", "a/b \"c\"", "款"])), before: text("行政运\r\n", "@"), after: text("行政运行", "@"),
    details: ["code": "2060101", "name": "行政运行"],
    standardPlace: Place(sheet: "预算03表", cell: cell("D12")))

  /// The submitted workbook of the fixtures.
  static func submitted() throws -> [UInt8] {
    let path = try #require(
      Bundle.module.path(forResource: "laocheng-2023", ofType: "xlsx", inDirectory: "Fixtures/submissions"))
    return try Array(Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// A workbook in which the changes of a log are made, by what each cell holds in the end.
  static func cleaned(_ bytes: [UInt8], _ log: ChangeLog, _ language: Language = .chinese) throws -> [UInt8] {
    let patch = try WorkbookPatch(ofBytes: bytes, name: "laocheng-2023.xlsx")
    for change in log.changes { try put(change.after, at: #require(change.address), in: patch) }
    var grids = try grids(bytes)
    try CleaningRecord.write(
      log, after: CleaningRecord.take(from: &grids, of: try Workbook(bytes: bytes, name: "out.xlsx")),
      language: language, to: patch)
    return try patch.bytes()
  }

  /// Makes a cell hold a state.
  static func put(_ state: CellState, at address: SheetAddress, in patch: WorkbookPatch) throws {
    let sheet = try patch.worksheet(named: address.sheet)
    let result: FormulaResult =
      switch state.kind {
      case .number, .date: .number(state.text)
      case .text: .text(state.text)
      case .boolean: .boolean(state.text == "1")
      case .blank, .error: .unknown
      }
    let content: CellContent =
      switch (state.formula, state.kind) {
      case (let formula?, _): .formula(formula, result)
      case (nil, .blank), (nil, .error): .nothing
      case (nil, .text): .text(state.text)
      case (nil, .number), (nil, .date): .number(state.text)
      case (nil, .boolean): .boolean(state.text == "1")
      }
    try sheet.set(content, at: address.cell)
    try sheet.restyle(address.cell, StyleChange(numberFormat: state.format))
  }

  static func grids(_ bytes: [UInt8]) throws -> [SheetGrid] {
    let workbook = try Workbook(bytes: bytes, name: "out.xlsx")
    var room = CellRoom()
    return try workbook.worksheets.map { try SheetGrid($0, room: &room, file: "out.xlsx") }
  }

  static func records(_ bytes: [UInt8]) throws -> [CleaningRecord] {
    var grids = try grids(bytes)
    return CleaningRecord.take(from: &grids, of: try Workbook(bytes: bytes, name: "out.xlsx"))
  }

  /// What every cell of a workbook holds, with its type, format and formula; blank cells of no format are left out.
  static func cells(_ bytes: [UInt8]) throws -> [String: [String: [String]]] {
    var sheets: [String: [String: [String]]] = [:]
    for worksheet in try Workbook(bytes: bytes, name: "out.xlsx").worksheets {
      var cells: [String: [String]] = [:]
      for row in try worksheet.rows {
        for cell in row where cell.kind != .blank || cell.hasFormula || cell.numberFormat != "General" {
          cells["\(cell.reference)"] = ["\(cell.kind)", cell.rawText, cell.numberFormat, cell.formula ?? "-"]
        }
      }
      sheets[worksheet.name] = cells
    }
    return sheets
  }
}
