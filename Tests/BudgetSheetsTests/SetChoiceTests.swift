import BudgetSheets
import Testing

/// Which form set a workbook follows is judged over the whole workbook, and not guessed.
@Suite struct SetChoiceTests {
  private typealias Sheet = (name: String, xml: String)

  private static let goals2021 = "11区级部门预算项目绩效目标表"

  private static func read(_ sheets: [Sheet], set: String? = nil) throws -> Book {
    let library = TemplateLibrary.embedded
    let sets = try set.map { [try library.set(named: $0)] } ?? library.sets()
    return try BookReader(sets: sets).read(bytes: PlainPackage.workbook(sheets), name: "a.xlsx")
  }

  private static func sheets(of submission: String, _ names: [String]) throws -> [Sheet] {
    try names.map { try RawSubmission.sheet($0, of: submission) }
  }

  private static let forms2023 = ["预算01表", "预算02表", "预算03表", "预算11表", "预算13表"]

  /// Both forms bear one title; their headings tell them apart, alone and among others.
  @Test func theTitleThatTwoSetsShareDecidesNothing() throws {
    let old = try Self.read(Self.sheets(of: "gongxin-2021", [Self.goals2021]))
    #expect(old.set == "luoyang-2021" && old.forms.map(\.form) == ["11"])
    let new = try Self.read(Self.sheets(of: "laocheng-2023", ["预算13表"]))
    #expect(new.set == "luoyang-2023" && new.forms.map(\.form) == ["13"])
    #expect(!(old.findings + new.findings).contains { $0.code == .sheetOfOtherSet })
  }

  @Test func aMixtureIsToldAndNotRead() throws {
    let others = Self.forms2023.filter { $0 != "预算13表" }
    let mixed =
      try Self.sheets(of: "laocheng-2023", others) + Self.sheets(of: "gongxin-2021", [Self.goals2021])
    let book = try Self.read(mixed)
    #expect(book.set == "luoyang-2023" && book.forms.map(\.form) == ["01", "02", "03", "11"])
    let told = book.findings.filter { $0.code == .sheetOfOtherSet }
    #expect(told.count == 1 && told.first?.sheet == Self.goals2021 && told.first?.level == .error)
    let sentence = told.first?.message(in: .chinese) ?? ""
    #expect(sentence.contains("表十一") && sentence.contains("luoyang-2021") && sentence.contains("没有读取"))
    #expect(book.findings.contains { $0.code == .formMissing && $0.form == "13" })
    // Nothing of it is lost.
    #expect(book.outside.contains { $0.sheet == Self.goals2021 && $0.text == "招商引资" })
    let named = try Self.read(mixed, set: "luoyang-2021")
    #expect(named.set == "luoyang-2021" && named.forms.map(\.form).contains("11"))
  }

  @Test func theOtherWayRoundToo() throws {
    let mixed =
      try Self.sheets(of: "gongxin-2021", ["04财政拨款收支总体情况表", "07一般公共预算“三公”经费支出情况表", Self.goals2021])
      + Self.sheets(of: "laocheng-2023", ["预算11表"])
    let book = try Self.read(mixed)
    #expect(book.set == "luoyang-2021" && book.forms.map(\.form) == ["04", "07", "11"])
    let told = book.findings.filter { $0.code == .sheetOfOtherSet }
    #expect(told.map(\.sheet) == ["预算11表"])
  }

  /// A sheet that fits two sets equally is no mixture.
  @Test(arguments: ["laocheng-2023", "laocheng-2023-drift-2", "laocheng-2023-drift-4", "invented-2023"])
  func aWholeWorkbookIsNoMixture(_ name: String) throws {
    let (book, _) = try SubmissionsTests.load(name)
    #expect(!book.findings.contains { $0.code == .sheetOfOtherSet })
  }

  private static func untitled(_ title: String) throws -> Sheet {
    // Title and code are gone; what is left are the headings, which two years share.
    let frame = [
      "A1": RawSubmission.inline("A1", title), "D1": "", "A2": "", "B2": "", "C2": "", "D2": "",
    ]
    var sheet = try RawSubmission.sheet("预算01表", of: "laocheng-2023", cells: frame)
    sheet.name = "Sheet1"
    return sheet
  }

  @Test func aTieIsToldAndNotGuessed() throws {
    let sheet = try Self.untitled("收支表")
    do throws(BookReadError) {
      let reader = BookReader(sets: try! TemplateLibrary.embedded.sets())
      _ = try reader.read(bytes: PlainPackage.workbook([sheet]), name: "a.xlsx")
      Issue.record("A tie was decided.")
    } catch {
      guard case .severalSets(let file, let sets) = error else { throw error }
      #expect(file == "a.xlsx" && Set(sets) == ["luoyang-2021", "luoyang-2023"])
      #expect(error.line(in: .chinese).contains("--set"))
    }
    #expect(try Self.read([sheet], set: "luoyang-2023").forms.map(\.form) == ["01"])
    #expect(try Self.read([sheet], set: "luoyang-2021").forms.map(\.form) == ["01"])
  }

  /// Of sets that fit equally the one of the year that stands in the title is meant.
  @Test(arguments: ["2021", "2023"]) func theYearDecidesATie(_ year: String) throws {
    let book = try Self.read([try Self.untitled("\(year)年收支表")])
    #expect(book.set == "luoyang-\(year)" && book.year == year)
  }
}
