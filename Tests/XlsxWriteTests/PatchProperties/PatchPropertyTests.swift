import Foundation
import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

/// Workbooks and changes made at random, against a model that knows no workbook.
///
/// A case that fails names its seed: `PATCH_SEED=17 swift test --filter PatchPropertyTests` makes it again, alone;
/// `PATCH_CASES=5000` makes more of them.
@Suite struct PatchPropertyTests {
  /// Without it, the model itself could be what is wrong.
  @Test(arguments: PatchRun.parts) func theModelIsRightBeforeAnyChange(_ part: Int) throws {
    try each(part) { seed in
      let one = try PatchCase(seed: seed)
      let comparison = PictureComparison(expected: BookPicture(one.start), found: try BookPicture(one.bytes))
      return (comparison.cells, comparison.differences)
    }
  }

  @Test(arguments: PatchRun.parts) func oneGoAndSeveralStepsGiveWhatTheModelSays(_ part: Int) throws {
    try each(part) { seed in
      let one = try PatchCase(seed: seed)
      let expected = BookPicture(one.end)
      let first = PictureComparison(expected: expected, found: try BookPicture(one.inOneGo()))
      let second = PictureComparison(expected: expected, found: try BookPicture(one.inSteps()))
      return (
        first.cells + second.cells,
        first.differences.map { "in one go: " + $0 } + second.differences.map { "in steps: " + $0 }
      )
    }
  }

  @Test(arguments: PatchRun.parts) func addedSheetsAreChangedAsOthersAre(_ part: Int) throws {
    try each(part, oneIn: 2) { seed in
      let one = try PatchCase(seed: seed, changesAddedSheets: true)
      let comparison = PictureComparison(
        expected: BookPicture(one.end), found: try BookPicture(one.inSteps()))
      return (comparison.cells, comparison.differences)
    }
  }

  /// What the model does not know, as widths and views, and every cell that no change names.
  @Test(arguments: PatchRun.parts) func whatIsNotNamedIsAsBefore(_ part: Int) throws {
    try each(part) { seed in
      let one = try PatchCase(seed: seed)
      let before = try BookPicture(one.bytes)
      let after = try one.inOneGo()
      var faults = try faultsBesideCells(one, after)
      let picture = try BookPicture(after)
      let renamed = Set(one.operations.compactMap { if case .rename(let id, _) = $0 { id } else { nil } })
      var cells = 0
      for sheet in one.start.sheets {
        guard let old = before.sheets.first(where: { $0.name == sheet.name }),
          let new = picture.sheets.first(where: { $0.name == one.end.sheet(sheet.id).name })
        else { continue }
        let named = Set(one.operations.filter { $0.sheet == sheet.id }.compactMap(\.cell))
        for place in Set(old.cells.keys).union(new.cells.keys).subtracting(named) {
          cells += 1
          var (first, second) = (old.cells[place], new.cells[place])
          // Formulas follow the names of sheets, which the model sees to.
          if !renamed.isEmpty {
            first?.formulas = []
            second?.formulas = []
          }
          if first != second { faults.append("\(sheet.name) \(place): \(first as Any) became \(second as Any)") }
        }
      }
      return (cells, faults)
    }
  }

  @Test(arguments: PatchRun.parts) func makingTheSameChangesAgainChangesNothing(_ part: Int) throws {
    try each(part) { seed in
      let one = try PatchCase(seed: seed)
      let first = try one.inOneGo()
      let again = one.operations.filter(\.isRepeatable).filter { operation in
        // A comment that was taken away later cannot be changed again.
        guard case .changeComment(let id, let cell, _) = operation else { return true }
        return one.end.sheet(id).comments[cell] != nil
      }
      var book = one.end
      let second = try PatchCase.patched(first, &book, again[...])
      let (old, new) = (try BookPicture(first), try BookPicture(second))
      var faults: [String] = []
      var cells = 0
      for (sheet, other) in zip(old.sheets, new.sheets) {
        cells += sheet.cells.count
        if sheet.cells != other.cells {
          let places = Set(sheet.cells.keys).union(other.cells.keys).filter { sheet.cells[$0] != other.cells[$0] }
          faults.append("\(sheet.name): \(places.sorted().map(\.description)) changed")
        }
        if sheet.links != other.links { faults.append("\(sheet.name): links changed") }
      }
      if try PackageParts(first)["xl/styles.xml"] != PackageParts(second)["xl/styles.xml"] {
        faults.append("the styles have grown")
      }
      return (cells, faults)
    }
  }

