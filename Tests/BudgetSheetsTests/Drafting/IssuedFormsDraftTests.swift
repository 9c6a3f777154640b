import BudgetSheets
import Foundation
import Testing
import XlsxPackage
import XlsxRead

/// Sets that are drafted from the blank workbooks which the built-in sets issue.
@Suite struct IssuedFormsDraftTests {
  private static let drafted2023 = Result { try DraftedSet(issuedBy: "luoyang-2023", year: "2023") }
  private static let drafted2021 = Result { try DraftedSet(issuedBy: "luoyang-2021", year: "2021") }

  @Test func everyFormIsDraftedWithItsCodeAndTitle() throws {
    let drafted = try Self.drafted2023.get()
    let original = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    #expect(drafted.set.forms.count == 13)
    #expect(drafted.set.unit == .万元 && drafted.set.decimals == 2 && drafted.set.years == ["2023"])
    for form in original.forms {
      let own = try #require(drafted.set.form(form.form))
      #expect(own.code == form.code && own.title == form.title && own.page == form.page)
      #expect(own.leaves.map(\.path) == form.leaves.map(\.path), "\(form.form)")
      #expect(own.leaves.map(\.kind) == form.leaves.map(\.kind), "\(form.form)")
      #expect(own.notes == form.notes && own.emptyNote == form.emptyNote)
    }
    #expect(drafted.draft.otherSheets.isEmpty)
  }

  @Test func theSumsAreThoseOfTheDefinitionsItWasIssuedBy() throws {
    let drafted = try Self.drafted2023.get().set
    let original = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    for form in original.forms {
      let own = try #require(drafted.form(form.form))
      for (leaf, other) in zip(own.leaves, form.leaves) {
        #expect(leaf.sum == other.sum && leaf.partOf == other.partOf, "\(form.form) \(leaf.path)")
      }
      for (pane, other) in zip(own.panes, form.panes) {
        #expect(pane.fixedRows.map(\.path) == other.fixedRows.map(\.path), "\(form.form)")
        #expect(pane.fixedRows.map(\.sum) == other.fixedRows.map(\.sum), "\(form.form)")
        #expect(pane.fixedRows.map(\.partOf) == other.fixedRows.map(\.partOf), "\(form.form)")
        #expect(pane.fixedRows.map(\.isClosing) == other.fixedRows.map(\.isClosing), "\(form.form)")
        #expect(pane.levels.map(\.kind) == other.levels.map(\.kind), "\(form.form)")
        #expect(pane.levels.map(\.key) == other.levels.map(\.key), "\(form.form)")
        #expect(pane.levels.map(\.keyDigits) == other.levels.map(\.keyDigits), "\(form.form)")
      }
    }
  }

  @Test(arguments: ["luoyang-2023", "luoyang-2021"]) func theDraftHasNoMistakes(_ name: String) throws {
    let drafted = try (name == "luoyang-2023" ? Self.drafted2023 : Self.drafted2021).get()
    #expect(drafted.set.lint().isEmpty)
    let asked = drafted.draft.questions.map(\.topic)
    // Only what a department of one unit does not print had to be assumed.
    let areLevels = asked.allSatisfy { topic in
      if case .levelsAssumed = topic { true } else { false }
    }
    #expect(areLevels && !asked.isEmpty, "\(asked)")
    let marks = drafted.draft.files.values.map { $0.components(separatedBy: "# 请核对：").count - 1 }.reduce(0, +)
    #expect(marks == asked.count)
  }

  @Test func thePublishedBudgetIsReadRight() throws {
    let drafted = try Self.drafted2023.get()
    let book = try drafted.read("laocheng-2023", in: "submissions")
    let truth = try DraftTruth.load("laocheng-2023", in: "submissions")
    #expect(book.department == truth.department && book.year == "2023")
    #expect(truth.cells.count > 1_000)
    let faults = truth.faults(in: book, unit: .万元)
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(8).joined(separator: "\n"))")
    #expect(book.outside.isEmpty)
    for form in 1...13 {
      let rows = try #require(book.form(form < 10 ? "0\(form)" : "\(form)")).rows.filter { $0.kind != .fixed }
      let kinds = truth.rows(of: form).map(\.kind)
      if !rows.isEmpty { #expect(rows.map(\.kind.rawValue) == kinds, "\(form)") }
    }
  }

