import BudgetSheets
import Testing
import XlsxPackage

/// A set that is a folder of definitions is read, checked, cleaned and written as those that are compiled in.
@Suite struct OtherCountyTests {
  private func codes(_ findings: [Finding]) -> Set<String> { Set(findings.map(\.code.rawValue)) }

  @Test func everyValueIsRead() throws {
    let book = try OtherCounty.book("")
    #expect(book.set == "yunling-2024" && book.year == "2024" && book.department == "云岭县文化旅游局")
    #expect(book.findings.isEmpty && book.outside.isEmpty)
    let expected = try OtherCounty.expected()
    #expect(expected.values.map(\.count).reduce(0, +) > 80)
    #expect(OtherCounty.lines(of: book, set: try OtherCounty.set()) == expected)
  }

  /// Amounts as texts with separators, a sheet in 万元, moved columns, totals at the top: nothing is read otherwise.
  @Test func aMessyWorkbookIsReadAsTheSame() throws {
    let book = try OtherCounty.book("-messy")
    let (lines, expected) = (OtherCounty.lines(of: book, set: try OtherCounty.set()), try OtherCounty.expected())
    for form in expected.keys.sorted() { #expect(lines[form]?.sorted() == expected[form]?.sorted(), "\(form)") }
    #expect(book.form("03")?.rows.first?.kind == .total && book.form("04")?.unit == .万元)
    #expect(book.findings.filter { $0.level != .info }.isEmpty)
    #expect(book.findings.count { $0.code == .amountAsText } == 17)
  }

  @Test func aConsistentBudgetIsLeftAlone() throws {
    let report = Checker(set: try OtherCounty.set()).check(try OtherCounty.book(""))
    #expect(report.findings.isEmpty && report.causes.isEmpty)
    #expect(report.ledger.failed == 0 && report.ledger.notChecked == 0 && report.ledger.passed > 250)
  }

  /// One amount of a 款 is wrong: it is told in its cell, with the amount that should stand there.
  @Test func aWrongAmountIsTold() throws {
    let report = Checker(set: try OtherCounty.set()).check(try OtherCounty.book("wrong"))
    #expect(report.findings.compactMap { $0.cell.map { "\($0)" } }.sorted() == ["C6", "E5", "E6"])
    #expect(report.findings.allSatisfy { $0.code.rawValue == "B03" && $0.sheet == "附表3" })
    let cause = try #require(report.causes.first)
    #expect(report.causes.count == 1 && cause.changes.count == 1)
    #expect(cause.changes.first?.place.cell == CellReference("E6"))
    #expect(cause.changes.first?.reported == Amount(fen: 317_777_815))
    #expect(cause.changes.first?.proposed == Amount(fen: 317_778_715))
  }

  @Test func theMessyWorkbookIsCleaned() throws {
    let set = try OtherCounty.set()
    let result = try Cleaner(sets: [set]).clean(path: OtherCounty.path("-messy"), applying: .all)
    let book = try BookReader(sets: [set]).read(bytes: result.bytes, name: "cleaned.xlsx")
    let (lines, expected) = (OtherCounty.lines(of: book, set: set), try OtherCounty.expected())
    for form in expected.keys.sorted() { #expect(lines[form]?.sorted() == expected[form]?.sorted(), "\(form)") }
    #expect(book.forms.allSatisfy { $0.unit == .元 })
    #expect(Checker(set: set).check(book).findings.isEmpty)
  }

  /// Codes with separators, with a name behind them, in one of three columns, without their zeros; a total without its label.
  @Test func codesOfClassesAndDetailsAreCleaned() throws {
    let set = try OtherCounty.set()
    let path = OtherCounty.path("codes")
    let before = Checker(set: set).check(try OtherCounty.book("codes"))
    #expect(codes(before.findings).isSuperset(of: ["S33", "S35", "C08", "C06"]))
    let result = try Cleaner(sets: [set]).clean(path: path, applying: .all)
    let book = try BookReader(sets: [set]).read(bytes: result.bytes, name: "cleaned.xlsx")
    #expect(OtherCounty.lines(of: book, set: set) == (try OtherCounty.expected()))
    #expect(Checker(set: set).check(book).findings.isEmpty)
  }

  @Test(arguments: ["", "-messy", "wrong", "codes"])
  func aRoundTripLosesNothing(name: String) throws {
    let set = try OtherCounty.set()
    let book = try OtherCounty.book(name)
    let bytes = try BookWriter(set: set).bytes(of: book).bytes
    let again = try BookReader(sets: [set]).read(bytes: bytes, name: "written.xlsx")
    #expect(BookComparison(book, again, set: set).isLossless)
    if name == "codes" { return }
    // The form prints its total below.
    let totals = again.forms.filter { ["02", "03", "04", "05"].contains($0.form) }.map(\.rows.last?.kind)
    #expect(totals == [.total, .total, .total, .total])
    if ["", "-messy"].contains(name) {
      let expected = try OtherCounty.expected()
      let lines = OtherCounty.lines(of: again, set: set)
      for form in ["02", "03", "04", "05", "06"] { #expect(lines[form] == expected[form], "\(form)") }
    }
  }

  /// The workbook was issued, and filled in through LibreOffice with the very budget, sums of 类 and 款 typed by hand.
  @Test func anIssuedWorkbookComesBackRight() throws {
    let set = try OtherCounty.set()
    let book = try OtherCounty.book("filled-by-libreoffice")
    let (lines, expected) = (OtherCounty.lines(of: book, set: set), try OtherCounty.expected())
    for form in ["02", "03", "04", "05", "06"] { #expect(lines[form] == expected[form], "\(form)") }
    #expect(book.stamp?.set == "yunling-2024" && book.stamp?.code == "318")
    let report = Checker(set: set).check(book)
    #expect(report.findings.isEmpty && report.ledger.failed == 0)
    // What LibreOffice worked out in the workbook is what is checked here.
    #expect(book.verdicts.count > 30)
    #expect(Set(book.verdicts.map(\.text)) == ["通过"])
    #expect(book.verdicts.map(\.rule).contains("03:Σ类") && book.verdicts.map(\.rule).contains("04:Σ款"))
  }
}
