import BudgetSheets
import Testing

/// Cells that could not be given back as they were: they stay, and that is told.
@Suite struct UnrestorableCellTests {
  @Test(arguments: [
    "[Foo", "&quot;" + String(repeating: "x", count: 300) + "&quot;0",
  ]) func aFormatThatNoProgramMayWrite(_ format: String) throws {
    let styles =
      "<numFmts><numFmt numFmtId='170' formatCode='\(format)'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='170'/></cellXfs>"
    let bytes = try RawSubmission.workbook(
      "预算03表", cells: ["A9": "<c r='A9' s='1'><v>206</v></c>", "A10": "<c r='A10'><v>206</v></c>"], styles: styles)
    try check(bytes, kept: "预算03表!A9", .codeAsNumber, changed: "预算03表!A10")
  }

  @Test func aTextThatIsLongerThanACellHolds() throws {
    let long = "<p>" + String(repeating: "甲&nbsp;乙", count: 5000) + "</p>"
    let bytes = try RawSubmission.workbook(
      "预算12表", cells: ["B4": RawSubmission.inline("B4", long), "C6": RawSubmission.inline("C6", "<p>甲</p>")])
    try check(bytes, kept: "预算12表!B4", .htmlMarkup, changed: "预算12表!C6")
  }

  private func check(_ bytes: [UInt8], kept: String, _ code: RepairCode, changed: String) throws {
    let result = try Cleaner(sets: [MessedSubmission.set.get()]).clean(bytes: bytes, name: "raw.xlsx")
    let places = result.log.changes.map(\.place.address)
    #expect(places.contains(changed) && !places.contains(kept))
    #expect(
      result.kept.contains {
        if case .notAllowed = $0.reason { return $0.code == code && $0.place.address == kept }
        return false
      })
    let undone = try ChangeUndo(result.log).undo(bytes: result.bytes, name: "raw.xlsx")
    for place in places {
      #expect(
        try MessedSubmission.content(of: place, in: undone.bytes) == MessedSubmission.content(of: place, in: bytes))
    }
  }
}
