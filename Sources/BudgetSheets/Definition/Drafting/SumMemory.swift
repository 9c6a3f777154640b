import XlsxPackage

/// Reads the formulas of one workbook as sums: each text once, and not more of them than a workbook of forms holds.
final class SumMemory {
  private var known: [String: [CellRange]?] = [:]
  /// How many bytes of formulas may still be read.
  private var room = 3_000_000
  /// Whether formulas were not looked at.
  private(set) var isExhausted = false

  /// The cells that a formula adds up, each once; nil where it says anything else.
  func ranges(of formula: String) -> [CellRange]? {
    if let found = known[formula] { return found }
    let length = formula.utf8.count
    guard length <= room else {
      isExhausted = true
      return nil
    }
    room -= length
    let found = SumText.ranges(of: formula)
    known[formula] = .some(found)
    return found
  }
}
