import BudgetSheets
import Foundation
import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

/// A submitted workbook in which cells are changed as clerks do, and what cleaning makes of it.
struct MessedSubmission {
  let name: String
  var bytes: [UInt8]

  /// A submission of the fixtures, as it is.
  init(_ name: String = "laocheng-2023") throws {
    self.name = name + ".xlsx"
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "xlsx", subdirectory: "Fixtures/submissions"))
    bytes = [UInt8](try Data(contentsOf: url))
  }

  /// Puts something into cells, by their addresses.
  mutating func put(_ contents: [String: CellContent], formats: [String: String] = [:]) throws {
    let patch = try WorkbookPatch(ofBytes: bytes, name: name)
    for (place, content) in contents {
      let address = try #require(SheetAddress(text: place))
      try patch.worksheet(named: address.sheet).set(content, at: address.cell)
    }
    for (place, format) in formats {
      let address = try #require(SheetAddress(text: place))
      try patch.worksheet(named: address.sheet).restyle(address.cell, StyleChange(numberFormat: format))
    }
    bytes = try patch.bytes()
  }

  static let set = Result { try TemplateLibrary.embedded.set(named: "luoyang-2023") }

  /// What cleaning makes of it.
  func cleaned(
    _ selection: RepairSelection = .all, layout: Cleaner.Layout = .submitted, prior: [Book] = []
  ) throws -> CleaningResult {
    try Cleaner(sets: [Self.set.get()]).clean(
      bytes: bytes, name: name, applying: selection, layout: layout, prior: prior)
  }

  /// What stands in a cell of a workbook: `text "…"`, `number 1.5`, `blank`, with the formula before it.
  static func content(of place: String, in bytes: [UInt8]) throws -> String {
    let address = try #require(SheetAddress(text: place))
    let workbook = try Workbook(bytes: bytes, name: "cleaned.xlsx")
    let worksheet = try #require(workbook.worksheets.first { $0.name == address.sheet })
    let reader = try worksheet.rowReader()
    while let row = try reader.next() {
      for cell in row where cell.reference == address.cell {
        let formula = cell.hasFormula ? "=\(cell.formula ?? "") " : ""
        switch cell.kind {
        case .blank: return formula + "blank"
        case .text: return formula + "text \"\(cell.rawText)\""
        default: return formula + "\(cell.kind) \(cell.rawText)"
        }
      }
    }
    return "blank"
  }
}
