import Testing

@testable import BudgetSheets

/// Every rule of amounts where it holds, where one cell breaks it, and where it cannot be checked.
@Suite struct RuleJudgementTests {
  static let cases = RuleCase.insideForms + RuleCase.betweenForms

  /// The rules that other suites try: StructuralCheckTests, StatedRuleTests, FundAndUnitTests.
  static let elsewhere: Set = [
    "R03-repeated", "R05-repeated", "R06-repeated", "R07-repeated", "R11-repeated", "R13-repeated", "R08-note",
    "R09-note",
    "R10-note", "R08-empty", "R09-empty", "R10-empty", "X06b", "X22a", "X26", "X30", "X30b", "X27b", "X31", "X32",
    "X33",
    "13:Σ部门",
  ]

  @Test func everyRuleIsTried() throws {
    let rules = Set(try SampleBook.checker.get().rules.map(\.rule))
    #expect(rules == Self.elsewhere.union(Self.cases.map(\.rule)))
    // The numbers are those of the table.
    for row in RuleTable.rows {
      let identities = Set(row.rules.map(\.rule))
      let numbers = Set(Self.cases.filter { identities.contains($0.rule) }.map(\.number))
      if let number = row.number { #expect(numbers.isSubset(of: [number]), "\(numbers)") }
    }
  }

  @Test(arguments: cases) func aRuleHoldsWhereTheBookIsConsistent(_ test: RuleCase) throws {
    let book = try SampleBook(test.base)
    let report = try SampleBook.report(test.base)
    let result = try report.result(test.rule)
    #expect(result.ledger.passed > 0)
    #expect(result.ledger.failed == 0 && result.ledger.notChecked == 0)
    #expect(report.findings(of: test.rule).isEmpty)
    #expect(result.level == test.level && result.code.rawValue == test.code)
    let (left, right) = (book.sum(test.left), book.sum(test.right))
    #expect(test.relation == .equal ? left == right : left <= right)
  }

  @Test(arguments: cases) func oneChangedCellIsFoundWithBothSidesAndAllParts(_ test: RuleCase) throws {
    var book = try SampleBook(test.base)
    let before = try SampleBook.report(test.base).result(test.rule).ledger
    try book.add(test.by, to: test.change)
    let report = try book.report()
    let ledger = try report.result(test.rule).ledger
    #expect(ledger.failed > 0 && ledger.due == before.due && ledger.notChecked == 0)
    let finding = try #require(
      report.findings(of: test.rule).first { finding in
        let sides = [Self.cells(finding.judgement?.left), Self.cells(finding.judgement?.right)]
        let wanted = [Self.cells(test.left, book), Self.cells(test.right, book)]
        return sides == wanted || test.relation == .equal && sides == wanted.reversed()
      },
      "\(report.findings(of: test.rule).map { $0.line(in: .chinese) })")
    let judgement = try #require(finding.judgement)
    // The side that is one figure is told first, where only one of them is.
    let isTurned = Self.cells(judgement.left) != Self.cells(test.left, book)
    let (first, second) = isTurned ? (test.right, test.left) : (test.left, test.right)
    let (left, right) = (book.sum(first), book.sum(second))
    #expect(finding.code.rawValue == test.code)
    #expect(finding.level == test.level)
    #expect(judgement.rule == test.rule && judgement.relation == test.relation)
    #expect((judgement.reported ?? .zero) == left)
    #expect(judgement.expected == right)
    #expect(judgement.difference == Amount(fen: left.fen - right.fen))
    #expect(
      Self.cells(judgement.left).union(Self.cells(judgement.right)).contains {
        book.cells(test.change).contains($0.cell)
      })
    // The place is the figure that the first side is; that of a sum is its form, since no one cell stands for it.
    let place = SampleBook.Cell(finding.location)
    let side = Self.cells(first, book)
    if side.count == 1 {
      #expect(place == side.first?.cell)
      #expect(!isTurned || Self.cells(second, book).count != 1)
    } else if finding.cell == nil, finding.row == nil {
      #expect(side.union(Self.cells(second, book)).contains { $0.cell.form == place.form })
    } else {
      #expect(side.contains { $0.cell == place })
    }
  }

  @Test(arguments: cases) func withoutItsFormNothingPasses(_ test: RuleCase) throws {
    for form in test.forms {
      var book = try SampleBook(test.base)
      book.remove(form: form)
      let result = try book.report().result(test.rule)
      #expect(result.ledger.passed == 0 && result.ledger.failed == 0 && result.ledger.notChecked > 0, "without \(form)")
      #expect(result.reasons.contains(.formMissing("预算\(form)表")), "without \(form): \(result.reasons)")
    }
  }

  @Test(arguments: cases) func withoutAColumnNothingThatNeedsItPasses(_ test: RuleCase) throws {
    var tried: Set<String> = []
    for name in test.names {
      let (form, row, path) = SampleBook.parts(name)
      var book = try SampleBook(test.base)
      if row.isEmpty || book.cells(name).isEmpty || !tried.insert("\(form) \(path)").inserted { continue }
      let before = try SampleBook.report(test.base).result(test.rule).ledger
      try book.remove(column: "\(path)", of: form)
      let result = try book.report().result(test.rule)
      #expect(result.ledger.notChecked > 0 && result.ledger.failed == 0, "without \(form) \(path)")
      #expect(result.ledger.passed < before.passed && result.ledger.due == before.due, "without \(form) \(path)")
      #expect(result.reasons.contains(.columnMissing(form: "预算\(form)表", path)), "without \(form) \(path)")
    }
  }

  @Test(arguments: cases) func aCellThatCannotBeReadIsNeverCountedAsPassed(_ test: RuleCase) throws {
    var book = try SampleBook(test.base)
    let before = try SampleBook.report(test.base).result(test.rule).ledger
    try book.spoil(test.change)
    let result = try book.report().result(test.rule)
    #expect(result.ledger.notChecked > 0 && result.ledger.failed == 0)
    #expect(result.ledger.passed < before.passed && result.ledger.due == before.due)
    let cell = book.cells(test.change)
    #expect(
      result.reasons.contains {
        if case .unreadable(let place) = $0 { cell.contains(SampleBook.Cell(place)) } else { false }
      })
  }

  /// A cell with its amount and how it counts.
  struct Counted: Hashable {
    var cell: SampleBook.Cell
    var amount: Amount?
    var factor: Int
  }

  private static func cells(_ parts: [Judgement.Part]?) -> Set<Counted> {
    Set((parts ?? []).map { Counted(cell: SampleBook.Cell($0.place), amount: $0.amount, factor: $0.factor) })
  }

  private static func cells(_ names: [String], _ book: SampleBook) -> Set<Counted> {
    var cells: Set<Counted> = []
    for name in names {
      let isNegative = name.hasPrefix("-")
      for cell in book.cells(isNegative ? String(name.dropFirst()) : name) {
        cells.insert(Counted(cell: cell, amount: book.amount(cell), factor: isNegative ? -1 : 1))
      }
    }
    return cells
  }
}
