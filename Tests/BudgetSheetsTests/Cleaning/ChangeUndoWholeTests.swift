import Testing
import XlsxPackage
import XlsxWrite

@testable import BudgetSheets

/// Taking back changes that belong together, and cells that other programs have touched.
@Suite struct ChangeUndoWholeTests {
  typealias Sample = ChangeLogSample

  private static func refusal(_ body: () throws -> UndoResult) throws -> UndoError {
    try #require(throws: UndoError.self) { try body() }
  }

  private static func address(_ text: String) throws -> SheetAddress { try #require(SheetAddress(text: text)) }

  // MARK: What belongs together

  @Test func aConvertedSheetIsNotTakenBackInPart() throws {
    let submitted = try UnitRepairTests.inYuan()
    let result = try submitted.cleaned()
    let undo = ChangeUndo(result.log)
    for cell in ["预算05表!F7", "预算05表!N3"] {
      let error = try Self.refusal {
        try undo.undo(bytes: result.bytes, name: "a.xlsx", cells: [try Self.address(cell)])
      }
      guard case .divided("预算05表", nil, .statedUnit) = error else { return #expect(Bool(false), "\(error)") }
      #expect(error.line(in: .chinese) == "预算05表由 Q27 所作的改动须一并恢复，没有恢复。请不要只选其中的一部分。")
      #expect(error.line(in: .english).contains("Q27 made to 预算05表 belong together"))
    }
    // As a whole it goes back.
    let back = try undo.undo(bytes: result.bytes, name: "a.xlsx", codes: [.statedUnit])
    #expect(try MessedSubmission.content(of: "预算05表!N3", in: back.bytes) == "text \"单位：元\"")
    #expect(try MessedSubmission.content(of: "预算05表!F7", in: back.bytes) == "number 6343400")
  }

  /// A text that became a number and was converted then stands for all that was converted.
  @Test func aCellThatAlsoBecameANumberDoesNotGoBackAlone() throws {
    var submitted = try UnitRepairTests.inYuan()
    try submitted.put(["预算05表!F9": .text("1,999,100.00")])
    let result = try submitted.cleaned()
    let error = try Self.refusal {
      try ChangeUndo(result.log).undo(
        bytes: result.bytes, name: "a.xlsx", cells: [try Self.address("预算05表!F9")])
    }
    guard case .divided(_, _, .statedUnit) = error else { return #expect(Bool(false), "\(error)") }
  }

  /// An amount that was filled in after a conversion counts in the new unit.
  @Test func aConversionIsNotTakenBackFromUnderLaterAmounts() throws {
    let changes = [
      Sample.change(.statedUnit, "预算03表", "H9", Sample.number("1822600"), Sample.number("182.26")),
      Sample.change(.blankTotal, "预算03表", "J9", CellState(kind: .blank, text: ""), Sample.number("182.26")),
      Sample.change(.nameBlanks, "预算03表", "C9", Sample.text("甲 乙"), Sample.text("甲乙")),
    ]
    let cleaned = try Sample.cleaned(try Sample.submitted(), Sample.log(changes))
    let undo = ChangeUndo(Sample.log(changes))
    let error = try Self.refusal { try undo.undo(bytes: cleaned, name: "a.xlsx", codes: [.statedUnit]) }
    guard case .changedLater(let place, .statedUnit, [.blankTotal]) = error else {
      return #expect(Bool(false), "\(error)")
    }
    #expect(place.address == "预算03表!J9")
    #expect(
      try undo.undo(bytes: cleaned, name: "a.xlsx", codes: [.statedUnit, .blankTotal]).remaining.changes == [changes[2]]
    )
    #expect(try undo.undo(bytes: cleaned, name: "a.xlsx", codes: [.blankTotal]).undone == [changes[1]])
  }

  @Test(arguments: [RepairCode.suspectedUnit, .shiftedAmount]) func suggestionsForASheetGoBackTogether(
    _ code: RepairCode
  ) throws {
    let changes = ["H9", "J9"].map { Sample.change(code, "预算03表", $0, Sample.number("2"), Sample.number("1")) }
    let other = Sample.change(code, "预算02表", "C8", Sample.number("2"), Sample.number("1"))
    let log = Sample.log(changes + [other])
    let cleaned = try Sample.cleaned(try Sample.submitted(), log)
    let error = try Self.refusal {
      try ChangeUndo(log).undo(bytes: cleaned, name: "a.xlsx", cells: [try Self.address("预算03表!H9")])
    }
    guard case .divided("预算03表", nil, code) = error else { return #expect(Bool(false), "\(error)") }
    let back = try ChangeUndo(log).undo(
      bytes: cleaned, name: "a.xlsx", cells: [try Self.address("预算03表!H9"), try Self.address("预算03表!J9")])
    #expect(back.undone == changes)
  }

  @Test func aCodeThatWasSplitGoesBackByItsRow() throws {
    let rows = [("A", 9), ("B", 9), ("A", 10), ("B", 10)].map { column, row in
      Sample.change(.joinedCode, "预算03表", "\(column)\(row)", Sample.text("x"), Sample.text("20"), ["text": "x"])
    }
    let log = Sample.log(rows)
    let cleaned = try Sample.cleaned(try Sample.submitted(), log)
    let error = try Self.refusal {
      try ChangeUndo(log).undo(bytes: cleaned, name: "a.xlsx", cells: [try Self.address("预算03表!A9")])
    }
    guard case .divided("预算03表", 9, .joinedCode) = error else { return #expect(Bool(false), "\(error)") }
    #expect(error.line(in: .chinese).hasPrefix("预算03表 第 9 行由 Q13 所作的改动"))
    let cells: Set<SheetAddress> = [try Self.address("预算03表!A9"), try Self.address("预算03表!B9")]
    #expect(try ChangeUndo(log).undo(bytes: cleaned, name: "a.xlsx", cells: cells).undone == Array(rows.prefix(2)))
  }

  @Test func theDescriptionsSayWhatBelongsTogether() {
    let whole = Cleaner.repairs.filter(\.isWhole).map(\.code)
    #expect(whole == [.joinedCode, .statedUnit, .suspectedUnit, .shiftedAmount])
  }

  // MARK: Names of sheets

  @Test func upperAndLowerCaseAreTheSameWhereThereIsNoOther() throws {
    let submitted = try AnnotationSample.changed(try Sample.submitted()) { patch in
      try patch.addWorksheet(named: "Extra") { try $0.write(text: "—", at: Sample.cell("A1")) }
    }
    let change = Sample.change(.nilMark, "Extra", "A1", Sample.text("—"), CellState(kind: .blank, text: ""))
    let log = Sample.log([change], of: submitted)
    let cleaned = try Sample.cleaned(submitted, log)
    let result = try ChangeUndo(log).undo(bytes: cleaned, name: "a.xlsx", cells: [try Self.address("extra!A1")])
    #expect(result.undone == [change])
    // Where the log has both names, only the exact one is meant.
    let both = [change, Sample.change(.nilMark, "EXTRA", "A1", Sample.text("—"), Sample.number("1"))]
    #expect(UndoSelection.named([try Self.address("EXTRA!A1")], in: both) == [try Self.address("EXTRA!A1")])
  }

  // MARK: Other programs

  @Test func aResultThatWasWorkedOutAnewIsTheSame() throws {
    let change = Sample.change(
      .statedUnit, "预算03表", "H9", CellState(kind: .number, text: "3000", formula: "H10+H11"),
      CellState(kind: .number, text: "0.3", formula: "H10+H11"))
    let log = Sample.log([change])
    let cleaned = try Sample.cleaned(try Sample.submitted(), log)
    func undo(_ result: String, formula: String = "H10+H11") throws -> UndoResult {
      let saved = try AnnotationSample.changed(cleaned) {
        try $0.worksheet(named: "预算03表").set(.formula(formula, .number(result)), at: Sample.cell("H9"))
      }
      return try ChangeUndo(log).undo(bytes: saved, name: "a.xlsx")
    }
    #expect(try undo("0.30000000000000004").undone == [change])
    #expect(throws: UndoError.self) { try undo("0.3001") }
    #expect(throws: UndoError.self) { try undo("0.3", formula: "H10+H12") }
    // A number that somebody typed is compared exactly.
    #expect(!Sample.number("0.3").holdsSame(as: Sample.number("0.30000000000000004")))
  }

  @Test(arguments: ["", "\"元", "0.00[", "0\\"]) func aFormatThatNoCellCanBeGivenStaysAway(_ format: String) throws {
    #expect(!CellState.canRestore(format: format))
    let change = Sample.change(.nilMark, "预算03表", "J9", Sample.text("—", format), Sample.number("1", "0.00"))
    let cleaned = try Sample.cleaned(try Sample.submitted(), Sample.log([change]))
    let back = try ChangeUndo(Sample.log([change])).undo(bytes: cleaned, name: "a.xlsx")
    #expect(try Sample.cells(back.bytes)["预算03表"]?["J9"] == ["text", "—", "0.00", "-"])
  }

  @Test(arguments: ["General", "@", "#,##0.00", "0.00\"元\"", "[Red]-0.00", "_ * #,##0_ ", "\\0"])
  func formatsOfCellsCanBeGivenBack(_ format: String) {
    #expect(CellState.canRestore(format: format))
  }
}
