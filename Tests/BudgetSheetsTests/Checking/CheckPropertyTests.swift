import BudgetSheets
import Testing

/// Whatever a book holds, checking it ends, always says the same, and counts every rule once.
@Suite struct CheckPropertyTests {
  static let seeds = Array(0..<24)

  @Test(arguments: seeds) func checkingARandomBookEndsAndSaysTheSameTwice(_ seed: Int) throws {
    let sets = try GeneratedRun.sets()
    let set = GeneratedRun.set(for: UInt64(seed), among: sets)
    let book = GeneratedBook.make(set: set, seed: UInt64(seed))
    let checker = Checker(set: set)
    let report = checker.check(book)
    #expect(checker.check(book) == report)
    #expect(report.findings.filter { $0.judgement == nil }.count >= book.findings.count)
    let failed = report.rules.reduce(0) { $0 + $1.ledger.failed }
    let told = Set(checker.rules.map(\.code))
    #expect(report.findings.count { told.contains($0.code) && $0.level != .info } == failed)
    for cause in report.causes {
      #expect(!cause.findings.isEmpty || cause.mechanism == .unreadable)
      #expect(cause.findings.allSatisfy { report.findings.indices.contains($0) })
      for change in cause.changes where cause.mechanism != .unreadable { #expect(change.reported != change.proposed) }
    }
  }

  /// Amounts as large as can be counted add up without an overflow that would end the program.
  @Test(arguments: [Int64.max, .min, .max - 1, .min + 1, 0, 1, -1]) func amountsOfAnySizeAreJudged(_ fen: Int64) throws
  {
    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    let published = try ExchangePublishedBook.book()
    let checker = Checker(set: set)
    for number in published.forms.indices {
      var book = published
      for row in book.forms[number].rows.indices {
        for (path, cell) in book.forms[number].rows[row].cells where cell.value?.amount != nil {
          book.forms[number].rows[row].cells[path]?.value = .amount(Amount(fen: fen))
        }
      }
      for (path, cell) in book.forms[number].fields where cell.value?.amount != nil {
        book.forms[number].fields[path]?.value = .amount(Amount(fen: fen))
      }
      let report = checker.check(book)
      for language in Language.allCases { #expect(report.findings.allSatisfy { !$0.line(in: language).isEmpty }) }
      #expect(report.ledger.due == report.rules.reduce(0) { $0 + $1.ledger.due })
    }
  }

  /// A book without forms has nothing that passed.
  @Test func nothingPassesInABookWithoutForms() throws {
    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    let report = Checker(set: set).check(Book(set: set.name, year: "2023", department: "某局"))
    #expect(report.ledger.passed == 0)
    #expect(report.ledger.failed == 0)
    #expect(report.ledger.notChecked == report.ledger.due)
    #expect(report.rules.allSatisfy { $0.ledger.notChecked > 0 && !$0.reasons.isEmpty })
    #expect(report.causes.isEmpty)
  }

  /// What cannot be read is worked out where several rules say the same, and only then.
  @Test func anUnreadableAmountIsWorkedOutFromTheOthers() throws {
    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    var book = try ExchangePublishedBook.book()
    let form = try #require(book.forms.firstIndex { $0.form == "03" })
    let row = try #require(book.forms[form].rows.firstIndex { $0.key == "206/01/01" })
    let path: LabelPath = ["基本支出", "人员经费", "工资福利支出"]
    let amount = try #require(book.forms[form].rows[row].amount(path))
    book.forms[form].rows[row].cells[path] = FormCell(value: nil, raw: "182.Z6")
    let report = Checker(set: set).check(book)
    let cause = try #require(report.causes.first { $0.mechanism == .unreadable })
    #expect(cause.changes.map(\.proposed) == [amount])
    #expect(cause.changes.first?.place.path == path)
    #expect(report.ledger.notChecked > 0)
    // With the other figures of its row unreadable too, one rule alone is left, which is not enough.
    for other in book.forms[form].rows.indices {
      for column in set.form("03")?.leaves.filter(\.isAmount).map(\.path) ?? [] where other != row || column != path {
        book.forms[form].rows[other].cells[column] = FormCell(value: nil, raw: "?")
      }
    }
    #expect(!Checker(set: set).check(book).causes.contains { $0.changes.contains { $0.place.path == path } })
  }
}
