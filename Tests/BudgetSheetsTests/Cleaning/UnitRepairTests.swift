import BudgetSheets
import Testing
import XlsxPackage
import XlsxWrite

/// Sheets that state another unit, and sheets whose unit is suspected.
@Suite struct UnitRepairTests {
  /// 预算05表 of the published budget in 元.
  static func inYuan() throws -> MessedSubmission {
    var messed = try MessedSubmission()
    let set = try MessedSubmission.set.get()
    let book = try BookReader(sets: [set]).read(bytes: messed.bytes, name: messed.name)
    var contents: [String: CellContent] = ["预算05表!N3": .text("单位：元")]
    for cell in (book.form("05")?.rows ?? []).flatMap(\.cells.values) {
      guard let amount = cell.value?.amount, let reference = cell.reference else { continue }
      contents["预算05表!\(reference)"] = .number(amount.text(in: .元, decimals: 0))
    }
    try messed.put(contents)
    return messed
  }

  static func changes(_ result: CleaningResult) -> [CellChange] { result.log.changes.filter { $0.code == .statedUnit } }

  @Test func aSheetInYuanIsConvertedWithItsUnitLine() throws {
    let messed = try Self.inYuan()
    let result = try messed.cleaned()
    let plain = try MessedSubmission().cleaned()
    #expect(try MessedSubmission.content(of: "预算05表!N3", in: result.bytes) == #"text "单位：万元""#)
    #expect(try MessedSubmission.content(of: "预算05表!F7", in: result.bytes) == "number 634.34")
    #expect(Self.changes(result).count == plain.after.book.form("05")?.amountCount(nonzero: true).advanced(by: 1))
    #expect(result.after.book.form("05")?.unit == .万元)
    for (form, other) in zip(result.after.book.forms, plain.after.book.forms) {
      #expect(form.rows.map(\.amounts) == other.rows.map(\.amounts))
    }
  }

  @Test func formulasKeepTheirTextAndGetTheConvertedResult() throws {
    var messed = try Self.inYuan()
    try messed.put(["预算05表!F9": .formula("G9+L9", .number("1999100"))])
    let result = try messed.cleaned()
    #expect(try MessedSubmission.content(of: "预算05表!F9", in: result.bytes) == "=G9+L9 number 199.91")
    let change = try #require(Self.changes(result).first { $0.place.address == "预算05表!F9" })
    #expect(change.before.formula == "G9+L9" && change.after.formula == "G9+L9")
  }

  @Test(
    arguments: [
      (["预算05表!Q9": CellContent.number("12")], KeptReason.numbersOutside),
      (["预算05表!F9": .text("约200万")], .amountUnread),
      (["预算05表!F9": .formula("ROUND(G9+L9,-4)", .number("2000000"))], .formula),
      (["预算05表!F9": .formula("SUMIF(A9:A9,1,G9:G9)", .number("1999100"))], .formula),
      (["预算02表!C7": .formula("预算05表!F7", .number("634.34"))], .formula),
      (["预算05表!N3": .text("单位：人民币 元（元以下四舍五入）")], .unitNotFound),
      (["预算02表!C7": .formula("SUM('预算05表'!F8:F9)", .number("1"))], .formula),
      (["预算02表!C7": .formula("SUM(预算04表:预算06表!B7)", .number("1"))], .formula),
      (["预算02表!C7": .formula("三公合计/10000", .number("1"))], .formula),
      (["预算02表!C7": .formula("INDIRECT(\"预算05表!F7\")", .number("1"))], .formula),
      (["预算05表!Q9": .text("12,000")], .numbersOutside),
      (["预算05表!N3": .text("单位：千元")], .unitContradicted),
    ])
  func aDoubtLeavesTheWholeSheet(_ contents: [String: CellContent], _ reason: KeptReason) throws {
    var messed = try Self.inYuan()
    try messed.put(contents)
    let result = try messed.cleaned()
    #expect(Self.changes(result).isEmpty)
    #expect(result.kept.contains { $0.code == .statedUnit && $0.place.sheet == "预算05表" && $0.reason == reason })
    #expect(result.after.findings.contains { $0.code == .unitConverted && $0.sheet == "预算05表" })
  }

  @Test func formulasOfOtherCellsDoNotMatter() throws {
    var messed = try Self.inYuan()
    try messed.put(["预算02表!C7": .formula("预算03表!F7+SUM(D8:D9)-VLOOKUP(A8,A:D,4,0)", .number("634.34"))])
    #expect(!Self.changes(try messed.cleaned()).isEmpty)
  }

  @Test func sheetsThatReferToEachOtherAreConvertedTogetherOrNotAtAll() throws {
    var messed = try Self.inYuan()
    let set = try MessedSubmission.set.get()
    let book = try BookReader(sets: [set]).read(bytes: messed.bytes, name: messed.name)
    var contents: [String: CellContent] = ["预算02表!T3": .text("单位：元")]
    for cell in (book.form("02")?.rows ?? []).flatMap(\.cells.values) {
      guard let amount = cell.value?.amount, let reference = cell.reference else { continue }
      contents["预算02表!\(reference)"] = .number(amount.text(in: .元, decimals: 0))
    }
    contents["预算02表!C7"] = .formula("预算05表!F7", .number("6343400"))
    try messed.put(contents)
    let together = try messed.cleaned()
    #expect(try MessedSubmission.content(of: "预算02表!C7", in: together.bytes) == "=预算05表!F7 number 634.34")
    try messed.put(["预算05表!Q9": .number("12")])
    let apart = try messed.cleaned()
    #expect(Self.changes(apart).isEmpty)
    #expect(Set(apart.kept.compactMap(\.place.sheet)) == ["预算02表", "预算05表"])
  }

