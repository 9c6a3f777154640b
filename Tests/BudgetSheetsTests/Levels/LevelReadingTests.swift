import Testing
import XlsxPackage

@testable import BudgetSheets

/// Rows of 类 and 款 are known by their codes, and each level is the sum of the next one below it that is present.
@Suite struct LevelReadingTests {
  private func kinds(_ book: Book) -> [RowKind] { book.forms[0].rows.map(\.kind) }

  private func failures(_ book: Book, _ set: FormSet) -> [String] {
    Checker(set: set).check(book).findings.filter { $0.judgement != nil }
      .map { "\($0.cell.map { "\($0)" } ?? "") \($0.arguments["expected"] ?? "")" }
  }

  @Test func oneColumnIsToldByItsDigits() throws {
    let set = try LevelSample.set(LevelSample.oneColumn)
    let book = try LevelSample.book(
      set, LevelSample.oneHeading,
      [
        ["205", "教育支出", "30"], ["20502", "普通教育", "30"], ["2050202", "小学教育", "10"], ["2050203", "初中教育", "20"],
        ["207", "文化支出", "5"], ["2070101", "行政运行", "5"], ["合计", nil, "35"],
      ])
    #expect(kinds(book) == [.category, .subcategory, .detail, .detail, .category, .detail, .total])
    #expect(book.forms[0].rows.map(\.key) == ["205", "20502", "2050202", "2050203", "207", "2070101", "合计"])
    #expect(book.findings.isEmpty && failures(book, set) == [])
  }

  @Test func threeColumnsAreToldByTheBlankOnes() throws {
    let set = try LevelSample.set(LevelSample.threeColumns)
    let book = try LevelSample.book(
      set, LevelSample.threeHeadings,
      [
        [nil, nil, nil, "合计", "35"], ["205", nil, nil, "教育支出", "30"], ["205", "02", nil, "普通教育", "30"],
        ["205", "02", "02", "小学教育", "10"], ["205", "2", "3", "初中教育", "20"], ["207", nil, nil, "文化支出", "5"],
        ["207", "01", nil, "文化", "5"], ["207", "01", "01", "行政运行", "5"],
      ])
    #expect(
      kinds(book) == [.total, .category, .subcategory, .detail, .detail, .category, .subcategory, .detail])
    #expect(book.forms[0].rows.map(\.key)[2...4] == ["205/02", "205/02/02", "205/02/03"])
    #expect(failures(book, set) == [])
  }

  /// A whole code in the first of three columns is a detail whose code was joined, and no class.
  @Test func aJoinedCodeIsNoClass() throws {
    let set = try LevelSample.set(LevelSample.threeColumns)
    let book = try LevelSample.book(
      set, LevelSample.threeHeadings,
      [
        [nil, nil, nil, "合计", "10"], ["205", nil, nil, "教育支出", "10"], ["205", "02", nil, "普通教育", "10"],
        ["2050202", nil, nil, "小学教育", "10"],
      ])
    #expect(kinds(book) == [.total, .category, .subcategory, .detail])
    #expect(book.findings.map(\.code).contains(.codeMalformed))
  }

  /// The 款 of a class may be left out where they are optional; what belongs to a 类 are then its details.
  @Test func theNextLevelThatIsPresentIsAddedUp() throws {
    let set = try LevelSample.set(LevelSample.oneColumn)
    let book = try LevelSample.book(
      set, LevelSample.oneHeading,
      [
        ["205", "教育支出", "31"], ["2050202", "小学教育", "10"], ["2050203", "初中教育", "20"], ["2070101", "行政运行", "5"],
        ["合计", nil, "31"],
      ])
    #expect(kinds(book) == [.category, .detail, .detail, .detail, .total])
    // 205 is 10 + 20, what begins with its code; the 5 of another class count in the total alone.
    #expect(failures(book, set) == ["C9 36.00", "C5 30.00"])
  }

  @Test func withoutClassesTheTotalIsThatOfTheDetails() throws {
    let set = try LevelSample.set(LevelSample.oneColumn)
    let rows: [[String?]] = [["2050202", "小学教育", "10"], ["2050203", "初中教育", "20"], ["合计", nil, "31"]]
    let book = try LevelSample.book(set, LevelSample.oneHeading, rows)
    #expect(failures(book, set) == ["C7 30.00"])
  }

  /// Each unit has classes of its own.
  @Test func classesBelongToTheirUnit() throws {
    let set = try LevelSample.set(LevelSample.oneColumn)
    let book = try LevelSample.book(
      set, LevelSample.oneHeading,
      [
        ["合计", nil, "35"], ["301001", "本级", "30"], ["205", "教育支出", "30"], ["2050202", "小学教育", "30"],
        ["301002", "小学", "5"], ["205", "教育支出", "6"], ["20502", "普通教育", "5"], ["2050203", "初中教育", "5"],
      ])
    #expect(
      kinds(book) == [.total, .unit, .category, .detail, .unit, .category, .subcategory, .detail])
    #expect(book.forms[0].rows[5].key == "205#2")
    // 6 is neither the 5 of its only 款 nor what its unit comes to.
    #expect(Set(failures(book, set)) == ["C10 5.00", "C9 6.00"])
  }

  @Test func namesOfClassesAreHeldAgainstTheDictionary() throws {
    let set = try LevelSample.set(LevelSample.oneColumn)
    let book = try LevelSample.book(
      set, LevelSample.oneHeading,
      [
        ["205", "科学支出", "11"], ["2050202", "小学教育", "10"], ["2050203", "初中教育", "1"], ["299", "别的", nil],
        ["合计", nil, "11"],
      ])
    let report = Checker(set: set).check(book)
    #expect(
      report.findings.map { "\($0.code.rawValue) \($0.cell.map { "\($0)" } ?? "")" }.sorted()
        == ["\(FindingCode.codeNotListed.rawValue) B8", "\(FindingCode.nameDiffersFromCode.rawValue) B5"].sorted())
  }
}
