import Foundation
import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

@testable import BudgetSheets

/// A submitted workbook, in which its clerk has coloured and commented, and what a check might say of it.
enum AnnotationSample {
  static let list = "问题清单"
  static let foreignComment = "李四：\n请看附件"
  static let yellow = Color(0xFFFF00)

  static func cell(_ text: String) -> CellReference { CellReference(text) ?? CellReference(row: 1, column: 1) }

  /// A place in a form, as rules give it.
  static func place(_ form: String, _ cell: String, row: String? = nil, path: [String]) -> Place {
    Place(
      form: form, sheet: "预算\(form)表", cell: self.cell(cell), row: row.map { RowName(key: $0, name: $0) },
      path: LabelPath(path))
  }

  static func amount(_ text: String) -> Amount { Amount(decimal: text, unit: .万元) ?? .zero }

  /// The finding of a rule that compares two figures.
  static func finding(
    _ code: String, _ level: Finding.Level = .error, at place: Place, reported: String, expected: String
  ) -> Finding {
    let (left, right) = (amount(reported), amount(expected))
    let difference = Amount(fen: left.fen - right.fen)
    let judgement = Judgement(
      rule: code, text: "两处一致", relation: .equal, reported: left, expected: right, difference: difference,
      left: [.init(place: place, amount: left)], right: [])
    return Finding(
      rule: FindingCode(rule: code), level: level, .figuresDiffer, at: place,
      [
        "reported": reported, "other": "预算01表!B8", "expected": expected,
        "difference": difference.text(in: .万元, decimals: 2), "unit": "万元",
      ], judgement: judgement)
  }

  /// In 预算04表, with a comment of the clerk's on it.
  static let commented = finding(
    "X10", at: place("04", "B8", row: "一、本年收入/（一）一般公共预算拨款", path: ["收入", "金额"]), reported: "598.34",
    expected: "589.34")
  /// In 预算03表, on a cell that the clerk has coloured.
  static let coloured = finding(
    "B03", .warning, at: place("03", "F9", row: "206/01/01", path: ["合计"]), reported: "199.91", expected: "199.90")
  /// On a blank cell of 预算04表.
  static let blank = finding(
    "X11", .warning, at: place("04", "D13", row: "（六）科学技术支出", path: ["支出", "合计"]), reported: "0", expected: "0.015")
  /// Hidden in the merged cells G5:G6 of 预算03表.
  static let merged = finding(
    "B04", at: place("03", "G6", path: ["基本支出", "小计"]), reported: "291.04", expected: "290.04")
  /// Without a cell.
  static let missing = Finding(.formMissing, form: "08", ["form": "预算08表", "title": "“三公”经费预算表"])

  static let findings = [missing, commented, merged, coloured, blank]

  static func set() throws -> FormSet { try WritingRoundTripTests.set.get() }

  static func read(_ bytes: [UInt8]) throws -> Book {
    try BookReader(sets: [try set()]).read(bytes: bytes, name: "laocheng-2023.xlsx")
  }

  /// What a check says that finds some things.
  static func report(on book: Book, _ findings: [Finding], causes: [Cause] = []) -> CheckReport {
    var ledger = Ledger()
    (ledger.passed, ledger.failed, ledger.notApplicable, ledger.notChecked) = (121, 4, 2, 1)
    let rule = RuleResult(
      code: FindingCode(rule: "X10"), rule: "X10", text: "两处一致", level: .error,
      ledger: ledger, reasons: [.formMissing("预算09表")])
    return CheckReport(
      book: book, set: "luoyang-2023", version: "1", causes: causes, findings: findings, rules: [rule],
      causesAreIncomplete: false)
  }

  /// A proposal for a cell that no finding is about.
  static let cause = Cause(
    changes: [
      .init(
        place: place("03", "H9", row: "206/01/01", path: ["基本支出", "人员经费", "工资福利支出"]),
        reported: amount("182.26"), proposed: amount("181.26"))
    ], derived: [], mechanism: .wrongDigit, findings: [2, 3], alternatives: [], agreeingForms: ["06", "07"],
    difference: nil)

