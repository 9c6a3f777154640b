import Foundation
import Testing
import XlsxPackage
import XlsxRead

/// A sheet of a submission written out as XML, with cells as no spreadsheet program writes them.
enum RawSubmission {
  /// A workbook of one sheet.
  ///
  /// - Parameters:
  ///   - sheet: The sheet of the submission.
  ///   - submission: The submission.
  ///   - cells: What stands in cells in place of their own content: all that is inside of `<row>`, by the cell.
  ///   - merging: Ranges that are merged besides those of the submission.
  ///   - unmerging: Ranges of the submission that are not merged.
  ///   - styles: What is inside of `<styleSheet>`.
  static func workbook(
    _ sheet: String, of submission: String = "laocheng-2023", cells: [String: String], merging: [String] = [],
    unmerging: [String] = [], styles: String? = nil
  ) throws -> [UInt8] {
    let part = try Self.sheet(sheet, of: submission, cells: cells, merging: merging, unmerging: unmerging)
    return PlainPackage.workbook([part], styles: styles)
  }

  /// One sheet of a submission, for a workbook of several.
  static func sheet(
    _ sheet: String, of submission: String, cells: [String: String] = [:], merging: [String] = [],
    unmerging: [String] = []
  ) throws -> (name: String, xml: String) {
    let folder = "Fixtures/submissions" + (submission.hasPrefix("gongxin-2021") ? "-2021" : "")
    let url = try #require(Bundle.module.url(forResource: submission, withExtension: "xlsx", subdirectory: folder))
    let workbook = try Workbook(bytes: [UInt8](try Data(contentsOf: url)), name: submission + ".xlsx")
    let reader = try #require(workbook.worksheets.first { $0.name == sheet }).rowReader()
    var xml = "<sheetData>"
    while let row = try reader.next() {
      var texts: [CellReference: String] = [:]
      for cell in row { texts[cell.reference] = element(cell) }
      for (place, text) in cells {
        if let reference = CellReference(place), reference.row == row.number { texts[reference] = text }
      }
      let ordered = texts.sorted { $0.key < $1.key }.map(\.value)
      xml += "<row r='\(row.number)'>\(ordered.joined())</row>"
    }
    let ranges = reader.merges.map { "\($0)" }.filter { !unmerging.contains($0) } + merging
    let merges = ranges.map { "<mergeCell ref='\($0)'/>" }
    xml += "</sheetData><mergeCells>\(merges.joined())</mergeCells>"
    return (name: sheet, xml: xml)
  }

  private static func element(_ cell: Cell) -> String {
    switch cell.kind {
    case .number: "<c r='\(cell.reference)'><v>\(cell.rawText)</v></c>"
    case .text: inline("\(cell.reference)", cell.rawText)
    default: ""
    }
  }

  /// A cell with a text in it.
  static func inline(_ cell: String, _ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      escaped += ["&", "<", ">"].contains(scalar) ? "&#\(scalar.value);" : String(scalar)
    }
    return "<c r='\(cell)' t='inlineStr'><is><t xml:space='preserve'>\(escaped)</t></is></c>"
  }
}
