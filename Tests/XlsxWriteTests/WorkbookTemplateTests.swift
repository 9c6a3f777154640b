import Foundation
import Testing
import XlsxPackage
import XlsxWrite

/// What a template writes is held against what the writer writes with the same values.
@Suite struct WorkbookTemplateTests {
  /// A workbook in which three texts stand in every place where they may, and much that stays.
  static func workbook(_ texts: [String], fixed: String = "合计") throws -> [UInt8] {
    let properties = DocumentProperties(
      title: texts[0], subject: "表 \(texts[1])", author: texts[2], company: texts[0], keywords: "a", comments: texts[1])
    let workbook = try WorkbookWriter(properties: properties)
    let sheet = try workbook.addWorksheet(named: "2026")
    try sheet.write(text: fixed, at: cell("A1"))
    try sheet.write(text: texts[0], at: cell("A2"))
    try sheet.write(text: "部门：\(texts[0])", at: cell("A3"))
    try sheet.write(text: "\(texts[1])<\(texts[2])>", at: cell("B3"))
    for row in 4...400 {
      try sheet.write(text: "第 \(row) 行 <&> \"\(row * 37)\"", at: CellReference(row: row, column: 1))
    }
    try sheet.write(text: texts[2], at: cell("A401"))
    try sheet.write(text: texts[0], at: cell("A402"))
    try sheet.write(formula: "IF(A1=\"x\",\"\(texts[1])\",1)", number: 1, at: cell("C1"))
    try sheet.write(formula: "A2&\"\"", text: texts[0], at: cell("C2"))
    try sheet.write(formula: "A2&A3", text: texts[0] + "、" + texts[1], at: cell("C300"))
    try sheet.writeComment("请 \(texts[1]) 核对", at: cell("D1"))
    try sheet.addValidation(
      DataValidation(
        .any, inputTitle: "单位", inputMessage: "由 \(texts[0]) 填写", errorTitle: "错", errorMessage: texts[1]),
      to: range("D2:D9"))
    try sheet.addConditionalFormat(
      range("E1:E9"), formula: "E1=\"\(texts[2])\"", format: CellFormat(fill: .red))
    try sheet.writeInternalLink(toSheet: "2026", text: texts[1], at: cell("F1"), tip: "到 \(texts[0])")
    try sheet.printSetup(PrintSetup(footer: "&C第 &P 页 \(texts[0])"))
    try workbook.defineName("单位", refersTo: "=\"\(texts[1])\"")
    try workbook.defineName("单位_1", refersTo: "='2026'!$A$1&\"\(texts[1])\"")
    try workbook.setCustomProperty("部门", to: texts[0])
    try workbook.setCustomProperty("单位", to: "一、\(texts[1])")
    let last = try workbook.addWorksheet(named: "空")
    try last.write(number: 1, at: cell("A1"))
    return try workbook.closeToBytes()
  }

  static let template: WorkbookTemplate? = {
    let placeholders = WorkbookTemplate.placeholders(3)
    return (try? workbook(placeholders)).flatMap { try? WorkbookTemplate(bytes: $0, placeholders: placeholders) }
  }()

