import Foundation
import Testing
import XlsxPackage
import XlsxRead

/// The examples of `XlsxRead.docc`, each run as it stands there.
@Suite struct DocumentationExamples {
  static let builder: WorkbookBuilder = {
    var builder = CommentTests.usual
    builder.set(
      "xl/worksheets/sheet1.xml",
      WorkbookBuilder.sheet(
        """
        <row r="1"><c r="A1" t="str"><v>科目</v></c></row>\
        <row r="3"><c r="A3" t="str"><v>工资</v></c><c r="B3"><v>8.30</v></c><c r="C3" t="d"><v>2026-01-31T08:30:00</v></c></row>\
        <row r="4" hidden="1"><c r="A4" t="str"><v>合计</v></c><c r="B4"><f>SUM(B3)</f><v>8.30</v></c></row>
        """, before: "<cols><col min='4' max='4' hidden='1'/></cols>",
        after: """
          <mergeCells><mergeCell ref="A1:D1"/></mergeCells><dataValidations><dataValidation type="list" sqref="B3">\
          <formula1>"是,否"</formula1></dataValidation></dataValidations>\
          <hyperlinks><hyperlink ref="A3" location="S!A1"/></hyperlinks>
          """))
    for part in TableTests.usual.parts where part.name.hasPrefix("xl/tables/") { builder.parts.append(part) }
    builder.edit("xl/worksheets/_rels/sheet1.xml.rels") {
      $0.replacing(
        "</Relationships>",
        with: """
          <Relationship Id="rId9" Type="\(WorkbookBuilder.relationships)/table" Target="/xl/tables/table1.xml"/></Relationships>
          """)
    }
    for part in DocumentTests.usual.parts where part.name.hasPrefix("docProps/") { builder.parts.append(part) }
    return builder
  }()

  /// Puts the workbook into a file for as long as the body runs.
  func withFile(_ body: (String) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("examples-\(UUID().uuidString).xlsx")
    try Data(Self.builder.bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    try body(url.path)
  }

  func sheet() throws -> Worksheet { try Self.builder.open().worksheets[0] }

  @Test func overview() throws {
    try withFile { path in
      let workbook = try Workbook(path: path)
      var names: [String] = []
      for row in try workbook.worksheets[0].rows {
        names.append(row["A"]?.rawText ?? "")
      }
      #expect(names == ["科目", "工资", "合计"])
    }
  }

  @Test func readingRows() throws {
    let sheet = try sheet()
    let rows = try sheet.rowReader()
    var total = 0.0
    while let row = try rows.next() {
      total += row["B"]?.number ?? 0
    }
    #expect(total == 16.6)
    var labels: [Int: String] = [:]
    for row in try sheet.rows {
      labels[row.number] = row["A"]?.rawText
    }
    #expect(labels == [1: "科目", 3: "工资", 4: "合计"])
    let row = try #require(try sheet.allRows().dropFirst().first)
    var texts: [String] = []
    var sum = 0.0
    for cell in row {
      switch cell.kind {
      case .text: texts.append(cell.rawText)
      case .number: sum += cell.number ?? 0
      default: break
      }
    }
    #expect(texts == ["工资"] && sum == 8.3)
  }

  @Test func numbersAndDates() throws {
    let row = try #require(try sheet().allRows().dropFirst().first)
    let digits = row["B"]?.rawText
    let amount = row["B"]?.number
    #expect(digits == "8.30" && amount == 8.3)
    let text: String
    switch row["C"]?.date {
    case .dateTime(let day, let time): text = "\(day) \(time)"
    case .time(let time): text = "\(time)"
    case .duration(let seconds): text = "\(seconds) s"
    case nil: text = row["C"]?.rawText ?? ""
    }
    #expect(text == "2026-01-31 08:30:00")
  }

  @Test func textAsShown() throws {
    var builder = Self.builder
    builder.set(
      "xl/worksheets/sheet1.xml",
      WorkbookBuilder.sheet("<row><c s='2'><v>45000</v></c><c s='1'><v>0.125</v></c><c><v>8.30</v></c></row>"))
    for part in WorkbookBuilder(formats: ["yyyy&quot;年&quot;m&quot;月&quot;"], styleIDs: [0, 10]).parts
    where part.name == "xl/styles.xml" {
      builder.parts.append(part)
    }
    let sheet = try builder.open().worksheets[0]
    var shown: [String] = []
    for row in try sheet.rows {
      shown.append(row.map(\.shownText).joined(separator: "|"))
    }
    #expect(shown == ["2023年3月|12.50%|8.3"])
  }

  /// The example in the README, on the published budget; what is expected is what openpyxl finds there.
  @Test func readme() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var lines: [String] = []
    for sheet in try Workbook(path: root.appendingPathComponent("examples/laocheng-2023.xlsx").path).worksheets {
      for row in try sheet.rows where !row.isHidden {
        lines.append("\(sheet.name) \(row.number) \(row["A"]?.shownText ?? "") \(row["B"]?.number ?? 0)")
      }
    }
    #expect(lines.first == "预算01表 1 2023年部门收支预算表 0.0")
    #expect(lines.contains("预算01表 6 一、一般公共预算 589.34"))
    #expect(Set(lines.compactMap { $0.split(separator: " ").first }).count == 13)
  }

