import BudgetSheets
import Testing
import XlsxWrite

/// Cells and rows that say nothing any more once they are clean, and cells that nobody sees.
@Suite struct VanishingContentTests {
  private func cleaned(_ bytes: [UInt8]) throws -> CleaningResult {
    try Cleaner(sets: [MessedSubmission.set.get()]).clean(bytes: bytes, name: "raw.xlsx")
  }

  @Test(arguments: ["－", "0"]) func aFormWhoseOneRowSaysNothing(_ sign: String) throws {
    let cells = ["A6", "B6", "C6", "D6", "E6", "F6"]
    let contents = cells.map { ($0, RawSubmission.inline($0, sign)) }
    let bytes = try RawSubmission.workbook(
      "预算08表", cells: Dictionary(uniqueKeysWithValues: contents), unmerging: ["A6:F6"])
    let result = try cleaned(bytes)
    // Without its signs the form would have no row.
    for cell in cells {
      #expect(
        try MessedSubmission.content(of: "预算08表!\(cell)", in: result.bytes)
          == (sign == "0" ? "number 0" : "text \"\(sign)\""))
    }
  }

  @Test func aRowOfSignsBelowTheOthers() throws {
    var messed = try MessedSubmission()
    let cells = ["F", "G", "H", "I", "J", "K", "L", "M", "N"].map { "预算03表!\($0)17" }
    try messed.put(Dictionary(uniqueKeysWithValues: cells.map { ($0, CellContent.text("-")) }))
    let result = try messed.cleaned()
    for cell in cells { #expect(try MessedSubmission.content(of: cell, in: result.bytes) == #"text "-""#) }
  }

  @Test func whatIsHiddenInsideOfMergedCellsStays() throws {
    let bytes = try RawSubmission.workbook(
      "预算03表", cells: ["G10": RawSubmission.inline("G10", "－"), "I10": RawSubmission.inline("I10", "－")],
      merging: ["G9:G10"])
    let result = try cleaned(bytes)
    #expect(result.log.changes.map(\.place.address) == ["预算03表!I10"])
    _ = try ChangeUndo(result.log).undo(bytes: result.bytes, name: "raw.xlsx")
  }

  @Test func aTextIsNeverLeftWithBlanksAlone() throws {
    var messed = try MessedSubmission()
    try messed.put(["预算13表!J9": .text("&nbsp;")])
    let result = try messed.cleaned()
    #expect(try MessedSubmission.content(of: "预算13表!J9", in: result.bytes) == #"text "&nbsp;""#)
  }
}
