import Foundation
import XlsxPackage
import XlsxRead
import XlsxWrite

/// The submitted workbooks that all tests share, and files that are none.
enum Submissions {
  private static let folder = SheetsRun.tests.appendingPathComponent("BudgetSheetsTests/Fixtures/submissions")

  /// The names of all workbooks, without the ending.
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".xlsx") }.map { String($0.dropLast(5)) }.sorted()
  }()

  static func path(_ name: String) -> String { folder.appendingPathComponent(name + ".xlsx").path }

  static func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path(name)))) }

  /// An OLE2 file with one directory sector ([MS-CFB] 2.2, 2.6) that names these streams.
  static func compoundFile(_ names: [String]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 512 * 3)
    bytes.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    bytes[30] = 9
    bytes[48] = 1
    for (index, name) in (["Root Entry"] + names).enumerated() {
      let start = 1024 + index * 128
      for (offset, unit) in name.utf16.enumerated() { bytes[start + offset * 2] = UInt8(unit) }
      bytes[start + 64] = UInt8(name.utf16.count * 2 + 2)
    }
    // The chain of the directory ends with its one sector.
    bytes.replaceSubrange(516..<520, with: [0xFE, 0xFF, 0xFF, 0xFF])
    return bytes
  }

  /// A workbook with copies of sheets of another one, without their formats.
  ///
  /// - Parameters:
  ///   - copies: The sheet that each new sheet is a copy of, by the new name.
  ///   - change: Makes another text of a text of a new sheet.
  static func workbook(
    of name: String, copies: [(name: String, of: String)], change: (String, CellReference, String) -> String = { $2 }
  ) throws -> [UInt8] {
    let source = try Workbook(path: path(name))
    let writer = try WorkbookWriter()
    for copy in copies {
      let sheet = try writer.addWorksheet(named: copy.name)
      guard let original = source.worksheets.first(where: { $0.name == copy.of }) else { continue }
      let rows = try original.rowReader()
      var texts: [CellReference: String] = [:]
      while let row = try rows.next() {
        for cell in row {
          if let number = cell.number {
            try sheet.write(number: number, at: cell.reference)
          } else if let text = cell.text, !text.isEmpty {
            texts[cell.reference] = change(copy.name, cell.reference, text)
          }
        }
      }
      for merge in rows.merges {
        try sheet.merge(merge, text: texts.removeValue(forKey: merge.first), format: CellFormat())
      }
      for (reference, text) in texts.sorted(by: { $0.key < $1.key }) { try sheet.write(text: text, at: reference) }
    }
    return try writer.closeToBytes()
  }
}
