import Foundation

/// The workbooks that are read: five shapes of cells, and the real book many times over.
///
/// They are the same on every run with the same scale.
struct Inputs {
  let folder: String
  let scale: Double
  let books: Int

  /// Makes whatever is not there yet.
  func make(from workbook: String, messy: String) throws {
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try one("numbers") { try numbers($0) }
    try one("shared") { try shared($0) }
    try one("mixed") { try mixed($0) }
    try one("inline") { try inline($0) }
    try many("small", scaled(1000)) { try small(to: $0, seed: $1) }
    try many("books", books) { path, _ in try manager.copyItem(atPath: workbook, toPath: path) }
    try many("messy", books) { path, _ in try manager.copyItem(atPath: messy, toPath: path) }
    try one("pattern") { try BookWork(workbook: workbook).writeOnce(to: $0) }
    try manager.createDirectory(atPath: folder + "/written", withIntermediateDirectories: true)
  }

  private func scaled(_ count: Int) -> Int { max(1, Int(Double(count) * scale)) }

  private func one(_ name: String, _ make: (String) throws -> Void) throws {
    let path = "\(folder)/\(name).xlsx"
    if FileManager.default.fileExists(atPath: path) { return }
    try make(path)
  }

  private func many(_ name: String, _ count: Int, _ make: (String, Int) throws -> Void) throws {
    let path = "\(folder)/\(name)"
    if FileManager.default.fileExists(atPath: path) { return }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for number in 0..<count {
      let digits = String(number)
      let name = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
      try make("\(path)/\(name).xlsx", number)
    }
  }
}

extension Inputs {
  /// 1,000,000 rows of ten numbers.
  private func numbers(_ path: String) throws {
    var random = Random(seed: 1)
    let package = InputPackage(path: path, sheets: 1)
    try package.sheet(1, rows: scaled(1_000_000), columns: 10) { reference, _, _ in
      "<c r=\"\(reference)\"><v>\(random.amount())</v></c>"
    }
    try package.strings([])
    try package.close()
  }

  /// 300,000 rows of ten texts out of 300,000 (scaled alike).
  private func shared(_ path: String) throws {
    var random = Random(seed: 2)
    let count = scaled(300_000)
    let package = InputPackage(path: path, sheets: 1)
    try package.sheet(1, rows: count, columns: 10) { reference, _, _ in
      "<c r=\"\(reference)\" t=\"s\"><v>\(random.next(below: count))</v></c>"
    }
    try package.strings((0..<count).lazy.map { "项目支出明细 \($0) project" })
    try package.close()
  }

  /// 200,000 rows of twenty cells: numbers, texts, dates, booleans, formulas.
  private func mixed(_ path: String) throws {
    var random = Random(seed: 3)
    let package = InputPackage(path: path, sheets: 1)
    try package.sheet(1, rows: scaled(200_000), columns: 20) { reference, row, column in
      switch column % 10 {
      case 0, 1: "<c r=\"\(reference)\" t=\"s\"><v>\(random.next(below: 1000))</v></c>"
      case 2: "<c r=\"\(reference)\" s=\"1\"><v>\(40_000 + random.next(below: 9000))</v></c>"
      case 3: "<c r=\"\(reference)\" t=\"b\"><v>\(random.next(below: 2))</v></c>"
      case 4: "<c r=\"\(reference)\" s=\"2\"><f>F\(row)+G\(row)</f><v>\(random.amount())</v></c>"
      case 5: "<c r=\"\(reference)\" t=\"str\"><f>A\(row)&amp;\"x\"</f><v>公式文字\(random.next(below: 99))</v></c>"
      default: "<c r=\"\(reference)\" s=\"2\"><v>\(random.amount())</v></c>"
      }
    }
    try package.strings((0..<1000).lazy.map { "科目名称 \($0)" })
    try package.close()
  }

  /// 300,000 rows of ten texts in their cells.
  private func inline(_ path: String) throws {
    var random = Random(seed: 4)
    let package = InputPackage(path: path, sheets: 1)
    try package.sheet(1, rows: scaled(300_000), columns: 10) { reference, _, _ in
      "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>项目支出明细 \(random.next(below: 1_000_000)) project</t></is></c>"
    }
    try package.strings([])
    try package.close()
  }

  /// A small book: thirteen sheets of forty rows and eight columns.
  private func small(to path: String, seed: Int) throws {
    var random = Random(seed: UInt64(100 + seed))
    let package = InputPackage(path: path, sheets: 13)
    for number in 1...13 {
      try package.sheet(number, rows: 40, columns: 8) { reference, _, column in
        column < 3
          ? "<c r=\"\(reference)\" t=\"s\"><v>\(random.next(below: 200))</v></c>"
          : "<c r=\"\(reference)\" s=\"2\"><v>\(random.amount())</v></c>"
      }
    }
    try package.strings((0..<200).lazy.map { "科目名称 \($0)" })
    try package.close()
  }
}

/// The same numbers on every run.
private struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 1) % bound
  }

  /// An amount with two decimals.
  mutating func amount() -> String {
    let cents = next(below: 100_000_000)
    return "\(cents / 100).\(cents % 100 / 10)\(cents % 10)"
  }
}
