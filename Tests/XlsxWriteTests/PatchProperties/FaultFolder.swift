import Foundation
import XlsxPackage
import XlsxWrite

/// A folder with a workbook that is changed, and an old file where the changed one is to stand.
struct FaultFolder {
  let path: String
  let input: [UInt8]
  static let old = Array("what stood here before".utf8)

  var inputPath: String { path + "/input.xlsx" }
  var outputPath: String { path + "/output.xlsx" }
  var backupPath: String { path + "/backup.xlsx" }

  init(rows: Int) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("patch-faults-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let workbook = try WorkbookWriter()
    for name in ["收入", "支出"] {
      let sheet = try workbook.addWorksheet(named: name)
      var source = SeededSource(seed: UInt64(rows))
      for row in 1...rows {
        for column in 1...6 {
          try sheet.write(
            number: Double(source.next() % 100_000_000) / 100, at: CellReference(row: row, column: column))
        }
      }
    }
    input = try workbook.closeToBytes()
    try Data(input).write(to: URL(fileURLWithPath: inputPath))
    try Data(Self.old).write(to: URL(fileURLWithPath: outputPath))
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// A patch with changes of every kind.
  static func patch(of input: String) throws -> WorkbookPatch {
    let patch = try WorkbookPatch(of: input)
    let sheet = try patch.worksheet(named: "收入")
    for row in stride(from: 1, through: 4000, by: 7) {
      try sheet.set(.text("第 \(row) 行"), at: CellReference(row: row, column: 2))
    }
    let place = CellReference(row: 3, column: 3)
    try sheet.restyle(place, StyleChange(fill: .color(.red)))
    try sheet.addComment("请核对", author: "财政局", at: place)
    try patch.worksheet(named: "支出").rename(to: "支出表")
    try patch.setProperty(.title, to: "预算")
    return patch
  }

  static func bytes(_ path: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(fileURLWithPath: path))).map { Array($0) }
  }

  /// What is wrong in the folder after a change that failed.
  func faults() throws -> [String] {
    var faults: [String] = []
    if Self.bytes(inputPath) != input { faults.append("the input is not what it was") }
    if Self.bytes(outputPath) != Self.old { faults.append("the old file is not what it was") }
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    if names != ["input.xlsx", "output.xlsx"] { faults.append("the folder holds \(names)") }
    return faults
  }
}
