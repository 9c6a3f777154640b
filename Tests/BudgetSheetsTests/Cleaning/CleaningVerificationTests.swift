import Testing
import XlsxPackage
import XlsxWrite

@testable import BudgetSheets

/// What holds a cleaned workbook against the submitted one.
@Suite struct CleaningVerificationTests {
  private static func reading(_ submission: MessedSubmission) throws -> BookReading {
    try BookReader(sets: [MessedSubmission.set.get()]).reading(bytes: submission.bytes, name: submission.name)
  }

  private static func change(_ place: String, _ code: RepairCode, to after: CellState) throws -> CellChange {
    let address = try #require(SheetAddress(text: place))
    return CellChange(
      code: code, place: Place(sheet: address.sheet, cell: address.cell), before: CellState(kind: .blank, text: ""),
      after: after)
  }

  /// Where cleaning would be stopped if this were in the cleaned workbook and that in its log.
  private static func fault(
    _ contents: [String: CellContent], formats: [String: String] = [:], log: [CellChange] = []
  ) throws -> String? {
    let before = try MessedSubmission()
    var after = before
    try after.put(contents, formats: formats)
    return CleaningVerification(before: try reading(before), after: try reading(after), changes: log).fault()?.address
  }

  @Test func aChangeOutsideTheLogIsSeen() throws {
    #expect(try Self.fault([:]) == nil)
    #expect(try Self.fault(["预算03表!F9": .number("199.92")]) == "预算03表!F9")
    #expect(try Self.fault(["预算03表!E9": .text("行政运行 ")]) == "预算03表!E9")
    #expect(try Self.fault(["预算03表!F9": .nothing]) == "预算03表!F9")
    #expect(try Self.fault(["预算03表!K9": .number("0")]) == "预算03表!K9")
    #expect(try Self.fault(["预算01表!A1": .text("2023年部门收支预算表（改）")]) == "预算01表!A1")
    #expect(try Self.fault(["预算08表!A20": .text("表外")]) == "预算08表!A20")
    #expect(try Self.fault([:], formats: ["预算03表!F9": "0.0000"]) == "预算03表!F9")
    #expect(try Self.fault(["预算03表!F9": .formula("G9", .number("199.91"))]) == "预算03表!F9")
  }

  @Test func anAmountThatOnlyANotedRepairChangedIsSeen() throws {
    let after = CellState(kind: .number, text: "199.92")
    let log = [try Self.change("预算03表!F9", .amountAsText, to: after)]
    #expect(try Self.fault(["预算03表!F9": .number("199.92")], log: log) == "预算03表!F9")
    let suggested = [try Self.change("预算03表!F9", .suspectedUnit, to: after)]
    #expect(try Self.fault(["预算03表!F9": .number("199.92")], log: suggested) == nil)
    #expect(try Self.fault(["预算03表!F9": .number("199.93")], log: suggested) == "预算03表!F9")
  }

  @Test func anAmountThatWasBlankedAsZeroIsSeen() throws {
    let log = [try Self.change("预算03表!F9", .zeroForNil, to: CellState(kind: .blank, text: ""))]
    #expect(try Self.fault(["预算03表!F9": .nothing], log: log) == "预算03表!F9")
  }

  @Test func whatWouldReadOtherwiseIsLeftAsItWas() throws {
    // A note with zeros beside it is a row of the form; without them it would be a note.
    var messed = try MessedSubmission()
    try messed.put([
      "预算03表!A17": .text("注：以下无"), "预算03表!F17": .number("0"), "预算03表!G17": .number("0"), "预算03表!H17": .number("0"),
    ])
    let result = try messed.cleaned()
    for place in ["预算03表!F17", "预算03表!G17", "预算03表!H17"] {
      #expect(try MessedSubmission.content(of: place, in: result.bytes) == "number 0")
    }
    #expect(result.log.changes.map(\.code) == [.repeatedCode])
    #expect(result.kept.contains { $0.code == .zeroForNil && $0.reason == .readsDifferently })
    #expect(
      try Cleaner(sets: [MessedSubmission.set.get()]).clean(bytes: result.bytes, name: messed.name).bytes
        == result.bytes)
  }

  @Test func aRowOfNothingButZerosStays() throws {
    var messed = try MessedSubmission()
    try messed.put(
      Dictionary(uniqueKeysWithValues: ["F", "G", "H", "I"].map { ("预算03表!\($0)17", CellContent.number("0")) }))
    try messed.put(Dictionary(uniqueKeysWithValues: ["C", "D"].map { ("预算13表!\($0)16", CellContent.text("-")) }))
    let result = try messed.cleaned()
    #expect(try MessedSubmission.content(of: "预算03表!F17", in: result.bytes) == "number 0")
    #expect(try MessedSubmission.content(of: "预算13表!C16", in: result.bytes) == #"text "-""#)
    #expect(result.log.changes.map(\.code) == [.repeatedCode])
  }
}
