import BudgetSheets
import XlsxWrite

extension RepairCase {
  static let codes: [RepairCase] = [
    .repaired("a code that lost its zero", .codeAsNumber, ["预算03表!B9": .number("1")], to: ["预算03表!B9": #"text "01""#]),
    .repaired("a code as a number", .codeAsNumber, ["预算03表!A9": .number("206")], to: ["预算03表!A9": #"text "206""#]),
    .repaired(
      "a unit's code as a number", .codeAsNumber, ["预算13表!A8": .number("250001")], to: ["预算13表!A8": #"text "250001""#]),
    .kept("three digits among two", "预算03表!B9", .number("501"), as: "number 501", told: .codeMalformed),
    .kept("a fraction", "预算03表!B9", .number("1.5"), as: "number 1.5", told: .codeMalformed),
    .kept(
      "a project's code as a number", "预算13表!A10", .number("4.1030223E+19"), as: "number 4.1030223E+19",
      told: .codeDamaged),

    .kept(
      "a unit's code that shows a zero", "预算03表!D8", .number("50"), as: "number 50", formats: ["预算03表!D8": "000"]),

    .kept(
      "a code that a formula asks about", "预算03表!A10", .number("206"), as: "number 206",
      with: ["预算03表!F10": .formula("IF(A10=206,G10+L10,0)", .number("316"))]),

    .repaired("a code with a point", .codeNotation, ["预算03表!A9": .text("206.00")], to: ["预算03表!A9": #"text "206""#]),
    .repaired("a code in full width", .codeNotation, ["预算03表!A9": .text("２０６")], to: ["预算03表!A9": #"text "206""#]),
    .repaired("an apostrophe and blanks", .codeNotation, ["预算03表!B9": .text(" '01 ")], to: ["预算03表!B9": #"text "01""#]),
    .repaired("a single digit", .codeNotation, ["预算03表!B9": .text("1")], to: ["预算03表!B9": #"text "01""#]),
    .kept("the letter O", "预算03表!A9", .text("2O6"), as: #"text "2O6""#, told: .codeMalformed),
    .kept("a long code as text", "预算13表!A10", .text("4.1030223E+19"), as: #"text "4.1030223E+19""#, told: .codeDamaged),

    .repaired("a hyphen in a code", .joinedCode, ["预算06表!A8": .text("301-01")], to: ["预算06表!A8": #"text "30101""#]),
    .repaired("a point in a code", .joinedCode, ["预算06表!A8": .text("301.01")], to: ["预算06表!A8": #"text "30101""#]),
    .repaired(
      "a joined code in the first column", .joinedCode,
      ["预算03表!A9": .text("2060101"), "预算03表!B9": .nothing, "预算03表!C9": .nothing],
      to: ["预算03表!A9": #"text "206""#, "预算03表!B9": #"text "01""#, "预算03表!C9": #"text "01""#]),
    .repaired(
      "a joined code as a number", .joinedCode,
      ["预算03表!A10": .number("2060499"), "预算03表!B10": .nothing, "预算03表!C10": .nothing],
      to: ["预算03表!A10": #"text "206""#, "预算03表!B10": #"text "04""#, "预算03表!C10": #"text "99""#]),
    .repaired(
      "a joined code with hyphens", .joinedCode,
      ["预算03表!A9": .text("206-01-01"), "预算03表!B9": .nothing, "预算03表!C9": .nothing],
      to: ["预算03表!A9": #"text "206""#, "预算03表!B9": #"text "01""#, "预算03表!C9": #"text "01""#]),
    .repaired(
      "a name behind the code", .joinedCode, ["预算06表!A8": .text("30101 基本工资")], to: ["预算06表!A8": #"text "30101""#]),
    .repaired(
      "a name behind the code and nowhere else", .joinedCode,
      ["预算06表!A8": .text("30101 基本工资"), "预算06表!B8": .nothing],
      to: ["预算06表!A8": #"text "30101""#, "预算06表!B8": #"text "基本工资""#]),
    .kept(
      "another name behind the code", "预算06表!A8", .text("30101 津贴补贴"), as: #"text "30101 津贴补贴""#, told: .codeMalformed),
    .kept(
      "six digits", "预算03表!A9", .text("206101"), as: #"text "206101""#, told: .codeMalformed,
      with: ["预算03表!B9": .nothing, "预算03表!C9": .nothing]),
    .kept(
      "a joined code beside filled columns", "预算03表!A9", .text("2060101"), as: #"text "2060101""#, told: .codeMalformed),

    .repaired("a blank code under the same name", .repeatedCode, [:], to: ["预算06表!A11": #"text "30102""#]),
    .kept(
      "a blank code under another name", "预算06表!A12", .nothing, as: "blank", told: .codeBlank),
    .kept("a blank code where the form knows no repeating", "预算13表!A11", .nothing, as: "blank", told: .codeBlank),
  ]
}
