import Testing

@testable import BudgetSheets

/// Books beside books of the year before: the published budget, and small ones put together row by row.
enum PriorSample {
  /// The published set with some rules.
  static func published(_ rules: String) throws -> FormSet {
    try SampleBook.set.get().addingRules(yaml: rules, file: "u.yaml")
  }

  /// The published budget without its contradiction, as one of the year before.
  static func prior() throws -> SampleBook {
    var sample = try SampleBook(.corrected)
    sample.book.year = "2022"
    sample.book.file = "2022.xlsx"
    return sample
  }

  /// What a check of the published budget says by some rules.
  static func report(
    _ rules: String, _ book: SampleBook? = nil, beside prior: SampleBook?
  ) throws -> CheckReport {
    try report(published(rules), (book ?? SampleBook(.corrected)).book, beside: prior?.book)
  }

  static func report(_ set: FormSet, _ book: Book, beside prior: Book?) -> CheckReport {
    Checker(set: set).check(book, prior: prior.map { PriorBook($0) })
  }

  // MARK: Small books

  /// One row of a small form: its kind, key, and amounts by column.
  static func row(
    _ kind: RowKind, _ key: String, _ amounts: [String: String], _ texts: [String: String] = [:]
  ) throws -> FormRow {
    var row = FormRow(kind: kind, key: key)
    for (column, text) in amounts {
      let path = try #require(LabelPath(text: column))
      row.cells[path] = FormCell(value: .amount(try #require(Amount(decimal: text, unit: .万元))))
    }
    for (column, text) in texts {
      row.cells[try #require(LabelPath(text: column))] = FormCell(value: .text(text))
    }
    return row
  }

  /// A book of the small set of ``RuleLanguageSample`` with the rows of some of its forms.
  static func small(_ year: String, _ forms: [String: [FormRow]]) -> Book {
    Book(
      set: "small", year: year, department: "某局",
      forms: forms.sorted { $0.key < $1.key }.map { FormData(form: $0.key, unit: .万元, rows: $0.value) })
  }

  /// What a check of a small book says of a rule.
  static func result(
    _ rules: String, _ book: [String: [FormRow]], beside prior: [String: [FormRow]]
  ) throws -> RuleResult {
    let set = try RuleLanguageSample.small().addingRules(yaml: rules, file: "u.yaml")
    let report = report(set, small("2023", book), beside: small("2022", prior))
    return try #require(report.rules.last)
  }
}
