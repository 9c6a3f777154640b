import Foundation
import Testing

/// `sheets read` on good files.
@Suite struct ReadCommandTests {
  static let plain = "laocheng-2023"
  static let other = "invented-2023"

  @Test func oneFileIsOneObject() throws {
    let run = try SheetsRun(["read", Submissions.path(Self.plain), "--lang", "zh"])
    #expect(run.status == 0)
    let book = try #require(try run.json() as? [String: Any])
    #expect(book["set"] as? String == "luoyang-2023")
    #expect(book["year"] as? String == "2023")
    let forms = try #require(book["forms"] as? [[String: Any]])
    #expect(forms.compactMap { $0["form"] as? String } == (1...13).map { $0 < 10 ? "0\($0)" : "\($0)" })
    try Snapshot.expect(run.message, "read-message")
  }

  @Test func severalFilesAreOneArrayInTheirOrder() throws {
    let run = try SheetsRun(["read", Submissions.path(Self.other), Submissions.path(Self.plain), "--jobs", "2"])
    #expect(run.status == 0)
    let books = try #require(try run.json() as? [[String: Any]])
    #expect(books.compactMap { $0["file"] as? String } == [Self.other + ".xlsx", Self.plain + ".xlsx"])
  }

  @Test func aFolderStandsForItsWorkbooks() throws {
    let folder = try TestFolder()
    try folder.write(try Submissions.bytes(Self.plain), to: "乙.xlsx")
    try folder.write(try Submissions.bytes(Self.plain), to: "甲.xlsx")
    try folder.write("lock", to: "~$甲.xlsx")
    try folder.write("text", to: "说明.txt")
    let run = try SheetsRun(["read", ".", "--format", "ndjson"], in: folder)
    #expect(run.status == 0)
    #expect(run.lines.count == 2)
  }

  @Test func ndjsonIsOneObjectALine() throws {
    let run = try SheetsRun(["read", Submissions.path(Self.plain), Submissions.path(Self.other), "--format", "ndjson"])
    #expect(run.status == 0)
    #expect(run.lines.count == 2 && run.output.hasSuffix("\n"))
    for line in run.lines { #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any]) }
  }

  @Test func csvHasOneHeadingAndAsManyFieldsInEachLine() throws {
    let run = try SheetsRun(["read", Submissions.path(Self.plain), Submissions.path(Self.other), "--format", "csv"])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("\u{FEFF}file,set,year,department,form,sheet,row,kind,key,column,cell,value,raw\r\n"))
    let records = try #require(Self.records(of: String(run.output.unicodeScalars.dropFirst())))
    #expect(records.count > 1_000)
    #expect(records.allSatisfy { $0.count == 13 })
    #expect(records.count { $0.first == "file" } == 1)
    #expect(Set(records.dropFirst().map { $0[0] }) == [Self.plain + ".xlsx", Self.other + ".xlsx"])
  }

  /// The records of RFC 4180; nil where a quotation mark stands wrong.
  static func records(of text: String) -> [[String]]? {
    var records: [[String]] = [[]]
    var field = ""
    var isQuoted = false
    var wasQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          field.unicodeScalars.append(scalar)
        } else if scalars.first == "\"" {
          field.unicodeScalars.append("\"")
          scalars.removeFirst()
        } else {
          (isQuoted, wasQuoted) = (false, true)
        }
      } else if scalar == "\"" {
        if !field.isEmpty || wasQuoted { return nil }
        isQuoted = true
      } else if scalar == "," || (scalar == "\r" && scalars.first == "\n") {
        records[records.count - 1].append(field)
        (field, wasQuoted) = ("", false)
        if scalar == "\r" {
          scalars.removeFirst()
          records.append([])
        }
      } else if scalar == "\n" || wasQuoted {
        return nil
      } else {
        field.unicodeScalars.append(scalar)
      }
    }
    if isQuoted || !field.isEmpty || records.last != [] { return nil }
    return records.dropLast()
  }
}