  /// The rows of units bear no code yet where a department is listed without its units.
  @Test func rowsOfUnitsWithoutCodesAreNoDetails() throws {
    let department = DepartmentList.Department(code: "301", name: "某某局")
    for (year, submission, form) in [("2023", "laocheng-2023", "13"), ("2021", "gongxin-2021", "11")] {
      let original = try TemplateLibrary.embedded.set(named: "luoyang-\(year)")
      let bytes = try FormIssuer(set: original).bytes(of: IssueOrder(department: department, year: year)).bytes
      let drafted = try DraftedSet(bytes)
      #expect(drafted.draft.questions.contains { $0.form == form })
      let folder = year == "2023" ? "submissions" : "submissions-2021"
      let book = try drafted.read(submission, in: folder)
      let truth = try DraftTruth.load(submission, in: folder)
      let rows = try #require(book.form(form)).rows
      let kinds = truth.rows(of: try #require(Int(form))).map(\.kind)
      #expect(rows.map(\.kind.rawValue) == kinds, "\(form)")
      #expect(Checker(set: drafted.set).check(book).ledger.failed == 0)
    }
  }

  @Test func theFilledTwinIsReadRight() throws {
    let drafted = try Self.drafted2023.get()
    let book = try drafted.read("filled-by-libreoffice", in: "issued")
    let truth = try DraftTruth.load("laocheng-2023", in: "submissions")
    var compared = 0
    for number in 1...13 {
      let data = try #require(book.form(number < 10 ? "0\(number)" : "\(number)"))
      let rows = truth.rows(of: number)
      if data.rows.contains(where: { $0.kind == .fixed }) {
        for pane in Set(data.rows.compactMap(\.pane)) {
          let own = data.rows.filter { $0.pane == pane }
          let printed = rows.filter { row in
            row.cells.contains { $0.key.hasPrefix(pane) && $0.value.amount != true && $0.value.value != nil }
          }
          try #require(own.count == printed.count, "\(number) \(pane)")
          for (row, wanted) in zip(own, printed) {
            // The printed labels are those of the form, not of the submission.
            let cells = wanted.cells.filter { $0.key.hasPrefix(pane) && $0.value.amount == true }
            compared += try compare(row, cells, number)
          }
        }
      } else {
        // An issued form prints the row of the department, the published one does not where there is nothing.
        let isPrinted = rows.contains { $0.kind == "department" }
        let own = data.rows.filter { row in
          row.kind != .unclassified
            && !(row.kind == .department && !isPrinted
              && !row.cells.values.contains { ($0.value?.amount ?? .zero) != .zero })
        }
        try #require(own.count == rows.count, "\(number): \(own.map(\.kind)), expected \(rows.map(\.kind))")
        for (row, wanted) in zip(own, rows) {
          #expect(row.kind.rawValue == wanted.kind, "\(number) \(row.key)")
          compared += try compare(row, wanted.cells, number)
        }
      }
    }
    compared += try compareFields(of: book, truth)
    #expect(compared > 700)
    #expect(book.outside.isEmpty)
  }

  /// Compares a row with the truth; how many cells say something.
  private func compare(_ row: FormRow, _ cells: [String: DraftTruth.Cell], _ form: Int) throws -> Int {
    var compared = 0
    for (column, cell) in cells {
      let path = try #require(LabelPath(text: column))
      if cell.amount == true {
        let wanted = cell.value.flatMap { Amount(decimal: $0, unit: .万元) }
        // A total of nothing is blank in the published budget and zero where a formula works it out.
        let found = row.amount(path)
        #expect(found == wanted || wanted == nil && found == .zero, "\(form) \(row.key) \(column)")
        if wanted != nil { compared += 1 }
      } else if let text = cell.unbroken {
        #expect(row.text(path).map(DraftTruth.plain) == text, "\(form) \(row.key) \(column)")
        compared += 1
      } else {
        #expect(row.cells[path]?.value == nil, "\(form) \(row.key) \(column)")
      }
    }
    return compared
  }

  /// Compares what stands in the form of blocks beside its table.
  private func compareFields(of book: Book, _ truth: DraftTruth) throws -> Int {
    var compared = 0
    for cell in truth.cells {
      guard let block = cell.block, let form = cell.form else { continue }
      let fields = try #require(book.form(form < 10 ? "0\(form)" : "\(form)")).fields
      let mark = cell.item.map { $0 == 0 ? "" : "#\($0 + 1)" } ?? ""
      let found = fields.first { "\($0.key)" == block + mark }?.value
      if cell.amount == true {
        #expect(found?.value?.amount == cell.value.flatMap { Amount(decimal: $0, unit: .万元) }, "\(block)")
      } else {
        #expect(found?.value?.text.map(DraftTruth.plain) == cell.unbroken, "\(block)")
      }
      compared += 1
    }
    #expect(compared > 8)
    return compared
  }

  @Test func theSumsHoldOnThePublishedBudget() throws {
    let drafted = try Self.drafted2023.get()
    for (name, folder) in [("laocheng-2023", "submissions"), ("filled-by-libreoffice", "issued")] {
      let report = Checker(set: drafted.set).check(try drafted.read(name, in: folder))
      #expect(report.ledger.failed == 0 && report.ledger.passed > 150, "\(name): \(report.ledger)")
    }
    // A drafted sum is a rule: it fails where an amount is wrong.
    var book = try drafted.read("laocheng-2023", in: "submissions")
    let form = try #require(book.forms.firstIndex { $0.form == "03" })
    let path = try #require(LabelPath(text: "基本支出/人员经费/工资福利支出"))
    let row = try #require(
      book.forms[form].rows.firstIndex { $0.cells[path]?.value?.amount != nil && $0.kind == .detail })
    book.forms[form].rows[row].cells[path]?.value = .amount(Amount(fen: 1))
    #expect(Checker(set: drafted.set).check(book).ledger.failed > 0)
  }