  /// Widths, heights, views and the like of the sheets, and the tab that is seen first.
  private func faultsBesideCells(_ one: PatchCase, _ bytes: [UInt8]) throws -> [String] {
    var faults: [String] = []
    let (before, after) = (
      try Workbook(bytes: one.bytes, name: "before.xlsx"), try Workbook(bytes: bytes, name: "after.xlsx")
    )
    for sheet in one.start.sheets {
      guard let old = before.worksheets.first(where: { $0.name == sheet.name }),
        let new = after.worksheets.first(where: { $0.name == one.end.sheet(sheet.id).name })
      else { continue }
      let (first, second) = (try old.layout(), try new.layout())
      if first.columns != second.columns { faults.append("\(sheet.name): columns") }
      if first.merges != second.merges { faults.append("\(sheet.name): merges") }
      if first.validations.map(\.ranges) != second.validations.map(\.ranges) { faults.append("\(sheet.name): rules") }
      if first.protection != second.protection { faults.append("\(sheet.name): protection") }
      if first.defaultRowHeight != second.defaultRowHeight { faults.append("\(sheet.name): heights") }
      if first.tabColor != second.tabColor { faults.append("\(sheet.name): colour") }
      // Excel takes cells outside the range that a sheet claims for damage in some versions.
      if let used = second.usedRange, let declared = second.declaredRange,
        !declared.contains(used.first) || !declared.contains(used.last)
      {
        faults.append("\(sheet.name): uses \(used), claims \(declared)")
      }
    }
    faults += try PackageParts(bytes).foreignElements
    let selected = try after.worksheets.indices.filter { try after.worksheets[$0].layout().view?.isSelected == true }
    let active = PackageParts.activeTab(try PackageParts(bytes)["xl/workbook.xml"])
    if selected != [active] { faults.append("the tabs \(selected) are selected, and \(active) is active") }
    if after.worksheets[active].visibility != .visible { faults.append("the active tab \(active) is hidden") }
    return faults
  }

  /// Makes the cases of a part and tries each, whatever became of the others.
  ///
  /// - Parameter body: Gives how many cells were compared, and what is wrong.
  private func each(
    _ part: Int, oneIn share: UInt64 = 1, _ body: (UInt64) throws -> (cells: Int, faults: [String])
  ) throws {
    var cells = 0
    let seeds = PatchRun.seeds(of: part).filter { ($0 / 4) % share == 0 }
    for seed in seeds {
      let faults: [String]
      do {
        let outcome = try body(seed)
        cells += outcome.cells
        faults = outcome.faults
      } catch {
        faults = ["\(error)"]
      }
      if !faults.isEmpty {
        Issue.record("PATCH_SEED=\(seed): \(faults.count): \(faults.prefix(4).joined(separator: "\n"))")
      }
    }
    if PatchRun.isLong, cells > 0 { print("\(seeds.count) workbooks changed, \(cells) cells compared") }
  }
}

extension Operation {
  /// The cell whose content or looks are changed.
  fileprivate var cell: CellReference? {
    switch self {
    case .set(_, let cell, _), .restyle(_, let cell, _): cell
    default: nil
    }
  }
}

extension PackageParts {
  /// Elements without a prefix in parts whose root has one: they belong to no namespace, and Excel takes them for damage.
  fileprivate var foreignElements: [String] {
    names.sorted().flatMap { name -> [String] in
      let text = self[name].replacing(#/<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>/#.dotMatchesNewlines(), with: "")
      guard text.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).hasPrefix("<x:") else { return [] }
      return text.matches(of: #/<[A-Za-z]+[\s>\/]/#).prefix(1).map { "\(name) holds \($0.0)" }
    }
  }

  fileprivate static func activeTab(_ workbook: String) -> Int {
    workbook.firstMatch(of: #/activeTab\s*=\s*["'](\d+)["']/#).flatMap { Int($0.1) } ?? 0
  }
}
