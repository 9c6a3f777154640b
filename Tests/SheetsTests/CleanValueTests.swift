import BudgetSheets
import Foundation
import Testing

@testable import sheets

/// How what a cell holds is shown to people, and how wide text is.
@Suite struct CleanValueTests {
  private static func text(_ before: CellState, _ after: CellState, _ language: String = "zh") -> String {
    CellStateText(options: InventedReport.options(language)).text(from: before, to: after)
  }

  private static func text(_ state: CellState, _ language: String = "zh") -> String {
    CellStateText(options: InventedReport.options(language)).text(state)
  }

  private static func of(_ text: String) -> CellState { CellState(kind: .text, text: text) }

  @Test func aTextIsToldFromANumber() {
    #expect(Self.text(Self.of("51.80"), CellState(kind: .number, text: "51.80")) == "“51.80” → 51.80")
    #expect(Self.text(CellState(kind: .number, text: "291.03999999999996")) == "291.03999999999996")
    #expect(Self.text(Self.of("１２３")) == "“１２３”")
  }

  @Test func everyKindHasItsWords() {
    #expect(Self.text(Self.of("—"), CellState(kind: .blank, text: "")) == "“—” → 空白")
    #expect(Self.text(CellState(kind: .blank, text: ""), "en") == "blank")
    #expect(Self.text(CellState(kind: .boolean, text: "1")) == "TRUE")
    #expect(Self.text(CellState(kind: .error, text: "#REF!")) == "#REF!")
    #expect(Self.text(CellState(kind: .date, text: "45000"), "en") == "45000 shown as a date")
    let formula = CellState(kind: .number, text: "45", formula: "SUM(D5:D9)")
    #expect(Self.text(formula) == "=SUM(D5:D9)（结果 45）")
    #expect(Self.text(formula, "en") == "=SUM(D5:D9) (result 45)")
    #expect(Self.text(CellState(kind: .blank, text: "", formula: "A1")) == "=A1")
  }

  @Test(arguments: [
    ("甲\n乙\r\n丙", "甲⏎乙⏎丙"), ("老城区　信息化局", "老城区␣信息化局"), (" 合 计 ", "␣合 计␣"), ("a  b", "a ␣b"),
    ("a\u{A0}b\tc", "a␣b⇥c"), ("款\u{200B}项\u{FEFF}", "款‹U+200B›项‹U+FEFF›"), ("   ", "␣␣␣"), ("㎡①Ⅱ", "㎡①Ⅱ"), ("", ""),
  ]) func whatIsNotSeenIsShown(_ row: (text: String, shown: String)) {
    #expect(CellStateText.visible(row.text) == row.shown)
  }

  @Test func aChangeOfFormatAloneIsShown() {
    let before = CellState(kind: .number, text: "101", format: "General")
    #expect(Self.text(before, CellState(kind: .number, text: "101", format: "@")) == "101 (General) → 101 (@)")
  }

  @Test func ofLongTextsTheDifferenceIsShown() {
    let head = String(repeating: "前", count: 60)
    let tail = String(repeating: "后", count: 60)
    #expect(
      Self.text(Self.of(head + "\\geq" + tail), Self.of(head + "≥" + tail))
        == "“…前前前前前前前前\\geq后后后后后后后后…” → “…前前前前前前前前≥后后后后后后后后…”")
    // A long text that goes is cut in its middle.
    let shown = Self.text(Self.of(head + tail), CellState(kind: .blank, text: ""))
    #expect(shown.hasPrefix("“前") && shown.hasSuffix("后” → 空白") && shown.contains("…") && shown.count < 60)
    // A difference at the very end, and one of length.
    #expect(Self.text(Self.of(head + " "), Self.of(head)) == "“…前前前前前前前前␣” → “…前前前前前前前前”")
  }

  @Test(arguments: [("", 0), ("abc", 3), ("预算01表!D13", 12), ("“a”", 3), ("（六）", 6), ("e\u{301}", 1)])
  func widthCountsColumns(_ row: (text: String, width: Int)) {
    #expect(TextWidth.of(row.text) == row.width)
    #expect(TextWidth.of(TextWidth.padded(row.text, to: 20)) == 20)
    #expect(TextWidth.padded(row.text, to: 0) == row.text)
  }
}