  /// Tells in words where two packages differ.
  static func difference(_ bytes: [UInt8], _ other: [UInt8]) throws -> String? {
    let archives = [try ZipArchive(bytes: bytes), try ZipArchive(bytes: other)]
    if archives[0].count != archives[1].count { return "\(archives[0].count) and \(archives[1].count) parts" }
    for index in 0..<archives[0].count {
      let entries = archives.map { $0.entry(index) }
      guard let first = entries[0], let second = entries[1], first.name == second.name else { return "part \(index)" }
      // Reading to the end compares the checksum.
      let contents = try [archives[0].open(first), archives[1].open(second)].map { reader in
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 5_000)
        while true {
          let count = try unsafe buffer.withUnsafeMutableBufferPointer { try unsafe reader.read(into: $0) }
          if count == 0 { return content }
          content += buffer[..<count]
        }
      }
      if contents[0] != contents[1] {
        return "\(first.name): \(String(decoding: contents[0].prefix(300), as: UTF8.self))"
      }
    }
    return nil
  }

  @Test(arguments: [
    ["某某局", "机关", "张三"], ["<局> <\"科\">", "'单位'", "a>b"], ["  前后有空 ", "\t制表", "行\n二"], ["😀局", "𠮷野", "0012"],
    ["=1+1", "'", "&amp;"], [String(repeating: "长", count: 200), "b", "c"], ["é", "e\u{301}", "E"], [" ", "  ", "\n"],
    ["第 5 行", "第 6 行 ", "合"],
  ])
  func aCopyIsTheWorkbookThatWouldBeWritten(texts: [String]) throws {
    let template = try #require(Self.template)
    #expect(try Self.difference(try template.bytes(with: texts), try Self.workbook(texts)) == nil)
  }

  @Test func anyValuesGiveTheWorkbookOrAreRefused() throws {
    let template = try #require(Self.template)
    let pieces = [
      "局", "财政", "a", "<", ">", "&", "\"", "'", " ", "\n", "\t", "\r", "\u{1}", "_", "_x0041_", "x0041_", "!", "😀",
      "\u{FFFE}", "0", "12.50", "合计", "]]>", "&lt;", "é", "e\u{301}", "\u{100000}", "",
    ]
    var generator = SystemRandomNumberGenerator()
    var written = 0
    for _ in 0..<400 {
      let texts = (0..<3).map { _ in
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
          .joined()
      }
      do {
        let copy = try template.bytes(with: texts)
        #expect(try Self.difference(copy, try Self.workbook(texts)) == nil, "\(texts)")
        written += 1
      } catch let error as XlsxWriteError {
        #expect(error.code == .refused, "\(texts)")
      }
    }
    #expect(written > 20)
  }

  @Test(arguments: [
    // Empty, equal to one another, equal to a text of the workbook, with a text around them equal to another.
    ["", "b", "c"], ["a", "b", ""], ["a", "b", "a"], ["合计", "b", "c"], ["a", "b", "合计"], ["a", "b", "部门：a"],
    ["第 7 行 &lt;", "b", "第 7 行 <&> \"259\""],
    // What properties and names do not take, and what an escape would be made of.
    ["a\u{1}", "b", "c"], ["a", "b\u{2}", "c"], ["a", "b_", "c"], [String(repeating: "x", count: 256), "b", "c"],
    ["a", String(repeating: "长", count: 41), "c"], ["a", "b!", "c"],
    // What would have to be written otherwise in a footer, a name or a formula.
    ["a & b", "b", "c"], ["a", "\"b\"", "c"], ["a", "b", "\"c\""],
  ])
  func whatWouldChangeMoreIsRefused(texts: [String]) throws {
    let template = try #require(Self.template)
    let error = #expect(throws: XlsxWriteError.self) { try template.bytes(with: texts) }
    #expect(error?.code == .refused)
  }

  @Test func equalValuesShareAPlaceholder() throws {
    #expect(WorkbookTemplate.pattern(of: ["a", "b", "a", "é", "e\u{301}", "b"]) == [0, 1, 0, 3, 4, 1])
    let placeholders = WorkbookTemplate.placeholders(2)
    let bytes = try Self.workbook([placeholders[0], placeholders[1], placeholders[0]])
    let template = try WorkbookTemplate(bytes: bytes, placeholders: placeholders)
    let copy = try template.bytes(with: ["局", "所"])
    #expect(try Self.difference(copy, try Self.workbook(["局", "所", "局"])) == nil)
  }

  @Test func placesWithoutRuleAreRefused() throws {
    let placeholder = WorkbookTemplate.placeholders(1)
    func template(_ fill: (WorkbookWriter, WorksheetWriter, String) throws -> Void) throws {
      let workbook = try WorkbookWriter()
      try fill(workbook, try workbook.addWorksheet(named: "a"), placeholder[0])
      _ = try WorkbookTemplate(bytes: try workbook.closeToBytes(), placeholders: placeholder)
    }
    var codes: [XlsxWriteError.Code?] = []
    codes.append(
      #expect(throws: XlsxWriteError.self) {
        try template {
          _ = try $0.addWorksheet(named: $2)
          _ = $1
        }
      }?.code)
    codes.append(
      #expect(throws: XlsxWriteError.self) {
        try template {
          try $1.addValidation(DataValidation(.list(["a", $2])), to: range("A1"))
          _ = $0
        }
      }?.code)
    codes.append(
      #expect(throws: XlsxWriteError.self) {
        try template {
          try $1.write(formula: $2 + "A1", number: 0, at: cell("A1"))
          _ = $0
        }
      }?.code)
    codes.append(
      #expect(throws: XlsxWriteError.self) {
        try template {
          try $1.writeComment("a", author: $2, at: cell("A1"))
          _ = $0
        }
      }?.code)
    #expect(codes == Array(repeating: .refused, count: 4))
  }

  @Test(arguments: [["a"], [""], ["\u{E000}\u{E001}"], ["\u{E000}", "\u{E000}"]])
  func onlyCharactersForPrivateUseArePlaceholders(placeholders: [String]) throws {
    let bytes = try Self.workbook(["x", "y", "z"])
    let error = #expect(throws: XlsxWriteError.self) { try WorkbookTemplate(bytes: bytes, placeholders: placeholders) }
    #expect(error?.code == .badText)
  }

  @Test func cutOffPackagesAreNoTemplates() throws {
    let bytes = try Self.workbook(WorkbookTemplate.placeholders(3))
    for count in stride(from: 0, to: bytes.count, by: 97) {
      #expect(throws: XlsxWriteError.self) {
        try WorkbookTemplate(bytes: Array(bytes[..<count]), placeholders: WorkbookTemplate.placeholders(3))
      }
    }
    var seed = 7
    for _ in 0..<300 {
      var spoilt = bytes
      for _ in 0..<3 {
        seed = (seed &* 1_103_515_245 &+ 12_345) & 0x7FFF_FFFF
        spoilt[spoilt.count - 1 - seed % 1_500] = UInt8(truncatingIfNeeded: seed >> 8)
      }
      // Anything but a crash.
      _ = try? WorkbookTemplate(bytes: spoilt, placeholders: WorkbookTemplate.placeholders(3)).bytes(with: [
        "a", "b", "c",
      ])
    }
  }

  @Test func filesAppearAllAtOnceOrNotAtAll() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("xlsx-write-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let template = try #require(Self.template)
    try await withThrowingTaskGroup { group in
      for number in 0..<20 {
        let path = folder.appendingPathComponent("\(number).xlsx").path
        group.addTask { try template.write(["局 \(number)", "所 \(number)", "人"], to: path, replacesExisting: false) }
      }
      try await group.waitForAll()
    }
    let path = folder.appendingPathComponent("3.xlsx").path
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(try Self.difference(bytes, try Self.workbook(["局 3", "所 3", "人"])) == nil)
    let refused = #expect(throws: XlsxWriteError.self) { try template.write(["", "b", "c"], to: path) }
    #expect(refused?.path == path)
    let exists = #expect(throws: XlsxWriteError.self) {
      try template.write(["a", "b", "c"], to: path, replacesExisting: false)
    }
    #expect(exists?.code == .fileExists)
    #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) == bytes)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 20)
  }
}
