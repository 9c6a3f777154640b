import BudgetSheets
import Testing

/// Two causes that want different things of one cell.
@Suite struct CausesInDoubtTests {
  @Test func theCellStays() throws {
    let bytes = try RawSubmission.workbook(
      "预算07表", of: "invented-2023",
      cells: [
        "G13": "<c r='G13'><v>1162700</v></c>", "I22": RawSubmission.inline("I22", "1.0"),
        "Q14": RawSubmission.inline("Q14", " "),
      ])
    let all = RepairSelection(codes: Set(RepairCode.allCases))
    let result = try Cleaner(sets: [MessedSubmission.set.get()]).clean(
      bytes: bytes, name: "raw.xlsx", applying: all)
    #expect(result.log.changes.contains { $0.place.address == "预算07表!I22" })
    #expect(!result.log.changes.contains { $0.place.address == "预算07表!G13" })
    _ = try ChangeUndo(result.log).undo(bytes: result.bytes, name: "raw.xlsx")
  }
}
