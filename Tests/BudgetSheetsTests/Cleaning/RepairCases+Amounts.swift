import BudgetSheets
import XlsxWrite

extension RepairCase {
  private static func text(_ name: String, _ code: RepairCode, _ text: String, _ number: String) -> RepairCase {
    .repaired(name, code, ["预算01表!B6": .text(text)], formats: ["预算01表!B6": "@"], to: ["预算01表!B6": "number " + number])
  }

  private static func unclear(_ name: String, _ text: String, told: FindingCode = .amountUnreadable) -> RepairCase {
    .kept(name, "预算01表!B6", .text(text), as: "text \"\(text)\"", told: told)
  }

  static let amounts: [RepairCase] = [
    text("an amount as text", .amountAsText, "589.34", "589.34"),
    text("separators at thousands", .amountAsText, "1,234,567.50", "1234567.5"),
    text("full-width digits", .amountAsText, "５８９．３４", "589.34"),
    text("blanks around", .amountAsText, "\u{A0} 589.34\u{3000}", "589.34"),
    text("zero-width characters", .amountAsText, "589.34\u{200B}", "589.34"),
    text("an apostrophe", .amountAsText, "'589.34", "589.34"),
    text("a minus", .amountAsText, "-589.34", "-589.34"),
    unclear("a comma for the point", "1,23"),
    unclear("points for thousands", "1.234,5"),
    unclear("separators at random", "12,34.5"),
    unclear("a blank inside", "5 89.34"),
    unclear("two points", "5.89.34"),
    unclear("scientific notation", "6.34E+02"),
    unclear("a letter", "5B9.34"),
    unclear("a decimal comma that looks like thousands", "0,123"),
    unclear("zeros before thousands", "000,589"),
    unclear("about", "约45"),
    .kept(
      "more digits than a number keeps", "预算01表!B6", .text("1234567890123.4567"), as: #"text "1234567890123.4567""#),

    text("the unit of the sheet", .unitInCell, "45.00万元", "45"),
    unclear("a sign for 元 in a sheet in 万元", "￥45"),
    unclear("another unit", "450000元"),
    unclear("a part of the unit", "45万"),

    text("brackets", .bracketedNegative, "(45.00)", "-45"),
    text("full-width brackets", .bracketedNegative, "（1,045.50）", "-1045.5"),
    text("a minus behind", .bracketedNegative, "45.00-", "-45"),
    unclear("the number of a note", "(3)"),
    unclear("a year in brackets", "(2023)"),
    .repaired(
      "a format of percent", .amountAsText, ["预算01表!B6": .text("589.34")], formats: ["预算01表!B6": "0%"],
      to: ["预算01表!B6": "number 589.34"]),
    .repaired(
      "a format of dates", .amountAsText, ["预算01表!B6": .text("589.34")], formats: ["预算01表!B6": "yyyy-mm-dd"],
      to: ["预算01表!B6": "number 589.34"]),
    .kept(
      "a zero that a sum contradicts", "预算03表!F9", .number("0"), as: "number 0", told: FindingCode(rule: "B03"),
      with: ["预算03表!K9": .number("0"), "预算03表!K10": .number("0"), "预算03表!K11": .number("0")]),
    .kept("a dash that a sum contradicts", "预算03表!F9", .text("-"), as: #"text "-""#, told: FindingCode(rule: "B03")),
    .kept(
      "an amount that a formula asks about", "预算03表!H10", .text("182.26"), as: #"text "182.26""#,
      with: ["预算03表!G10": .formula("IF(ISTEXT(H10),VALUE(H10),0)", .number("182.26"))]),
    .kept(
      "a dash that a formula asks about", "预算03表!H11", .text("-"), as: #"text "-""#,
      with: ["预算03表!G11": .formula("IF(H11=\"-\",I11,0)", .number("0"))]),
    .kept(
      "an amount that a sum of another sheet leaves out", "预算03表!H10", .text("182.26"), as: #"text "182.26""#,
      with: ["预算01表!G10": .formula("SUM(预算03表!H9:H12)", .number("1"))]),
    .repaired(
      "an amount that a sum beside it leaves out", .amountAsText,
      ["预算03表!H9": .text("182.26"), "预算03表!G9": .formula("H9+J9", .number("199.91"))],
      to: ["预算03表!H9": "number 182.26"]),
    unclear("the number of a note in full width", "（12）"),

    .repaired("a dash", .nilMark, ["预算01表!D7": .text("－")], to: ["预算01表!D7": "blank"]),
    .repaired("a word for nothing", .nilMark, ["预算03表!K9": .text("无")], to: ["预算03表!K9": "blank"]),
    .repaired("a dash beyond the rows of a pane", .nilMark, ["预算01表!B20": .text("—")], to: ["预算01表!B20": "blank"]),
    .kept("the word for nothing in a column of text", "预算12表!E19", .text("无"), as: #"text "无""#),

    .repaired(
      "zeros", .zeroForNil, ["预算01表!D6": .number("0"), "预算01表!D7": .number("0.00"), "预算01表!D8": .text("0")],
      to: ["预算01表!D6": "blank", "预算01表!D7": "blank", "预算01表!D8": "blank"]),
    .kept("two zeros", "预算03表!K9", .number("0"), as: "number 0", with: ["预算03表!K10": .number("0")]),
    .kept(
      "the zero of a closing row", "预算01表!D37", .number("0"), as: "number 0",
      with: ["预算01表!D6": .number("0"), "预算01表!D7": .number("0"), "预算01表!D8": .number("0")]),

    .repaired(
      "noise of floating point", .floatNoise, ["预算03表!G7": .number("291.03999999999996")], selection: .safe,
      to: ["预算03表!G7": "number 291.04"]),
    .kept(
      "digits beyond those of a double", "预算03表!G7", .number("1234567890.123456"), as: "number 1234567890.123456",
      told: .amountFinerThanFen),
    .kept("the same double in more digits", "预算03表!G7", .number("291.04000000000002"), as: "number 291.04000000000002"),
    .kept("more decimals", "预算03表!G7", .number("291.0366667"), as: "number 291.0366667", told: .amountFinerThanFen),
    .kept(
      "a result of a formula", "预算03表!G7", .formula("H7+I7+J7", .number("291.03999999999996")),
      as: "=H7+I7+J7 number 291.03999999999996"),

    .kept("an error", "预算03表!G7", .formula("#REF!+1", .unknown), as: "=#REF!+1 blank", told: .formulaWithoutValue),
    .kept(
      "a stale result", "预算03表!G7", .formula("H7+I7+J7", .number("300.04")), as: "=H7+I7+J7 number 300.04",
      told: .formulaStale),
    .kept(
      "a date", "预算03表!G9", .number("45000"), as: "date 45000", told: .amountAsDate, formats: ["预算03表!G9": "yyyy-mm-dd"]
    ),

    .repaired(
      "a total without its label", .totalLabel, ["预算06表!A6": .nothing], to: ["预算06表!A6": #"text "合计""#]),
    .kept(
      "a total without its label that does not add up", "预算06表!A6", .nothing, as: "blank",
      with: ["预算06表!G6": .number("19.97")]),
    .repaired(
      "a blank total", .blankTotal, ["预算03表!F9": .nothing], selection: RepairSelection(codes: [.blankTotal]),
      to: ["预算03表!F9": "number 199.91"]),
    .kept("a blank total that nobody named", "预算03表!F9", .nothing, as: "blank", told: FindingCode(rule: "B03")),
    .kept(
      "a blank total of which two sums say different things", "预算03表!F8", .nothing, as: "blank",
      with: ["预算03表!G8": .number("300")], selection: RepairSelection(codes: [.blankTotal])),
  ]
}
