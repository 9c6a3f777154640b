import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

@testable import BudgetSheets

/// Random changes of a real workbook go back, all or some of them.
@Suite struct ChangeUndoPropertyTests {
  typealias Sample = ChangeLogSample

  /// The codes by when they are done: of the changes to one cell, a later one has a later code.
  private static let stages: [[RepairCode]] = [
    [.nameBlanks, .invisibleCharacters, .latexSigns], [.codeNotation, .unitInCell, .nilMark],
    [.amountAsText, .floatNoise, .codeAsNumber],
  ]

  private static let formats = [
    "General", "@", "0", "0.00", "#,##0.00", "yyyy/m/d", "mm-dd-yy", "_ * #,##0.00_ ;[Red]\\-0", "\"金额\"0.0;\"负\"0",
    "0.00E+00", "yyyy\"年\"m\"月\"", "#,##0.000000",
  ]

  private static let texts = [
    "", " ", "\n", "\r", "\r\n", "\u{3000}", "=1+1", "'0012", "-5", "1e5", "2023-01-05", "TRUE", "#REF!", "_x000D_",
    "_x005F_", "<&>\"'",
    "]]>", "😀👨‍👩‍👧", "e\u{301}", "\u{301}", "\u{1}\u{8}\u{1F}", "\u{200B}\u{FEFF}\u{2028}", "名称 \t 末尾 ", "206　01",
  ]

  private static func state(_ source: inout SeededSource) -> CellState {
    let format = source.pick(formats)
    let numbers = [
      source.digits(source.number(1...17)), "\(source.number(0...999)).\(source.digits(source.number(1...15)))",
      "-0.\(source.digits(3))", "1.50E-\(source.number(1...9))", "007", "0",
    ]
    func text(_ source: inout SeededSource) -> String {
      (0..<source.number(1...3)).map { _ in source.pick(texts) }.joined()
    }
    let formula = "B\(source.number(1...9))+\(source.number(1...9))"
    switch source.number(0...11) {
    case 0, 1: return CellState(kind: .blank, text: "", format: format)
    case 2...4: return CellState(kind: .number, text: source.pick(numbers), format: format)
    case 5...7: return CellState(kind: .text, text: text(&source), format: format)
    case 8: return CellState(kind: .boolean, text: source.pick(["0", "1"]), format: format)
    case 9: return CellState(kind: .date, text: "\(source.number(1...60_000)).25", format: "yyyy/m/d")
    case 10: return CellState(kind: .number, text: source.pick(numbers), format: format, formula: formula)
    default: return CellState(kind: .text, text: text(&source), format: format, formula: "A1&\"x\"")
    }
  }

  /// One to three changes for each of some cells, the first of which starts from what the workbook holds.
  private static func changes(of bytes: [UInt8], _ source: inout SeededSource) throws -> [CellChange] {
    var states: [(address: SheetAddress, state: CellState)] = []
    for worksheet in try Workbook(bytes: bytes, name: "in.xlsx").worksheets {
      let merges = try worksheet.layout().merges
      for row in try worksheet.rows {
        for cell in row where cell.kind != .error {
          // What lies hidden in merged cells cannot be changed.
          if merges.contains(where: { $0.contains(cell.reference) && $0.first != cell.reference }) { continue }
          states.append((SheetAddress(sheet: worksheet.name, cell: cell.reference), CellState(cell)))
        }
      }
      let far = CellReference(row: source.number(200...230), column: source.number(1...30))
      states.append((SheetAddress(sheet: worksheet.name, cell: far), CellState(kind: .blank, text: "")))
    }
    states.shuffle(using: &source)
    var chains: [[CellChange]] = []
    for (address, first) in states.prefix(60) {
      var chain: [CellChange] = []
      var before = first
      for stage in 0..<source.number(1...3) {
        let after = state(&source)
        chain.append(
          CellChange(
            code: source.pick(stages[stage]), place: Place(sheet: address.sheet, cell: address.cell), before: before,
            after: after))
        before = after
      }
      chains.append(chain)
    }
    // In the order of the stages, as repairs are done one after the other.
    return (0..<3).flatMap { stage in chains.filter { $0.count > stage }.map { $0[stage] } }
  }

  private static func isSame(_ first: CellState, _ second: CellState) -> Bool {
    first.holdsExactly(second) && first.format == second.format
  }

  @Test(arguments: 0..<10) func randomChangesGoBack(_ seed: Int) throws {
    var source = SeededSource(seed: UInt64(seed))
    let submitted = try Sample.submitted()
    let expected = try Sample.cells(submitted)
    let changes = try Self.changes(of: submitted, &source)
    let log = Sample.log(changes, of: submitted)
    let cleaned = try Sample.cleaned(submitted, log)
    let all = try ChangeUndo(log).undo(bytes: cleaned, name: "c.xlsx")
    #expect(try Sample.cells(all.bytes) == expected)
    #expect(all.undone == changes)
    #expect(try Sample.records(all.bytes).isEmpty)

    // Cell by cell.
    let cells = Set(changes.compactMap(\.address).filter { _ in source.once(in: 2) })
    try check(try ChangeUndo(log).undo(bytes: cleaned, name: "c.xlsx", cells: cells), log, expected) {
      cells.contains($0)
    }
    // The last stages.
    for stage in 1...2 {
      let codes = Set(Self.stages[stage...].joined())
      try check(try ChangeUndo(log).undo(bytes: cleaned, name: "c.xlsx", codes: codes), log, expected) { _ in true }
    }
    // Some codes: where one stands under another that stays, nothing is done.
    let codes = Set(Self.stages.joined().filter { _ in source.once(in: 2) })
    if !codes.isEmpty {
      let isUnder = changes.indices.contains { index in
        codes.contains(changes[index].code)
          && changes[(index + 1)...].contains { $0.address == changes[index].address && !codes.contains($0.code) }
      }
      if isUnder {
        let error = #expect(throws: UndoError.self) {
          try ChangeUndo(log).undo(bytes: cleaned, name: "c.xlsx", codes: codes)
        }
        if case .changedLater? = error {} else { Issue.record("\(String(describing: error))") }
      } else {
        try check(try ChangeUndo(log).undo(bytes: cleaned, name: "c.xlsx", codes: codes), log, expected) { _ in true }
      }
    }
  }

  /// Looks at every cell of the log, takes the rest back, and looks at every cell of the workbook.
  private func check(
    _ result: UndoResult, _ log: ChangeLog, _ expected: [String: [String: [String]]],
    _ isSelected: (SheetAddress) -> Bool
  ) throws {
    var wanted: [SheetAddress: CellState] = [:]
    for change in log.changes { wanted[try #require(change.address)] = change.after }
    for change in result.undone.reversed() { wanted[try #require(change.address)] = change.before }
    let states = try UndoneWorkbook(result.bytes, name: "u.xlsx", limits: .default).states(of: Array(wanted.keys))
    for (address, state) in wanted {
      let found = try #require(states[address])
      #expect(Self.isSame(found, state), "\(address): \(found), not \(state)")
    }
    #expect(result.undone.allSatisfy { $0.address.map(isSelected) ?? false })
    #expect(result.undone.count + result.remaining.changes.count == log.changes.count)
    let lines = try Sample.records(result.bytes).first?.lines ?? []
    #expect(lines.map(\.key) == result.remaining.changes.map { CleaningRecord.Line($0, in: .chinese).key })
    if result.remaining.changes.isEmpty { return }
    let rest = try ChangeUndo(result.remaining).undo(bytes: result.bytes, name: "u.xlsx")
    #expect(try Sample.cells(rest.bytes) == expected)
  }
}
