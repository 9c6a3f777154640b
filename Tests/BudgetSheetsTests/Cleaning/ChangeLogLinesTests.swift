import Foundation
import Testing

@testable import BudgetSheets

/// Logs as JSON lines.
@Suite struct ChangeLogLinesTests {
  typealias Sample = ChangeLogSample

  @Test func aLineHoldsAllThatAChangeHas() throws {
    let text = Sample.log([Sample.full]).jsonLines(in: .chinese)
    #expect(
      text == """
        {"log":"budgetsheets-changes/1","file":"laocheng-2023.xlsx","sha256":"\(Sample.hash)",\
        "cleaned_sha256":"\(Sample.otherHash)","set":"luoyang-2023","sheet":"预算03表","cell":"C9","form":"03",\
        "row":"206/01/01#2","row_name":"行政运行","path":"科目编码/\\"a/b \\"\\"c\\"\\"\\"/款",\
        "before":{"type":"text","raw":"行政运\\r\\n","format":"@"},"after":{"type":"text","raw":"行政运行","format":"@"},\
        "standard":{"sheet":"预算03表","cell":"D12"},"code":"Q03","class":"noted",\
        "details":{"code":"2060101","name":"行政运行"},"reason":"名称不完整，编码 2060101 的名称是“行政运行”"}

        """)
    #expect(try ChangeLog(jsonLines: text) == Sample.log([Sample.full]))
  }

  @Test func everyStateComesBack() throws {
    let states: [CellState] = [
      CellState(kind: .blank, text: ""), CellState(kind: .blank, text: "", formula: "B1"),
      CellState(kind: .number, text: "-1.50E-07", format: "0.00;\"负\"0.00"),
      CellState(kind: .number, text: "291.03999999999996"), CellState(kind: .boolean, text: "0"),
      CellState(kind: .boolean, text: "1", formula: "A1>2"), CellState(kind: .date, text: "45000", format: "yyyy/m/d"),
      CellState(kind: .error, text: "#REF!"), CellState(kind: .text, text: ""),
      CellState(kind: .text, text: "=1+1", formula: "\"=1\"&\"+1\""),
    ]
    let changes = zip(states, states.reversed()).map { Sample.change(.amountAsText, "S", "A1", $0, $1) }
    #expect(try ChangeLog(jsonLines: Sample.log(changes).jsonLines(in: .english)) == Sample.log(changes))
  }

  /// Every scalar up to U+30FF and many beyond, alone and among others, read by us and by Foundation.
  @Test func everyTextComesBack() throws {
    var source = SeededSource(seed: 7)
    var texts = [
      "", "\r", "\r\n", "\n", "\u{2028}\u{2029}", "\u{0}", "\"\\", "👨‍👩‍👧", "e\u{301}", "é", "\u{301}", "\u{FEFF}",
    ]
    let scalars = (0..<0x3100).compactMap { Unicode.Scalar($0) }
    texts.append(String(String.UnicodeScalarView(scalars)))
    for _ in 0..<300 {
      let scalars = (0..<source.number(1...40)).compactMap { _ in Unicode.Scalar(UInt32(source.number(0...0x10FFFF))) }
      texts.append(String(String.UnicodeScalarView(scalars)))
    }
    let changes = texts.map {
      Sample.change(.nameBlanks, "表" + $0, "B2", Sample.text($0), Sample.text($0 + "。"), ["text": $0])
    }
    let lines = Sample.log(changes).jsonLines(in: .chinese)
    let log = try ChangeLog(jsonLines: lines)
    let pieces = Data(lines.utf8).split(separator: 10, omittingEmptySubsequences: false)
    #expect(pieces.count == texts.count + 1)
    for (index, text) in texts.enumerated() {
      let scalars = Array(text.unicodeScalars)
      #expect(Array(log.changes[index].before.text.unicodeScalars) == scalars)
      #expect(Array((log.changes[index].details["text"] ?? "").unicodeScalars) == scalars)
      #expect(Array((log.changes[index].place.sheet ?? "").unicodeScalars) == ["表"] + scalars)
      let value = try #require(try JSONSerialization.jsonObject(with: pieces[index]) as? [String: Any])
      // Foundation drops a mark of byte order with which a text begins.
      if scalars.first == "\u{FEFF}" { continue }
      let before = try #require(value["before"] as? [String: Any])
      #expect(try Array(#require(before["raw"] as? String).unicodeScalars) == scalars)
    }
  }

  @Test func linesFitTheSchema() throws {
    let schema = try JSONSchema(file: "docs/changes.schema.json")
    let changes = [
      Sample.full, Sample.change(.nilMark, "S", "A1", Sample.text("—"), CellState(kind: .blank, text: "")),
    ]
    for line in Sample.log(changes).jsonLines(in: .chinese).split(separator: "\n") {
      #expect(try schema.problems(inText: String(line)) == [])
    }
    #expect(
      try schema.problems(
        inText: """
          {"log": "budgetsheets-changes/2", "file": "a", "sha256": "A", "cleaned_sha256": "\(Sample.hash)", "set": "s",
           "sheet": "S", "cell": "1A", "before": {"type": "date?", "raw": 1, "format": "@"}, "after": {"type": "text"},
           "code": "B01", "class": "noted"}
          """
      ).sorted() == [
        ".after: format is missing", ".after: raw is missing", ".before.raw: not of type string",
        ".before.type: date? is not listed", ".cell: 1A does not match", ".code: B01 does not match",
        ".log: not budgetsheets-changes/1", ".sha256: A does not match", ": reason is missing",
      ])
    let definitions = try #require(schema.root["$defs"] as? [String: [String: Any]])
    let state = try #require(definitions["state"]?["properties"] as? [String: [String: Any]])
    #expect(state["type"]?["enum"] as? [String] == CellState.Kind.allCases.map(\.rawValue))
    let members = try #require(schema.root["properties"] as? [String: [String: Any]])
    #expect(members["class"]?["enum"] as? [String] == RepairClass.allCases.map(\.rawValue))
    for code in RepairCode.allCases {
      #expect(code.rawValue.range(of: members["code"]?["pattern"] as? String ?? "", options: .regularExpression) != nil)
    }
  }

  /// The example of the page reads, and says what the page says.
  @Test func theExampleOfThePageIsALog() throws {
    let page = try String(contentsOf: JSONSchema.folder.appendingPathComponent("docs/change-log.md"), encoding: .utf8)
    let example = try #require(page.firstMatch(of: /```json\n([^`]*)```/)?.1)
    let log = try ChangeLog(jsonLines: example.replacing("\n", with: " ") + "\n")
    #expect(log.changes.map(\.code) == [.amountAsText])
    #expect(log.changes.first?.place.description == "预算03表!H9 行政运行·基本支出/人员经费/工资福利支出")
    let line = log.jsonLines(in: .chinese)
    #expect(try ChangeLog(jsonLines: line) == log)
    #expect(line.contains("\"class\":\"noted\",\"reason\":\"金额以文本保存，写法确定，改为数字\""))
    #expect(try JSONSchema(file: "docs/changes.schema.json").problems(inText: String(example)) == [])
  }

  // MARK: What is refused

  private static let good = ChangeLogSample.log([ChangeLogSample.full]).jsonLines(in: .english)

  private static func replaced(_ old: String, _ new: String) -> String { good + good.replacing(old, with: new) }

  @Test(
    arguments: [
      ("", 1, "there is no change in it", "没有任何改动"), ("\u{FEFF}" + good, 1, "byte order mark", "BOM"),
      (good.replacing("\n", with: "\r\n"), 1, "Windows", "Windows"),
      (good + good.dropLast() + "\r\n", 2, "Windows", "Windows"),
      (good + "\n" + good, 2, "blank", "空行"), (good + "  ", 2, "blank", "空行"),
      (good + "[1]", 2, "expected an object", "应当是"), (good + good.dropLast(2), 2, "not valid JSON", "不是正确的 JSON"),
      (good + good.dropLast() + good, 2, "should hold the end of the text", "不是正确的 JSON"),
      (replaced("changes/1", "changes/2"), 2, "“budgetsheets-changes/2” is not known", "不认识“budgetsheets-changes/2”"),
      (replaced("\"log\"", "\"lg\""), 2, "“log” is missing", "缺少“log”"),
      (replaced("\"sheet\":\"预算03表\",\"cell\":\"C9\"", "\"cell\":\"C9\""), 2, "“sheet” is missing", "缺少“sheet”"),
      (replaced("\"cell\":\"C9\"", "\"cell\":\"C0\""), 2, "“C0” is no cell", "“C0”不是单元格"),
      (replaced("\"row\":", "\"rows\":"), 2, "“row” is missing", "缺少“row”"),
      (replaced("\"row_name\":", "\"name\":"), 2, "“row_name” is missing", "缺少“row_name”"),
      (replaced("/款\"", "/\""), 2, "is no label path", "不是栏目路径"),
      (replaced("\"raw\":\"行政运行\"", "\"raw\":7"), 2, "after.raw", "after.raw"),
      (
        replaced("\"type\":\"text\",\"raw\":\"行政运行\"", "\"type\":\"number\",\"raw\":\"1,5\""), 2, "“1,5” is nothing",
        "“1,5”不是数字"
      ),
      (replaced("\"type\":\"text\",\"raw\":\"行政运行\"", "\"type\":\"blank\",\"raw\":\"x\""), 2, "type blank", "不是空白"),
      (replaced("\"type\":\"text\",\"raw\":\"行政运行\"", "\"type\":\"date\",\"raw\":\"1e999\""), 2, "type date", "不是日期"),
      (
        replaced("\"type\":\"text\",\"raw\":\"行政运行\"", "\"type\":\"boolean\",\"raw\":\"2\""), 2, "type boolean", "不是逻辑值"
      ),
      (
        replaced("\"type\":\"text\",\"raw\":\"行政运行\"", "\"type\":\"txt\",\"raw\":\"x\""), 2, "did you mean “text”",
        "“text”"
      ),
      (replaced("\"before\"", "\"befor\""), 2, "“before” is missing", "缺少“before”"),
      (replaced(",\"format\":\"@\"},\"after\"", "},\"after\""), 2, "before: the member “format”", "before：缺少“format”"),
      (replaced("\"Q03\"", "\"Q04x\""), 2, "no repair “Q04x”", "没有“Q04x”"),
      (replaced("\"noted\"", "\"bold\""), 2, "class", "class"),
      (replaced("\"reason\"", "\"why\""), 2, "“reason”", "“reason”"),
      (replaced("\"code\":\"2060101\"", "\"code\":2060101"), 2, "details.code", "details.code"),
      (replaced("\"cell\":\"D12\"", "\"at\":\"D12\""), 2, "standard: the member “cell”", "standard：缺少“cell”"),
      (replaced("laocheng", "other"), 2, "“file” differs", "“file”与第 1 行不同"),
      (replaced("\"set\":\"luoyang", "\"set\":\"other"), 2, "“set” differs", "“set”与"),
      (replaced("\"sha256\":\"0", "\"sha256\":\"1"), 2, "“sha256” differs", "“sha256”与"),
      (
        replaced("\"cleaned_sha256\":\"f", "\"cleaned_sha256\":\"e"), 2, "“cleaned_sha256” differs", "“cleaned_sha256”与"
      ),
      (replaced("\"sha256\":\"0", "\"sha256\":\"0A"), 2, "is no SHA-256", "不是 SHA-256"),
      (good + String(repeating: "[", count: 100_000), 2, "levels", "第 2 行"),
    ] as [(String, Int, String, String)])
  func aLogThatIsNotSoundIsRefused(text: String, line: Int, english: String, chinese: String) throws {
    let error = try #require(throws: ChangeLogError.self) { try ChangeLog(jsonLines: text) }
    #expect(error.line == line)
    #expect(error.line(in: .english).hasPrefix("change log, line \(line): "))
    #expect(error.line(in: .english).contains(english), "\(error)")
    #expect(error.line(in: .chinese).hasPrefix("清洗记录第 \(line) 行："))
    #expect(error.line(in: .chinese).contains(chinese), "\(error.line(in: .chinese))")
    #expect(!error.line(in: .chinese).contains("\n"))
  }

  @Test func whatIsNotKnownIsPassedOver() throws {
    let more = Self.good.replacing("{\"log\"", with: "{\"new\":[{\"a\":null}],\"log\"").replacing(
      "\"type\":", with: "\"font\":true,\"type\":")
    #expect(try ChangeLog(jsonLines: more) == Sample.log([Sample.full]))
    // The last line need not be ended.
    #expect(try ChangeLog(jsonLines: String(Self.good.dropLast())) == Sample.log([Sample.full]))
  }

  @Test func aLogWithoutChangesHasNoLines() { #expect(Sample.log([]).jsonLines() == "") }

  /// Whatever is cut out of a log or changed in it, reading gives a log or an error.
  @Test func damagedLogsDoNotTrap() {
    var source = SeededSource(seed: 11)
    let bytes = Array((Self.good + Self.good).utf8)
    var read = 0
    for _ in 0..<2_000 {
      var damaged = bytes
      for _ in 0..<source.number(1...3) {
        let place = source.number(0...damaged.count - 1)
        switch source.number(0...2) {
        case 0: damaged[place] = UInt8(source.number(0...255))
        case 1: damaged.remove(at: place)
        default: damaged.insert(source.pick(Array("{}[]\",:\\0".utf8)), at: place)
        }
      }
      if (try? ChangeLog(jsonLines: String(decoding: damaged, as: UTF8.self))) != nil { read += 1 }
    }
    #expect((1..<2_000).contains(read))
  }
}
