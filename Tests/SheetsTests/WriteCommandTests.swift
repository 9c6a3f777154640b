import Foundation
import Testing

/// `sheets write` and `sheets verify`.
@Suite struct WriteCommandTests {
  /// What a book in JSON says, apart from where it stood and what was found.
  static func values(_ json: String) throws -> [String] {
    let book = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    var values = ["set", "year", "department"].map { "\($0)=\(book[$0] as? String ?? "")" }
    func add(_ cells: Any?, _ place: String) {
      for (path, cell) in cells as? [String: [String: Any]] ?? [:] {
        values.append("\(place) \(path)=\(cell["value"] as? String ?? "") \(cell["inherited"] as? String ?? "")")
      }
    }
    for form in book["forms"] as? [[String: Any]] ?? [] {
      let name = form["form"] as? String ?? ""
      add(form["fields"], name)
      for (index, row) in (form["rows"] as? [[String: Any]] ?? []).enumerated() {
        let place =
          "\(name) \(index) \(row["pane"] as? String ?? "") \(row["kind"] as? String ?? "") \(row["key"] as? String ?? "")"
        values.append(place)
        add(row["cells"], place)
      }
      for note in form["notes"] as? [[String: Any]] ?? [] {
        values.append("\(name) note \(note["text"] as? String ?? "")")
      }
    }
    for cell in book["outside"] as? [[String: Any]] ?? [] { values.append("outside \(cell["text"] as? String ?? "")") }
    return values.sorted()
  }

  @Test(arguments: ["laocheng-2023", "invented-2023", "laocheng-2023-drift-1"])
  func whatIsWrittenReadsTheSame(_ name: String) throws {
    let folder = try TestFolder()
    let first = try SheetsRun(["read", Submissions.path(name)])
    try folder.write(first.output, to: "book.json")
    let write = try SheetsRun(["write", "book.json", "-o", "新.xlsx", "--lang", "zh"], in: folder)
    #expect(write.status == 0)
    #expect(write.output.hasSuffix("下一步：sheets verify 新.xlsx\n"))
    let second = try SheetsRun(["read", "新.xlsx"], in: folder)
    #expect(second.status == 0)
    let (before, after) = (try Self.values(first.output), try Self.values(second.output))
    #expect(before.count > 500)
    #expect(before == after, "\(Set(before).symmetricDifference(after).sorted().prefix(6))")
  }

  @Test func theSameBookGivesTheSameBytes() throws {
    let folder = try TestFolder()
    let book = try SheetsRun(["read", Submissions.path("laocheng-2023")]).output
    for name in ["a.xlsx", "b.xlsx"] {
      #expect(try SheetsRun(["write", "-", "--output", name], in: folder, input: book).status == 0)
    }
    #expect(
      try Data(contentsOf: folder.url.appendingPathComponent("a.xlsx"))
        == Data(contentsOf: folder.url.appendingPathComponent("b.xlsx")))
  }

  @Test func anExistingFileIsReplacedOnlyByForce() throws {
    let folder = try TestFolder()
    let book = try SheetsRun(["read", Submissions.path("laocheng-2023")]).output
    try folder.write("kept", to: "out.xlsx")
    let run = try SheetsRun(["write", "-", "-o", "out.xlsx", "--lang", "en"], in: folder, input: book)
    #expect(run.status == 73 && run.output.isEmpty)
    #expect(run.message == "out.xlsx: the file exists and was left as it is. Choose another name, or add --force.\n")
    #expect(try folder.text("out.xlsx") == "kept")
    #expect(try SheetsRun(["write", "-", "-o", "out.xlsx", "--force"], in: folder, input: book).status == 0)
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("out.xlsx")).prefix(2) == Data("PK".utf8))
  }

  @Test func aFolderThatIsNotThereOrIsAFileCannotBeWrittenTo() throws {
    let folder = try TestFolder()
    let book = try SheetsRun(["read", Submissions.path("laocheng-2023")]).output
    try folder.write("a file", to: "file")
    for place in ["nowhere/out.xlsx", "file/out.xlsx"] {
      let run = try SheetsRun(["write", "-", "-o", place], in: folder, input: book)
      #expect(run.status == 73 && run.output.isEmpty && !run.message.isEmpty)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["file"])
  }

  @Test func aFolderWithoutPermissionCannotBeWrittenTo() throws {
    let folder = try TestFolder()
    let book = try SheetsRun(["read", Submissions.path("laocheng-2023")]).output
    try folder.write("", to: "closed/kept")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path("closed"))
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("closed")) }
    // The administrator may write everywhere.
    if FileManager.default.createFile(atPath: folder.path("closed/try"), contents: nil) { return }
    let run = try SheetsRun(["write", "-", "-o", "closed/out.xlsx"], in: folder, input: book)
    #expect(run.status == 73)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("closed")) == ["kept"])
  }

  @Test func aBookThatIsNoneIsRefusedAndNothingIsWritten() throws {
    let folder = try TestFolder()
    for text in ["", "{", "[]", #"{"format": "budgetsheets.book", "version": 1, "set": "nowhere", "forms": []}"#] {
      let run = try SheetsRun(["write", "-", "-o", "out.xlsx"], in: folder, input: text)
      #expect(run.status == 65 && !run.message.isEmpty, "\(text)")
    }
    #expect(try SheetsRun(["write", "none.json", "-o", "out.xlsx"], in: folder).status == 66)
    #expect(!folder.exists("out.xlsx"))
  }

  @Test(arguments: Submissions.names) func nothingOfASubmittedWorkbookIsLost(_ name: String) throws {
    let run = try SheetsRun(["verify", Submissions.path(name), "--lang", "zh"])
    // A damaged project code is never printed back: it is said, and fails.
    let isDamaged = ["laocheng-2023-mess-2", "laocheng-2023-mess-4"].contains(name)
    #expect(run.status == (isDamaged ? 1 : 0), "\(run.output.suffix(600))\(run.message)")
    #expect(run.output.hasPrefix(name + ".xlsx：" + (isDamaged ? "有内容未能承载" : "无损")))
  }

  @Test func allThirteenWorkbooksAreThere() { #expect(Submissions.names.count == 13) }

  @Test func aBatchEndsInACount() throws {
    let run = try SheetsRun(
      ["verify", Submissions.path("laocheng-2023"), Submissions.path("invented-2023"), "--lang", "zh"])
    #expect(run.status == 0)
    #expect(run.output.hasSuffix("共 2 个文件，2 个无损。\n"))
  }
}
