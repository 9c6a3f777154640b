import Testing

@testable import BudgetSheets

/// What rules without amounts say: the same projects, classes with their lines, pairs of codes, empty forms, repeated rows.
@Suite struct StructuralCheckTests {
  /// Puts a copy of a row below it, or at the end.
  private func copy(_ key: String, of form: String, atEnd: Bool = false, in book: inout SampleBook) throws {
    let index = try #require(book.book.forms.firstIndex { $0.form == form })
    let row = try #require(book.book.forms[index].rows.firstIndex { $0.key == key })
    var again = book.book.forms[index].rows[row]
    again.key = key + "#9"
    book.book.forms[index].rows.insert(again, at: atEnd ? book.book.forms[index].rows.count : row + 1)
  }

  // MARK: Repeated rows

  static let rows = [
    ("03", "206/07/02"), ("05", "206/07/02"), ("06", "30113"), ("07", "301/13/501/03"), ("11", "区科普专项经费"),
    ("13", "41030223000000009618"),
  ]

  @Test(arguments: rows) func aRowThatStandsTwiceIsAWarning(_ form: String, _ key: String) throws {
    let rule = "R\(form)-repeated"
    var book = try SampleBook(.corrected)
    let before = try SampleBook.report(.corrected).result(rule).ledger
    #expect(before.passed > 0 && before.failed == 0)
    try copy(key, of: form, in: &book)
    let report = try book.report()
    let finding = try #require(report.findings(of: rule).first)
    #expect(finding.level == .warning && finding.form == form && finding.row?.key == key + "#9")
    #expect(try report.result(rule).ledger.failed == 1)
  }

  @Test func anotherAmountOrNameIsAnotherRow() throws {
    for (cell, amount) in [("03|206/07/02#9|合计", "5.00"), ("03|206/07/02#9|项目支出/其他运转类", "1.00")] {
      var book = try SampleBook(.corrected)
      try copy("206/07/02", of: "03", in: &book)
      try book.put(amount, in: cell)
      #expect(try book.report().findings(of: "R03-repeated").isEmpty)
    }
    var book = try SampleBook(.corrected)
    try copy("206/07/02", of: "03", in: &book)
    try book.write("其他科普", in: "03|206/07/02#9|单位（科目名称）")
    #expect(try book.report().findings(of: "R03-repeated").isEmpty)
  }

  @Test func equalRowsOfTwoUnitsAreRight() throws {
    var book = try SampleBook(.invented(0))
    // Of the first unit, once more at the end, which is in the last one.
    try copy("207/01/01", of: "03", atEnd: true, in: &book)
    #expect(try book.report().findings(of: "R03-repeated").isEmpty)
    try copy("207/01/01", of: "03", in: &book)
    #expect(try book.report().findings(of: "R03-repeated").count == 1)
  }

  // MARK: Classes and pairs

  @Test func aClassWithoutALineInForm01IsAnError() throws {
    var book = try SampleBook(.corrected)
    try book.write("218", in: "03|221/02/01|科目编码/类")
    let report = try book.report()
    let finding = try #require(report.findings(of: "X06b").first)
    #expect(finding.level == .error && finding.form == "03" && finding.row?.key == "221/02/01")
    #expect(finding.path == LabelPath(["科目编码", "类"]) && finding.message(in: .chinese).contains("218"))
    #expect(try report.result("X06b").ledger.failed == 1)
    // Also a class of which form 01 has lost the line.
    book = try SampleBook(.corrected)
    try book.remove(row: "六、科学技术", of: "01")
    #expect(try book.report().findings(of: "X06b").count == 1)
  }

  static let pairs = [
    ("X30", "07|301/13/501/03|政府预算经济分类/款", "09", "07"),
    ("X30b", "06|30113|政府预算支出经济分类科目/科目编码", "50299", "06"),
  ]

  @Test(arguments: pairs.indices) func aPairThatIsNotInTheMappingIsAWarning(_ index: Int) throws {
    let (rule, cell, code, form) = Self.pairs[index]
    var book = try SampleBook(.corrected)
    let before = try SampleBook.report(.corrected).result(rule).ledger
    #expect(before.passed == 16 && before.failed == 0)
    try book.write(code, in: cell)
    let report = try book.report()
    let finding = try #require(report.findings(of: rule).first)
    #expect(finding.level == .warning && finding.form == form)
    #expect(finding.row?.key == SampleBook.parts(cell).row)
    #expect(finding.message(in: .chinese).contains("30113"))
    #expect(try report.result(rule).ledger.failed == 1 && report.result(rule).ledger.passed == 15)
    book.remove(form: form)
    let missing = try book.report().result(rule)
    #expect(missing.ledger.notChecked > 0 && missing.ledger.passed == 0)
  }

  @Test func aFunctionThatIsPaidTwiceAsLaborByAnAgencyMayBeEither() throws {
    // 30107 goes with 50501 in the published form: an agency that also pays the staff of an institution.
    #expect(try SampleBook.report(.published).findings(of: "X30").isEmpty)
    #expect(try SampleBook.report(.published).findings(of: "X30b").isEmpty)
  }

  // MARK: Projects

