import BudgetSheets
import Foundation
import Testing
import XlsxPackage
import XlsxWrite

@Suite struct DepartmentListTests {
  typealias Department = DepartmentList.Department

  static let expected = [Department(code: "250", name: "某某局"), Department(code: "012", name: "甲乙\"中心\"")]

  /// A file that is gone when the test is.
  static func list(_ bytes: some Sequence<UInt8>, _ ending: String) throws -> DepartmentList {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("名单-\(UUID().uuidString).\(ending)")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try DepartmentList(path: url.path)
  }

  static func csv(_ text: String) throws -> [Department] { try list(text.utf8, "csv").departments }

  @Test(arguments: [
    "编码,名称\n250,某某局\n012,\"甲乙\"\"中心\"\"\"\n", "\u{FEFF}名称,编码\r\n某某局,250\r\n\"甲乙\"\"中心\"\"\",012\r\n",
    "2023年部门名单,,\n序号,部门 代码,部门名称\n1,250,某某局\n2,012,\"甲乙\"\"中心\"\"\"\n\n",
    "250,某某局\n012,\"甲乙\"\"中心\"\"\"", "code;name\n250;某某局\n012;\"甲乙\"\"中心\"\"\"",
    "Code\tName\n250\t某某局\n012\t\"甲乙\"\"中心\"\"\"\n", "名单\n250,某某局\n250 , 某某局\n012,\"甲乙\"\"中心\"\"\"",
  ]) func tables(_ text: String) throws {
    #expect(try Self.csv(text) == Self.expected)
  }

  @Test func textInGB18030() throws {
    // 编码,名称 250,某某局 012,甲乙"中心"
    let bytes: [UInt8] =
      [0xB1, 0xE0, 0xC2, 0xEB, 0x2C, 0xC3, 0xFB, 0xB3, 0xC6, 0x0D, 0x0A] + Array("250,".utf8)
      + [0xC4, 0xB3, 0xC4, 0xB3, 0xBE, 0xD6, 0x0D, 0x0A] + Array("012,\"".utf8) + [0xBC, 0xD7, 0xD2, 0xD2]
      + Array("\"\"".utf8) + [0xD6, 0xD0, 0xD0, 0xC4] + Array("\"\"\"".utf8)
    #expect(try Self.list(bytes, "csv").departments == Self.expected)
  }

