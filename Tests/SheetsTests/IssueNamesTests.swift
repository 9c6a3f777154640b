import Testing

@testable import BudgetSheets
@testable import sheets

/// What issued workbooks are called, and the day they are due.
@Suite struct IssueNamesTests {
  private static func name(_ pattern: String, _ code: String, _ name: String) throws -> String {
    try FileNamePattern(pattern).name(
      of: DepartmentList.Department(code: code, name: name), year: "2024", set: "luoyang-2023")
  }

  /// Of names that a system refuses or changes, after Microsoft's “Naming Files, Paths, and Namespaces”.
  static let stems: [(String, String)] = [
    ("科技局", "科技局.xlsx"), ("a<b>c:d\"e/f\\g|h?i*j", "a_b_c_d_e_f_g_h_i_j.xlsx"),
    ("甲\n乙\u{0}丙\u{7F}\u{85}", "甲_乙_丙__.xlsx"),
    ("甲\u{200B}乙\u{202E}丙\u{FEFF}", "甲乙丙.xlsx"), ("  甲 乙　", "甲 乙.xlsx"), ("甲. . .", "甲.xlsx"),
    ("甲\u{2028}乙", "甲_乙.xlsx"),
    ("CON", "CON_.xlsx"), ("nul", "nul_.xlsx"), ("Aux.tar", "Aux_.tar.xlsx"), ("com1", "com1_.xlsx"),
    ("LPT²", "LPT²_.xlsx"),
    ("nul .x", "nul _.x.xlsx"), ("CONIN$", "CONIN$_.xlsx"), ("COM10", "COM10.xlsx"), ("console", "console.xlsx"),
    ("", "_.xlsx"), ("...", "_.xlsx"), (".隐藏", "_隐藏.xlsx"), ("~$锁", "_$锁.xlsx"), ("-甲", "-甲.xlsx"),
    // e with an acute accent after it; the letter that is both.
    ("cafe\u{301}", "caf\u{E9}.xlsx"), ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}.xlsx"),
  ]

  @Test(arguments: stems) func namesThatEverySystemTakes(_ stem: String, _ expected: String) {
    let name = SafeFileName.name(stem, ending: ".xlsx")
    // Swift compares texts by what they stand for; files are told apart by their bytes.
    #expect(Array(name.utf8) == Array(expected.utf8), "\(name)")
  }

  static let longStems: [(String, Int)] = [
    (String(repeating: "局", count: 65), 65 * 3), (String(repeating: "局", count: 66), 65 * 3),
    // A cut after a dot or a blank takes that too.
    (String(repeating: "局", count: 64) + ". 甲乙", 64 * 3), ("a" + String(repeating: "局", count: 80), 1 + 64 * 3),
    // A flag is one character of 8 bytes.
    (String(repeating: "🇨🇳", count: 30), 24 * 8),
  ]

  @Test(arguments: longStems) func longNamesAreCutAtACharacter(_ stem: String, _ bytes: Int) {
    let name = SafeFileName.name(stem, ending: ".xlsx")
    #expect(name.utf8.count <= 200 && name.hasSuffix(".xlsx"))
    #expect(name.utf8.count == bytes + 5, "\(name.utf8.count)")
    #expect(name.unicodeScalars.allSatisfy { $0 != "\u{FFFD}" })
  }

  static let likeNames: [(String, String, Bool)] = [
    ("科技局.xlsx", "科技局.xlsx", true), ("A.xlsx", "a.XLSX", true), ("Straße.xlsx", "STRASSE.xlsx", true),
    ("caf\u{E9}.xlsx", "CAFE\u{301}.xlsx", true), ("Ⅳ.xlsx", "ⅳ.xlsx", true), ("科技局.xlsx", "科枝局.xlsx", false),
    ("Ａ.xlsx", "A.xlsx", false),
  ]

  @Test(arguments: likeNames) func namesThatSomeSystemTakesForOne(_ first: String, _ second: String, _ same: Bool) {
    #expect((SafeFileName.comparable(first) == SafeFileName.comparable(second)) == same)
  }

  static let patternNames: [(String, String, String, String)] = [
    ("{code}-{name}.xlsx", "250", "科技局", "250-科技局.xlsx"), ("{code}-{name}.xlsx", "", "科技局", "科技局.xlsx"),
    ("{name} {code}.xlsx", "", "科技局", "科技局.xlsx"), ("{year}年{name}预算.XLSX", "250", "科技局", "2024年科技局预算.xlsx"),
    ("{set}_{code}.xlsx", "250", "", "luoyang-2023_250.xlsx"), ("{code}-{name}.xlsx", "250", "", "250.xlsx"),
    ("预算.xlsx", "250", "科技局", "预算.xlsx"), ("{code}-{name}.xlsx", "25/0", "科技局/财政局", "25_0-科技局_财政局.xlsx"),
    ("{name}.xlsx", "250", "{code}", "{code}.xlsx"),
  ]

  @Test(arguments: patternNames) func patterns(_ pattern: String, _ code: String, _ name: String, _ expected: String)
    throws
  {
    #expect(try Self.name(pattern, code, name) == expected)
  }

  static let faults: [(String, FileNamePattern.Fault)] = [
    ("{code}", FileNamePattern.Fault.ending), ("{code}.xls", .ending), ("{year}/{code}.xlsx", .path),
    ("{kode}.xlsx", .fieldUnknown("kode")), ("{code.xlsx", .brace), ("code}.xlsx", .brace),
    ("{}.xlsx", .fieldUnknown("")),
    ("a\\{code}.xlsx", .path),
  ]

  @Test(arguments: faults) func textsThatAreNoPatterns(_ text: String, _ fault: FileNamePattern.Fault) {
    #expect(throws: fault) { try FileNamePattern(text) }
    #expect(!fault.sentences.chinese.isEmpty && !fault.sentences.english.isEmpty)
  }

  static let days: [(String, String?)] = [
    ("2024-01-31", "2024年1月31日"), ("2024-1-31", "2024年1月31日"), ("2024/1/31", "2024年1月31日"),
    ("2024.1.31", "2024年1月31日"), ("20240131", "2024年1月31日"), ("2024年1月31日", "2024年1月31日"),
    ("2024-02-29", "2024年2月29日"), ("2000-2-29", "2000年2月29日"), ("2023-02-29", nil), ("1900-2-29", nil),
    ("2024-13-01", nil),
    ("2024-04-31", nil), ("2024-00-10", nil), ("2024-01-00", nil), ("1月31日", nil), ("31.1.2024", nil), ("", nil),
    ("2024-1-31 17:00", nil),
  ]

  @Test(arguments: days) func daysAreReadOrRefused(_ text: String, _ printed: String?) {
    #expect(DueDate(text)?.printed == printed)
  }
}