  @Test func formulas() throws {
    let sheet = try sheet()
    var formulas: [String: String] = [:]
    for row in try sheet.rows {
      for cell in row {
        formulas["\(cell.reference)"] = cell.formula
      }
    }
    #expect(formulas == ["B4": "SUM(B3)"])
    let cell = try #require(try sheet.allRows().last?["B"])
    let isArray = cell.formulaKind == .array
    let isPlainValue = !cell.hasFormula
    #expect(!isArray && !isPlainValue)
  }

  @Test func layout() throws {
    let sheet = try sheet()
    let layout = try sheet.layout()
    let place = CellReference(row: 1, column: 2)
    let holder = layout.merge(at: place)?.first ?? place
    #expect(holder == CellReference(row: 1, column: 1))
    let link = layout.hyperlink(at: CellReference(row: 3, column: 1))
    let address = [link?.target, link?.location].compactMap(\.self).joined(separator: "#")
    #expect(address == "S!A1")
    let rule = layout.validation(at: CellReference(row: 3, column: 2))
    let choices = rule?.listItems ?? []
    #expect(choices == ["是", "否"])
    let size = try sheet.layout().usedRange.map { "\($0)" } ?? "empty"
    #expect(size == "A1:C4")
  }

  @Test func hiddenRowsAndColumns() throws {
    let sheet = try sheet()
    let rows = try sheet.rowReader()
    let hiddenColumns = rows.columns.filter { $0.isHidden || $0.width == 0 }
    var shownRows: [Int] = []
    while let row = try rows.next() {
      if !row.isHidden, !row.isZeroHeight { shownRows.append(row.number) }
    }
    #expect(hiddenColumns.map(\.first) == [4] && shownRows == [1, 3])
  }

  @Test func commentsTablesProperties() throws {
    let workbook = try Self.builder.open()
    let sheet = workbook.worksheets[0]
    var remarks: [String] = []
    for comment in try sheet.comments() {
      remarks.append("\(comment.reference) \(comment.author ?? "?"): \(comment.text)")
      remarks += comment.replies.map { "  \($0.text)" }
    }
    #expect(remarks.prefix(3) == ["A1 甲: 一条批注", "B2 张三: 对吗？", "  对"])
    let tables = try sheet.tables()
    let headings = tables.first?.columns.map(\.name) ?? []
    let body = tables.first?.dataRange
    #expect(headings.first == "科目" && body.map { "\($0)" } == "B3:D8")
    let properties = try workbook.documentProperties()
    let origin = "\(properties.creator ?? "?"), \(properties.application ?? "?")"
    let form = try workbook.customProperties()["form"]
    #expect(origin == "甲, Microsoft Excel" && form == nil)
  }

  @Test func limits() throws {
    try withFile { path in
      var limits = ReadLimits.default
      limits.cellsPerSheet = 1_000_000
      limits.expandedTotalBytes = 256 << 20
      let workbook = try Workbook(path: path, limits: limits)
      #expect(workbook.worksheets.count == 1)
    }
  }

  @Test func severalWorkbooksAtOnce() async throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("examples-\(UUID().uuidString).xlsx")
    try Data(Self.builder.bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let paths = [url.path, url.path, url.path]
    let total = try await withThrowingTaskGroup(of: Double.self) { group in
      for path in paths {
        group.addTask {
          let rows = try Workbook(path: path).worksheets[0].rowReader()
          var sum = 0.0
          while let row = try rows.next() { sum += row["B"]?.number ?? 0 }
          return sum
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(abs(total - 49.8) < 1e-9)
  }

  @Test func errors() {
    let path = "/nowhere/plan.xlsx"
    var message = ""
    do {
      _ = try Workbook(path: path)
    } catch {
      switch error.code {
      case .encrypted: message = "Please save \(error.file) without a password."
      case .oldWorkbook, .wrongKind: message = "Please save \(error.file) as .xlsx."
      default: message = "\(error)"
      }
    }
    #expect(message == "/nowhere/plan.xlsx: No such file or directory. Check the path.")
  }

  /// Every line of code in the articles stands in this file, block by block.
  @Test func articlesHoldNoOtherCode() throws {
    let here = URL(fileURLWithPath: #filePath)
    let articles = here.deletingLastPathComponent().appendingPathComponent("../../Sources/XlsxRead/XlsxRead.docc")
    let run = lines(try String(contentsOf: here, encoding: .utf8)).joined(separator: "\n")
    var count = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: articles.path) where name.hasSuffix(".md") {
      let text = try String(contentsOf: articles.appendingPathComponent(name), encoding: .utf8)
      for block in text.components(separatedBy: "```swift\n").dropFirst() {
        let code = lines(block.components(separatedBy: "```")[0]).joined(separator: "\n")
        #expect(run.contains(code), "\(name) holds code that is not run:\n\(code)")
        count += 1
      }
    }
    #expect(count >= 15)
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
