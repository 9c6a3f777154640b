import BudgetSheets
import Testing
import XlsxWrite

/// One repair may bring to light what another is for: all of it is done in one cleaning.
@Suite struct RepeatedPassTests {
  @Test(arguments: [
    RepairCase.repaired(
      "a name that was cut off beside a joined code", .truncatedName,
      [
        "预算03表!A13": .text("2080505"), "预算03表!B13": .nothing, "预算03表!C13": .nothing,
        "预算03表!E13": .text("机关事业单位基本养老保险缴费"),
      ], to: ["预算03表!E13": #"text "机关事业单位基本养老保险缴费支出""#]),
    RepairCase.repaired(
      "a blank inside a name behind a code", .nameBlanks,
      ["预算06表!A8": .text("30101 基本 工资"), "预算06表!B8": .nothing],
      to: ["预算06表!A8": #"text "30101""#, "预算06表!B8": #"text "基本工资""#]),
    RepairCase.repaired(
      "markup with a zero-width character inside", .htmlMarkup, ["预算12表!B4": .text("甲&\u{200B}nbsp;乙")],
      to: ["预算12表!B4": #"text "甲 乙""#]),
    RepairCase.repaired(
      "a command with a zero-width character inside", .latexSigns, ["预算13表!H9": .text("\\g\u{200B}eq11")],
      to: ["预算13表!H9": #"text "≥11""#]),
    RepairCase.repaired(
      "a misread sign inside markup", .misreadSign, ["预算12表!D20": .text("<p>W30%</p>")],
      selection: RepairSelection(codes: [.htmlMarkup, .misreadSign]), to: ["预算12表!D20": #"text "≤30%""#]),
  ]) func allIsDoneAtOnce(_ test: RepairCase) throws {
    var messed = try MessedSubmission()
    try messed.put(test.put)
    let result = try messed.cleaned(test.selection)
    for (place, wanted) in test.result {
      #expect(try MessedSubmission.content(of: place, in: result.bytes) == wanted)
    }
    #expect(result.log.changes.contains { $0.code == test.code })
    let again = try Cleaner(sets: [MessedSubmission.set.get()]).clean(
      bytes: result.bytes, name: messed.name, applying: test.selection)
    #expect(again.log.changes.isEmpty && again.bytes == result.bytes)
    let undone = try ChangeUndo(result.log).undo(bytes: result.bytes, name: messed.name)
    for place in result.log.changes.map(\.place.address) {
      #expect(
        try MessedSubmission.content(of: place, in: undone.bytes)
          == MessedSubmission.content(of: place, in: messed.bytes))
    }
  }
}
