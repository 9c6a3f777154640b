import Foundation
import Testing
import XlsxPackage

@testable import BudgetSheets
@testable import sheets

/// How the result of one workbook is told to people, on results that no workbook is behind.
@Suite struct CleanTextTests {
  private static func change(
    _ code: RepairCode, _ cell: String, _ row: String, _ before: CellState, _ after: CellState,
    _ details: [String: String] = [:]
  ) -> CellChange {
    CellChange(
      code: code, place: InventedReport.place("01", cell, row, ["金额"]), before: before, after: after, details: details)
  }

  private static let blank = CellState(kind: .blank, text: "")

  private static func text(_ text: String) -> CellState { CellState(kind: .text, text: text, format: "@") }

  /// A result with everything that there is to say.
  private static let everything = CleaningResult(
    set: "luoyang-2023",
    log: ChangeLog(
      file: "某局 2023.xlsx", sha256: "", cleanedSHA256: "", set: "luoyang-2023",
      changes: (1...5).map { change(.nilMark, "B\($0 + 5)", "第\($0)行", text("—"), blank, ["text": "—"]) }
        + [
          change(.nameBlanks, "A12", "某某 局", text("某某\n局"), text("某某局")),
          change(.amountAsText, "B13", "合计", text("51.80"), CellState(kind: .number, text: "51.8")),
        ]),
    offered: [
      change(.zeroForNil, "B14", "其他", CellState(kind: .number, text: "0"), blank),
      change(
        .damagedCode, "C15", "项目", text("4.1E+19"), text("41030223000000009618"), ["source": "预算11表", "name": "项目"]),
    ],
    kept: [
      .init(
        code: .statedUnit, place: Place(form: "01", sheet: "预算01表"), reason: .amountUnread),
      .init(
        code: .amountAsText, place: InventedReport.place("01", "D9", "行", ["金额"]), reason: .notAllowed("array formula")),
      .init(
        code: .amountAsText, place: InventedReport.place("01", "D8", "行", ["金额"]), reason: .notAllowed("array formula")),
    ],
    before: InventedReport.everything, after: InventedReport.everything, bytes: [])

  private static func body(
    _ result: CleaningResult, _ language: String = "zh", isApplied: Bool = false, all: Bool = false
  ) throws -> (body: String, block: String, sentence: String) {
    let set = try InventedReport.set()
    let options = InventedReport.options(language)
    let text = CleanText(
      result: result, set: set, options: options, isApplied: isApplied,
      meaning: CodeCatalogue(sets: [set], options: options, style: .plain).shortMeaning, listsAll: all)
    return (text.body.joined(separator: "\n") + "\n", text.block.joined(separator: "\n") + "\n", text.sentence)
  }

  @Test(arguments: ["zh", "en"]) func everythingIsTold(_ language: String) throws {
    let plan = try Self.body(Self.everything, language)
    let done = try Self.body(Self.everything, language, isApplied: true, all: true)
    let texts = [plan.body, plan.block, plan.sentence + "\n", done.body, done.sentence + "\n"]
    try Snapshot.expect(texts.joined(separator: "\n"), "clean-text-\(language)")
  }

  @Test func theOrderIsThatOfTheCodes() throws {
    let lines = try Self.body(Self.everything).body.split(separator: "\n").filter {
      $0.hasSuffix(" 处") && $0.contains("Q")
    }
    #expect(lines.map { $0.dropFirst(5).prefix(3) } == ["Q01", "Q21", "Q22", "Q15", "Q23"])
  }

  @Test func nothingToDoIsSaid() throws {
    var result = Self.everything
    result.log.changes = []
    result.offered = []
    result.kept = []
    result.after = InventedReport.clean
    let text = try Self.body(result)
    #expect(text.body == "某局 2023.xlsx：某局，2023 年（luoyang-2023）\n清洗计划：安全 0 · 记录 0 · 建议 0（文件没有改动）\n")
    #expect(text.sentence == "没有需要清洗的内容。没有待处理的问题。")
    #expect(try Self.body(result, "en").sentence == "There is nothing to clean. Nothing is left for a person.")
  }
}
