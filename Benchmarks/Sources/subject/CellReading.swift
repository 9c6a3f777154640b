import Foundation
import XlsxRead

/// The reading of a workbook cell by cell, where every value is taken in its own type.
struct CellReading {
  /// How many cells hold a value.
  private(set) var count = 0
  /// What the values come to; printed, so that no reading can be left out.
  private(set) var sum = 0.0

  /// Reads a workbook.
  init(of workbook: Workbook) throws {
    for sheet in workbook.worksheets {
      let rows = try sheet.rows()
      while let row = try rows.next() {
        for cell in row { take(cell) }
      }
    }
  }

  private mutating func take(_ cell: Cell) {
    switch cell.kind {
    case .blank: return
    case .number: sum += cell.number ?? 0
    case .text, .error: sum += Double(cell.rawText.utf8.count)
    case .boolean: sum += cell.boolean == true ? 1 : 0
    case .date: sum += cell.date == nil ? 0 : 1
    }
    count += 1
  }
}

extension CellReading {
  /// Reads workbooks, or all those in folders, and prints how many values there were.
  static func read(_ paths: [String]) throws {
    var count = 0
    var sum = 0.0
    for path in try paths.flatMap(workbooks) {
      let reading = try CellReading(of: Workbook(path: path))
      count += reading.count
      sum += reading.sum
    }
    print("values \(count)")
    print("sum \(sum)")
  }

  private static func workbooks(_ path: String) throws -> [String] {
    if path.hasSuffix(".xlsx") { return [path] }
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted().map { path + "/" + $0 }
  }
}