  @Test func aProjectOfOneFormAloneIsAnErrorInBothDirections() throws {
    var book = try SampleBook(.corrected)
    try book.write("区科普经费", in: "13|41030223000000009618|项目单位（项目名称）")
    let report = try book.report()
    let found = report.findings(of: "X22a")
    #expect(Set(found.map { "\($0.form ?? "") \($0.row?.key ?? "")" }) == ["11 区科普专项经费", "13 41030223000000009618"])
    #expect(found.allSatisfy { $0.level == .error })
    // Neither is compared with anything: the amounts of a project that is missing are not wrong as well.
    #expect(try report.result("X22").ledger.due == 6 && report.findings(of: "X22").isEmpty)
    for form in ["11", "13"] {
      book = try SampleBook(.corrected)
      book.remove(form: form)
      let result = try book.report().result("X22a")
      #expect(result.ledger.notChecked > 0 && result.ledger.passed == 0 && result.ledger.failed == 0)
      #expect(result.reasons == [.formMissing("预算\(form)表")])
    }
  }

  @Test(arguments: ["区科普 专项经费", "区科普\n专项经费", "区科普　专项经费"])
  func blanksInANameMakeNoOtherProject(_ name: String) throws {
    var book = try SampleBook(.corrected)
    try book.write(name, in: "13|41030223000000009618|项目单位（项目名称）")
    let report = try book.report()
    #expect(report.findings(of: "X22a").isEmpty)
    #expect(try report.result("X22").ledger.passed == 7)
  }

  @Test func theNameOfAProjectThatCannotBeReadLeavesItOpen() throws {
    var book = try SampleBook(.corrected)
    try book.spoil("13|41030223000000009618|项目单位（项目名称）")
    let result = try book.report().result("X22a")
    #expect(result.ledger.failed == 0 && result.ledger.notChecked == 2 && result.ledger.passed == 12)
  }

  @Test func theNumbersOfProjectsAreCompared() throws {
    var book = try SampleBook(.corrected)
    try copy("区科普专项经费", of: "11", in: &book)
    let report = try book.report()
    let finding = try #require(report.findings(of: "X26").first)
    #expect(finding.level == .error && finding.form == "11")
    #expect(finding.message(in: .chinese).contains("8") && finding.message(in: .chinese).contains("7"))
    #expect(try SampleBook.report(.corrected).result("X26").ledger.passed == 1)
    book.remove(form: "13")
    #expect(try book.report().result("X26").ledger.notChecked == 1)
    // Rows of further indicators are no projects.
    #expect(try SampleBook.report(.invented(0)).result("X26").ledger.passed == 1)
  }

  // MARK: Empty forms

  private func withoutNote(_ form: String, _ book: inout SampleBook) throws {
    let index = try #require(book.book.forms.firstIndex { $0.form == form })
    book.book.forms[index].notes.removeAll { $0.text.contains("无数据") }
  }

  @Test(arguments: ["08", "09", "10"]) func anEmptyFormSaysThatItIs(_ form: String) throws {
    let published = try SampleBook.report(.published)
    #expect(try published.result("R\(form)-note").ledger.passed == 1)
    #expect(try published.result("R\(form)-empty").ledger.passed == 1)
    var book = try SampleBook(.corrected)
    try withoutNote(form, &book)
    let report = try book.report()
    let finding = try #require(report.findings(of: "R\(form)-note").first)
    #expect(finding.level == .error && finding.form == form)
    #expect(finding.message(in: .chinese).contains("洛阳市老城区科技和工业信息化局"))
    #expect(finding.message(in: .chinese).contains("故此表无数据"))
    // There is no note then that amounts could contradict.
    #expect(try report.result("R\(form)-empty").ledger.notApplicable == 1)
    book.remove(form: form)
    for rule in ["R\(form)-note", "R\(form)-empty"] {
      let result = try book.report().result(rule)
      #expect(result.ledger.notChecked == 1 && result.reasons == [.formMissing("预算\(form)表")])
    }
  }

  @Test(arguments: ["09", "10"]) func anAmountContradictsTheNote(_ form: String) throws {
    var book = try SampleBook(.corrected)
    try book.put("1.00", in: "\(form)|:total|项目支出/特定目标类")
    let report = try book.report()
    let finding = try #require(report.findings(of: "R\(form)-empty").first)
    #expect(finding.level == .error && finding.form == form)
    #expect(finding.path == LabelPath(["项目支出", "特定目标类"]) && finding.row?.key == "合计")
    // A form with amounts needs no note.
    try withoutNote(form, &book)
    let without = try book.report()
    #expect(without.findings(of: "R\(form)-note").isEmpty && without.findings(of: "R\(form)-empty").isEmpty)
    #expect(try without.result("R\(form)-note").ledger.notApplicable == 1)
  }

  @Test func zerosAreNoAmounts() throws {
    var book = try SampleBook(.corrected)
    try book.put("0.00", in: "09|:total|合计")
    let report = try book.report()
    #expect(report.findings(of: "R09-empty").isEmpty && report.findings(of: "R09-note").isEmpty)
    #expect(try report.result("R09-empty").ledger.passed == 1)
  }

  @Test func whatCannotBeReadMayBeAnAmount() throws {
    var book = try SampleBook(.corrected)
    try book.spoil("09|:total|合计")
    for rule in ["R09-note", "R09-empty"] {
      let result = try book.report().result(rule)
      #expect(result.ledger.notChecked == 1 && result.ledger.passed == 0)
    }
  }

  @Test func anotherNoteIsNotThatNote() throws {
    var book = try SampleBook(.corrected)
    let index = try #require(book.book.forms.firstIndex { $0.form == "09" })
    book.book.forms[index].notes = [FormNote(text: "备注：本表数据以批复为准。")]
    #expect(try book.report().findings(of: "R09-note").count == 1)
    book.book.forms[index].notes = [FormNote(text: "备注：我局 2023 年无政府性基金预算，故此表无 数据")]
    #expect(try book.report().findings(of: "R09-note").isEmpty)
  }
}