  @Test func textInUTF16() throws {
    let text = "编码,名称\n250,某某局\n012,\"甲乙\"\"中心\"\"\"\n"
    let units: [[UInt8]] = text.utf16.map { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let bytes: [UInt8] = [0xFF, 0xFE] + units.joined()
    #expect(try Self.list(bytes, "csv").departments == Self.expected)
  }

  @Test func json() throws {
    let chinese = "[{\"编码\": 250, \"名称\": \"某某局\"}, {\"名称\": \"甲乙\\\"中心\\\"\", \"编码\": \"012\", \"备注\": null}]"
    #expect(try Self.list(chinese.utf8, "json").departments == Self.expected)
    let english = "[{\"code\": \"250\", \"name\": \"某某局\"}, {\"code\": \"012\", \"name\": \"甲乙\\\"中心\\\"\"}]"
    #expect(try Self.list(english.utf8, "json").departments == Self.expected)
  }

  @Test func workbooksWithCodesAsNumbersAndAsTexts() throws {
    let writer = try WorkbookWriter()
    let cover = try writer.addWorksheet(named: "封面")
    try cover.write(text: "部门名单", at: CellReference(row: 1, column: 1))
    let sheet = try writer.addWorksheet(named: "名单")
    for (column, text) in ["名称", "类别", "编码"].enumerated() {
      try sheet.write(text: text, at: CellReference(row: 3, column: column + 1))
    }
    try sheet.write(text: "某某局", at: CellReference(row: 4, column: 1))
    try sheet.write(number: 250, at: CellReference(row: 4, column: 3), format: CellFormat(numberFormat: "#,##0.00"))
    try sheet.write(text: "甲乙\"中心\"", at: CellReference(row: 5, column: 1))
    try sheet.write(number: 12, at: CellReference(row: 5, column: 3), format: CellFormat(numberFormat: "000"))
    #expect(try Self.list(writer.closeToBytes(), "xlsx").departments == Self.expected)
  }

  @Test func whatIsNoListIsAnErrorWithTheFile() throws {
    func error(_ bytes: some Sequence<UInt8>, _ ending: String) -> DepartmentListError? {
      do {
        _ = try Self.list(bytes, ending)
        return nil
      } catch {
        return error as? DepartmentListError
      }
    }
    for (text, ending) in [
      ("", "csv"), ("编码,名称\n", "csv"), ("250,甲\n250,乙\n", "csv"), ("250,\"甲\n", "csv"), ("{}", "json"), ("[1]", "json"),
      ("[{\"x\": 1}]", "json"), ("[", "json"), ("250,甲", "doc"), ("250,甲", "xlsx"),
    ] {
      let error = try #require(error(text.utf8, ending), "\(text)")
      #expect(error.file.hasPrefix("名单-") && !error.meansMissing)
      for language in Language.allCases { #expect(error.line(in: language).contains("名单-"), "\(text)") }
    }
    #expect(error([0x32, 0xFF, 0xFF], "csv") != nil)
    do {
      _ = try DepartmentList(path: "/nowhere/名单.csv")
      Issue.record("there is no such file")
    } catch {
      #expect(error.meansMissing)
    }
    do {
      _ = try DepartmentList(path: "/nowhere/名单.xlsx")
      Issue.record("there is no such file")
    } catch {
      #expect(error.meansMissing)
    }
  }

  // MARK: Who has handed in

  static func collection(_ submissions: [(String?, String)]) throws -> DepartmentList.Collection {
    let list = try DepartmentList([
      Department(code: "250", name: "科技和工业信息化局"), Department(code: "101", name: "财政局"),
      Department(code: "", name: "档案馆"), Department(code: "301", name: "中心小学"), Department(code: "302", name: "中心小学"),
    ])
    return list.collection(
      of: submissions.enumerated().map {
        DepartmentList.Submission(file: "\($0.offset + 1).xlsx", code: $0.element.0, name: $0.element.1)
      })
  }

  @Test func theCodeCountsThenTheWholeName() throws {
    let collection = try Self.collection([
      ("250", "科技局"), (nil, "财 政局"), ("999", "档案馆"), ("２５０", "科技和工业信息化局"), (nil, "中心小学"),
    ])
    #expect(collection.received.map(\.department.code) == ["250", "101", ""])
    #expect(collection.twice.map { $0.submissions.map(\.file) } == [["1.xlsx", "4.xlsx"]])
    #expect(collection.missing.map(\.code) == ["301", "302"])
    // A name that two departments have says nothing.
    #expect(collection.unknown.map(\.submission.file) == ["5.xlsx"])
    #expect(collection.differing.flatMap(\.submissions).map(\.file) == ["1.xlsx"])
    #expect(!collection.isComplete)
  }

  @Test func aSimilarNameIsAHintAndNothingMore() throws {
    let collection = try Self.collection([(nil, "某县财政局"), (nil, "科技和工业信息局"), (nil, "气象台"), (nil, "")])
    #expect(collection.received.isEmpty && collection.missing.count == 5)
    #expect(collection.unknown.map(\.hint?.code) == ["101", "250", nil, nil])
  }

  @Test func theCollectionAsJSON() throws {
    let collection = try Self.collection([("250", "科技和工业信息化局"), ("250", "科技和工业信息化局"), (nil, "某县财政局")])
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(collection.json.utf8)) as? [String: Any])
    #expect(value["expected"] as? Int == 5 && value["received"] as? Int == 1)
    #expect((value["missing"] as? [[String: String]])?.count == 4)
    #expect((value["twice"] as? [[String: Any]])?.first?["code"] as? String == "250")
    let unknown = (value["unknown"] as? [[String: Any]])?.first
    #expect(unknown?["file"] as? String == "3.xlsx")
    #expect((unknown?["hint"] as? [String: String])?["name"] == "财政局")
  }
}
