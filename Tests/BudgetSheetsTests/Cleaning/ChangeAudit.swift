import BudgetSheets
import XlsxPackage

/// Holds a log against the two workbooks: every difference of the stored cells is in it, with what stood there before and
/// what stands there now, and nothing else is different.
struct ChangeAudit {
  private(set) var faults: [String] = []
  /// How many cells are different.
  private(set) var differences = 0

  /// The names that the record of changes may have.
  static let records: Set<String> = ["清洗记录"]

  init(_ result: CleaningResult, before: StoredWorkbook, after: StoredWorkbook) {
    let added = after.sheets.filter { !before.sheets.contains($0) }
    if after.sheets.filter({ before.sheets.contains($0) }) != before.sheets { faults.append("sheets moved or lost") }
    if !Self.records.isSuperset(of: added) { faults.append("sheets added: \(added)") }
    if added.isEmpty == result.isChanged, !before.sheets.contains(where: Self.records.contains) {
      faults.append("record: \(added), changes: \(result.log.changes.count)")
    }
    let own = Set(before.sheets)
    if before.hiddenRows != after.hiddenRows.filter({ own.contains($0.key) }) { faults.append("hidden rows differ") }
    if before.merges != after.merges.filter({ own.contains($0.key) }) { faults.append("merges differ") }
    auditCells(result, before, after)
    auditFindings(result)
  }

  private mutating func auditCells(_ result: CleaningResult, _ before: StoredWorkbook, _ after: StoredWorkbook) {
    var logged: [SheetPlace: [CellChange]] = [:]
    for change in result.log.changes {
      guard let place = SheetPlace(change.place) else {
        faults.append("a change without a cell: \(change.place)")
        continue
      }
      logged[place, default: []].append(change)
    }
    let different = before.differences(from: after)
    differences = different.count
    for place in different where logged[place] == nil {
      if Self.records.contains(place.sheet) { continue }
      faults.append("not in the log: \(place) \(before[place]) → \(after[place])")
    }
    let set = Set(different)
    for (place, changes) in logged {
      let states = [before[place]] + changes.flatMap { [$0.before, $0.after] } + [after[place]]
      for pair in stride(from: 0, to: states.count, by: 2) where !StoredWorkbook.isSame(states[pair], states[pair + 1])
      {
        let codes = changes.map(\.code.rawValue)
        faults.append("the log of \(place) \(codes) says \(states[pair + 1]), stored is \(states[pair])")
      }
      if !set.contains(place) { faults.append("in the log, but the same: \(place) \(after[place])") }
    }
  }

  /// No finding that an applied repair says to settle is left at a cell that it changed.
  private mutating func auditFindings(_ result: CleaningResult) {
    var left: [SheetPlace: Set<FindingCode>] = [:]
    for finding in result.after.findings {
      guard let sheet = finding.sheet, let cell = finding.cell else { continue }
      left[SheetPlace(sheet: sheet, cell: cell), default: []].insert(finding.code)
    }
    for change in result.log.changes {
      guard let place = SheetPlace(change.place), let codes = left[place] else { continue }
      let claimed = codes.intersection(Cleaner.description(of: change.code).findings)
      if !claimed.isEmpty {
        faults.append("\(change.code.rawValue) at \(place) leaves \(claimed.map(\.rawValue).sorted())")
      }
    }
  }
}

extension SheetPlace {
  init?(_ place: Place) {
    guard let sheet = place.sheet, let cell = place.cell else { return nil }
    self.init(sheet: sheet, cell: cell)
  }
}
