import Testing

@testable import BudgetSheets

/// A rule of amounts with one instance of it: the cells of both sides, and the change that makes it fail.
struct RuleCase: CustomTestStringConvertible {
  /// The number in `docs/rule-table.md`.
  var number: String
  /// The identity in reports.
  var rule: String
  var base = SampleBook.Base.corrected
  /// The cells of the left side; `-` before those that are taken off.
  var left: [String]
  var right: [String]
  var relation = Judgement.Relation.equal
  /// The cell that is changed, and what is added to it.
  var change: String
  var by = "1.00"
  var level = Finding.Level.error

  init(
    _ number: String, rule: String? = nil, in base: SampleBook.Base = .corrected, _ left: [String],
    equals right: [String], change: String, by: String = "1.00", level: Finding.Level = .error
  ) {
    self.number = number
    self.rule = rule ?? number
    self.base = base
    self.left = left
    self.right = right
    self.change = change
    self.by = by
    self.level = level
  }

  init(
    _ number: String, rule: String? = nil, in base: SampleBook.Base = .corrected, _ left: [String],
    atMost right: [String], change: String, by: String = "1.00", level: Finding.Level = .error
  ) {
    self.init(number, rule: rule, in: base, left, equals: right, change: change, by: by, level: level)
    relation = .atMost
  }

  var testDescription: String { "\(number) \(rule) \(change)" }

  /// The code of its findings: that of the form for what a form implies, else its own.
  var code: String { rule.firstIndex(of: ":").map { "B" + rule[..<$0] } ?? rule }

  /// The names of all its cells, without signs.
  var names: [String] { (left + right).map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 } }

  /// The forms that it needs.
  var forms: [String] { Array(Set(names.map { SampleBook.parts($0).form })).sorted() }
}