  @Test(arguments: [("luoyang-2023", "2023"), ("luoyang-2021", "2021")])
  func aBlankWorkbookIssuedFromTheDraftHasTheSameTexts(_ name: String, _ year: String) throws {
    let drafted = try (name == "luoyang-2023" ? Self.drafted2023 : Self.drafted2021).get()
    let original = try TemplateLibrary.embedded.set(named: name)
    let (first, second) = (
      try texts(DraftedSet.issue(original, year: year)), try texts(DraftedSet.issue(drafted.set, year: year))
    )
    #expect(first.count == original.forms.count && first.count == second.count)
    for (sheet, cells) in first {
      let own = try #require(second.first { $0.cells["A1"] == cells["A1"] }, "\(sheet)")
      #expect(own.cells == cells, "\(sheet)")
      #expect(cells.count > 8)
    }
  }

  /// The printed texts of the forms, by place.
  private func texts(_ bytes: [UInt8]) throws -> [(sheet: String, cells: [String: String])] {
    var sheets: [(sheet: String, cells: [String: String])] = []
    let own: Set<String> = ["填报说明", "审核"]
    for worksheet in try Workbook(bytes: bytes, name: "issued.xlsx").worksheets
    where worksheet.visibility == .visible && !own.contains(worksheet.name) {
      var cells: [String: String] = [:]
      for row in try worksheet.rows {
        for cell in row {
          guard let text = cell.text, !cell.hasFormula else { continue }
          // In which column the unit stands depends on how wide the columns are.
          cells[text.hasPrefix("单位：") ? "row \(row.number)" : "\(cell.reference)"] = text
        }
      }
      sheets.append((worksheet.name, cells))
    }
    return sheets
  }

  @Test func theBudgetOf2021IsReadRight() throws {
    let drafted = try Self.drafted2021.get()
    #expect(drafted.set.forms.count == 11)
    let book = try drafted.read("gongxin-2021", in: "submissions-2021")
    var truth = try DraftTruth.load("gongxin-2021", in: "submissions-2021")
    for index in truth.cells.indices {
      // The brackets are those of the blank form, and the column whose heading bears the year is called without it.
      if truth.cells[index].block == "部门（单位）名称" { truth.cells[index].block = "部门(单位)名称" }
      if truth.cells[index].column == "2021年“三公”经费预算数" { truth.cells[index].column = "“三公”经费预算数" }
    }
    #expect(truth.cells.count > 700)
    let faults = truth.faults(in: book, unit: .万元)
    // One printed label is cut short in the submission. It is no label of the blank form, which knows no other wordings, so
    // its row is told and not taken.
    let cut = faults.filter { $0.hasPrefix("04财政拨款收支总体情况表!A11 ") || $0.hasPrefix("04财政拨款收支总体情况表!B11 ") }
    #expect(faults.count == cut.count, "\(faults.count): \(faults.prefix(8).joined(separator: "\n"))")
    #expect(book.findings.contains { $0.code.rawValue == "S07" && $0.cell == CellReference("B11") })
  }
}