  @Test func aUnitThatContradictsTheOtherSheetsIsLeft() throws {
    var messed = try MessedSubmission("invented-2023")
    try messed.put(["预算05表!N3": .text("单位：元")])
    let result = try messed.cleaned()
    #expect(result.log.changes.isEmpty)
    #expect(result.kept.contains { $0.place.sheet == "预算05表" && $0.reason == .unitContradicted })
  }

  @Test func aFormatThatSaysYuanIsGivenUp() throws {
    var messed = try Self.inYuan()
    try messed.put([:], formats: ["预算05表!F7": "#,##0.00\"元\"", "预算05表!F8": "0"])
    let result = try messed.cleaned()
    for place in ["预算05表!F7", "预算05表!F8"] {
      #expect(result.log.changes.first { $0.place.address == place }?.after.format == "#,##0.00")
    }
  }

  @Test func theUnitBehindTheDepartmentIsRead() throws {
    var messed = try Self.inYuan()
    try messed.put(["预算05表!A3": .text("部门名称：洛阳市老城区科技和工业信息化局　　单位：元"), "预算05表!N3": .nothing])
    let result = try messed.cleaned()
    #expect(try MessedSubmission.content(of: "预算05表!A3", in: result.bytes) == #"text "部门名称：洛阳市老城区科技和工业信息化局　　单位：万元""#)
    #expect(result.after.book.department == "洛阳市老城区科技和工业信息化局")
  }

  @Test func aUnitThatStandsOnAFurtherPageIsChangedToo() throws {
    var messed = try Self.inYuan()
    try messed.put(["预算05表!A30": .text("单位：元")])
    let result = try messed.cleaned()
    #expect(try MessedSubmission.content(of: "预算05表!A30", in: result.bytes) == #"text "单位：万元""#)
  }

  @Test func amountsAsTextAreConvertedTooButNotWithoutTheirRepair() throws {
    var messed = try Self.inYuan()
    try messed.put(["预算05表!F9": .text("1,999,100.00")])
    let result = try messed.cleaned()
    #expect(try MessedSubmission.content(of: "预算05表!F9", in: result.bytes) == "number 199.91")
    #expect(result.log.changes.filter { $0.place.address == "预算05表!F9" }.map(\.code) == [.amountAsText, .statedUnit])
    #expect(try messed.cleaned(RepairSelection(codes: [.statedUnit])).log.changes.isEmpty)
  }

  /// A budget without an error, so that one form in another unit is the only thing wrong.
  static func suspected() throws -> MessedSubmission {
    var messed = try MessedSubmission("invented-2023")
    let set = try MessedSubmission.set.get()
    let book = try BookReader(sets: [set]).read(bytes: messed.bytes, name: messed.name)
    let form = try #require(book.form("02"))
    var contents: [String: CellContent] = [:]
    for cell in form.rows.flatMap(\.cells.values) {
      guard let amount = cell.value?.amount, let reference = cell.reference, let sheet = form.sheet else { continue }
      contents["\(sheet)!\(reference)"] = .number(amount.text(in: .元, decimals: 0))
    }
    try messed.put(contents)
    return messed
  }

  @Test func aSuspectedUnitWaitsUntilItIsNamed() throws {
    let messed = try Self.suspected()
    let careful = try messed.cleaned()
    #expect(careful.log.changes.isEmpty)
    #expect(careful.bytes == messed.bytes)
    #expect(careful.suggestions.contains { $0.code == .suspectedUnit && $0.place.form == "02" })
    let result = try messed.cleaned(RepairSelection(codes: [.suspectedUnit]))
    let original = try MessedSubmission("invented-2023").cleaned()
    #expect(result.after.count(.error) == 0)
    #expect(result.after.book.form("02")?.rows.map(\.amounts) == original.after.book.form("02")?.rows.map(\.amounts))
  }

  @Test func anAmountInTheNextColumnWaitsUntilItIsNamed() throws {
    var messed = try MessedSubmission("invented-2023")
    let set = try MessedSubmission.set.get()
    let book = try BookReader(sets: [set]).read(bytes: messed.bytes, name: messed.name)
    let form = try #require(book.form("03"))
    let path = LabelPath(["基本支出", "人员经费", "工资福利支出"])
    let row = try #require(form.rows.first { $0.kind == .detail && $0.amount(path) != nil })
    let cell = try #require(row.cells[path]?.reference)
    let amount = try #require(row.amount(path)).text(in: .万元, decimals: 0)
    let sheet = try #require(form.sheet)
    let next = CellReference(row: cell.row, column: cell.column + 1)
    try messed.put(["\(sheet)!\(cell)": .nothing, "\(sheet)!\(next)": .number(amount)])
    let careful = try messed.cleaned()
    #expect(careful.log.changes.isEmpty)
    #expect(careful.suggestions.contains { $0.place.address == "\(sheet)!\(cell)" && $0.code == .shiftedAmount })
    let result = try messed.cleaned(RepairSelection(codes: [.shiftedAmount]))
    #expect(try MessedSubmission.content(of: "\(sheet)!\(cell)", in: result.bytes) == "number \(amount)")
    #expect(try MessedSubmission.content(of: "\(sheet)!\(next)", in: result.bytes) == "blank")
    #expect(result.after.count(.error) == 0)
  }
}

extension FormRow {
  /// The amounts by column; zero and blank are not the same.
  var amounts: [LabelPath: Amount] { cells.compactMapValues { $0.value?.amount } }
}

extension FormData {
  fileprivate func amountCount(nonzero: Bool) -> Int {
    rows.flatMap(\.amounts.values).count { !nonzero || $0 != .zero }
  }
}