  /// The workbook, with a comment on 预算04表!B8, one on 预算05表!A1 and a colour in 预算03表!F9 and J9.
  static func submitted(_ name: String = "laocheng-2023") throws -> [UInt8] {
    let path = try #require(
      Bundle.module.path(forResource: name, ofType: "xlsx", inDirectory: "Fixtures/submissions"))
    return try changed(try Array(Data(contentsOf: URL(fileURLWithPath: path)))) { patch in
      try patch.worksheet(named: "预算04表").addComment(foreignComment, author: "李四", at: cell("B8"))
      try patch.worksheet(named: "预算05表").addComment("请核对", author: "李四", at: cell("A1"))
      let sheet = try patch.worksheet(named: "预算03表")
      for place in ["F9", "J9"] { try sheet.restyle(cell(place), StyleChange(fill: .color(yellow))) }
    }
  }

  static func changed(_ bytes: [UInt8], _ change: (WorkbookPatch) throws -> Void) throws -> [UInt8] {
    let patch = try WorkbookPatch(ofBytes: bytes, name: "laocheng-2023.xlsx")
    try change(patch)
    return try patch.bytes()
  }

  static func annotated(
    _ bytes: [UInt8], _ findings: [Finding], causes: [Cause] = []
  ) throws -> (bytes: [UInt8], annotation: Annotation) {
    let report = report(on: try read(bytes), findings, causes: causes)
    return try AnnotatedWorkbook(ofBytes: bytes, name: "laocheng-2023.xlsx", report: report, set: try set()).bytes()
  }
}

/// A workbook as it comes out, for assertions.
struct OpenedWorkbook {
  let bytes: [UInt8]
  private let workbook: Workbook

  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    workbook = try Workbook(bytes: bytes, name: "out.xlsx")
  }

  var sheetNames: [String] { workbook.worksheets.map(\.name) }

  func sheet(_ name: String) throws -> Worksheet { try #require(workbook.worksheets.first { $0.name == name }) }

  /// The texts of a sheet's cells by place.
  func texts(_ name: String) throws -> [CellReference: String] {
    var texts: [CellReference: String] = [:]
    for row in try sheet(name).rows {
      for cell in row where cell.kind != .blank { texts[cell.reference] = cell.rawText }
    }
    return texts
  }

  /// The comments of a sheet by cell.
  func comments(_ name: String) throws -> [String: String] {
    Dictionary(try sheet(name).comments().map { ("\($0.reference)", $0.text) }, uniquingKeysWith: { $0 + "＋" + $1 })
  }

  /// The background of a cell.
  func fill(_ name: String, _ cell: String) throws -> CellFill {
    try WorkbookPatch(ofBytes: bytes, name: "out.xlsx").worksheet(named: name).fill(at: AnnotationSample.cell(cell))
  }

  /// All that each cell of a sheet is, but for its looks, and its background.
  func cells(_ name: String) throws -> [CellReference: [String]] {
    var cells: [CellReference: [String]] = [:]
    for row in try sheet(name).rows {
      for cell in row {
        cells[cell.reference] = [
          "\(cell.kind)", cell.rawText, cell.formula ?? "", cell.numberFormat, "\(cell.style?.isLocked ?? true)",
        ]
      }
    }
    let fills = try WorkbookPatch(ofBytes: bytes, name: "out.xlsx").worksheet(named: name).fills(at: Array(cells.keys))
    for (cell, fill) in fills { cells[cell]?.append(fill.text) }
    return cells
  }

  /// The lines of the list below its headings, column by column.
  func lines() throws -> [[String: String]] {
    let texts = try texts(AnnotationSample.list)
    let heading = try #require(texts.first { $0.value == "序号" }?.key.row)
    let last = texts.keys.map(\.row).max() ?? 0
    return (heading + 1...max(heading + 1, last)).map { row in
      var line: [String: String] = [:]
      for column in FindingList.Column.allCases {
        line[column.rawValue] = texts[CellReference(row: row, column: column.index)]
      }
      line["row"] = "\(row)"
      return line
    }
  }

  /// The cell for the explanation of a line that has some number.
  func explanationCell(_ number: Int) throws -> CellReference {
    let line = try #require(try lines().first { $0["序号"] == "\(number)" })
    return CellReference(row: Int(line["row"] ?? "") ?? 0, column: FindingList.Column.explanation.index)
  }
}
