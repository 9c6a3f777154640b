import Foundation
import Testing
import XlsxPackage

/// Files that are no budgets: what is said of each, and how the command ends.
@Suite struct BadInputTests {
  /// A bad file, and what the command says of it.
  struct Bad: Sendable, CustomTestStringConvertible {
    var name: String
    var status: Int32
    var code: String
    /// What the message names.
    var says: [String]
    var testDescription: String { name }
  }

  static let all = [
    Bad(name: "not-a-zip.xlsx", status: 65, code: "not-a-package", says: ["not-a-zip.xlsx"]),
    Bad(name: "old.xls", status: 65, code: "old-workbook", says: ["old.xls", ".xlsx"]),
    Bad(name: "encrypted.xlsx", status: 65, code: "encrypted", says: ["encrypted.xlsx", "password"]),
    Bad(name: "truncated.xlsx", status: 65, code: "damaged-package", says: ["truncated.xlsx"]),
    Bad(name: "empty.xlsx", status: 65, code: "empty-file", says: ["empty.xlsx"]),
    Bad(name: "no-form.xlsx", status: 65, code: "F01", says: ["no-form.xlsx"]),
    Bad(name: "missing.xlsx", status: 66, code: "file-not-found", says: ["missing.xlsx"]),
  ]

  static func folder() throws -> TestFolder {
    let folder = try TestFolder()
    let good = try Submissions.bytes("laocheng-2023")
    try folder.write("科目,金额\n", to: "not-a-zip.xlsx")
    try folder.write(Submissions.compoundFile(["Workbook"]), to: "old.xls")
    try folder.write(Submissions.compoundFile(["EncryptionInfo", "EncryptedPackage"]), to: "encrypted.xlsx")
    try folder.write(Array(good.prefix(good.count / 2)), to: "truncated.xlsx")
    try folder.write("", to: "empty.xlsx")
    let sheet = [(name: "Sheet1", of: "预算08表")]
    try folder.write(
      try Submissions.workbook(of: "laocheng-2023", copies: sheet) { _, _, _ in "无关" }, to: "no-form.xlsx")
    try folder.write(good, to: "good.xlsx")
    return folder
  }

  @Test(arguments: all) func aBadFileIsToldInOneLine(_ bad: Bad) throws {
    let folder = try Self.folder()
    let run = try SheetsRun(["read", bad.name, "--lang", "en"], in: folder)
    #expect(run.status == bad.status, "\(run.message)")
    #expect(run.output.isEmpty)
    #expect(run.message.split(separator: "\n").count == 1)
    for word in bad.says { #expect(run.message.contains(word), "\(run.message)") }
    try Snapshot.expect(run.message, "bad-" + bad.name.split(separator: ".")[0])
    #expect(try SheetsRun(["verify", bad.name], in: folder).status == bad.status)
  }

  @Test func theOtherFilesOfABatchAreStillDone() throws {
    let folder = try Self.folder()
    let names = Self.all.map(\.name) + ["good.xlsx"]
    let run = try SheetsRun(["read"] + names, in: folder)
    // The gravest of 65 and 66.
    #expect(run.status == 66)
    let books = try #require(try run.json() as? [[String: Any]])
    #expect(books.count == names.count)
    for (book, bad) in zip(books, Self.all) {
      #expect(book["file"] as? String == bad.name)
      #expect((book["error"] as? [String: Any])?["code"] as? String == bad.code)
    }
    #expect((books.last?["forms"] as? [Any])?.count == 13)
    let lines = try SheetsRun(["read", "--format", "ndjson"] + names, in: folder)
    #expect(lines.status == 66 && lines.lines.count == names.count)
    let verify = try SheetsRun(["verify", "old.xls", "good.xlsx", "--lang", "en"], in: folder)
    #expect(verify.status == 65)
    #expect(verify.output.contains("good.xlsx: nothing lost"))
    #expect(verify.message.contains("old.xls"))
  }

  @Test func theSameFormTwiceIsSaidWithBothSheets() throws {
    let folder = try TestFolder()
    let bytes = try Submissions.workbook(
      of: "laocheng-2023", copies: [("甲", "预算03表"), ("乙", "预算03表"), ("丙", "预算08表")])
    try folder.write(bytes, to: "twice.xlsx")
    let run = try SheetsRun(["read", "twice.xlsx", "--lang", "zh"], in: folder)
    #expect(run.status == 2)
    let book = try #require(try run.json() as? [String: Any])
    #expect((book["forms"] as? [[String: Any]])?.compactMap { $0["form"] as? String } == ["08"])
    let sheets = (book["findings"] as? [[String: Any]] ?? []).filter { $0["form"] as? String == "03" }
    #expect(Set(sheets.compactMap { $0["sheet"] as? String }) == ["甲", "乙"])
    #expect(sheets.contains { ($0["message"] as? String ?? "").contains("乙") })
    #expect((book["outside"] as? [Any])?.isEmpty == false)
  }

  @Test func aHeaderThatCannotBeMatchedIsSaidWithItsSheet() throws {
    let folder = try TestFolder()
    // The code stands above; the headings below it say something else.
    let bytes = try Submissions.workbook(of: "laocheng-2023", copies: [("预算03表", "预算03表"), ("预算08表", "预算08表")]) {
      $0 == "预算03表" && (4...6).contains($1.row) ? "列\($1)" : $2
    }
    try folder.write(bytes, to: "header.xlsx")
    let run = try SheetsRun(["read", "header.xlsx", "--lang", "zh"], in: folder)
    #expect(run.status == 2, "\(run.message)")
    let book = try #require(try run.json() as? [String: Any])
    #expect((book["forms"] as? [[String: Any]])?.compactMap { $0["form"] as? String } == ["08"])
    let findings = (book["findings"] as? [[String: Any]] ?? []).filter { $0["form"] as? String == "03" }
    #expect(findings.contains { $0["sheet"] as? String == "预算03表" })
  }

  @Test func aMistakeOnTheCommandLineIsToldInChineseFirst() throws {
    let cases = [
      (["chek", "a.xlsx"], "没有“chek”这个命令，是否为 check？"),
      (["check", "a.xlsx", "--fromat", "json"], "没有“--fromat”这个选项，是否为 --format？"),
      (["check"], "缺少文件名。"), (["check", "a.xlsx", "--format", "pdf"], "选项 --format 不能是“pdf”。"),
      (["check", "a.xlsx", "--format"], "选项 --format 后面缺少内容。"), (["forms", "多", "余", "的"], "多出了参数“多”。"),
    ]
    for (arguments, line) in cases {
      let run = try SheetsRun(arguments)
      let lines = run.message.split(separator: "\n")
      #expect(run.status == 64 && lines.first ?? "" == line, "\(run.message)")
      // The parser's own words follow.
      #expect(lines.count > 1 && lines[1].hasPrefix("Error: "))
    }
    #expect(try SheetsRun(["check", "--lang", "en"]).message.hasPrefix("Error: "))
    #expect(try SheetsRun(["--help"]).message.isEmpty)
  }
}
