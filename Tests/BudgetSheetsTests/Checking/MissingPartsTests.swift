import Testing

@testable import BudgetSheets

/// What a book lacks is named, and never taken for nothing.
@Suite struct MissingPartsTests {
  static let byCode: [(rule: String, form: String, column: String)] = [
    ("X06", "03", "科目编码/类"), ("X12c", "05", "科目编码/类"), ("X16", "06", "部门预算支出经济分类科目/科目编码"),
    ("X20", "07", "部门预算经济分类/款"), ("X21b", "11", "类型"), ("X27a", "03", "科目编码/项"),
    ("X27d", "07", "部门预算经济分类/款"), ("R06-3", "06", "部门预算支出经济分类科目/科目编码"),
    ("R06-3b", "06", "部门预算支出经济分类科目/科目编码"), ("X14", "05", "科目编码/款"), ("X17", "06", "部门预算支出经济分类科目/科目编码"),
    ("X17", "07", "部门预算经济分类/款"), ("X17b", "07", "政府预算经济分类/类"), ("X22", "11", "项目名称"),
    ("X22", "13", "项目单位（项目名称）"), ("X23b", "13", "项目单位（项目名称）"), ("X06b", "03", "科目编码/类"), ("X22a", "11", "项目名称"),
    ("X30", "07", "政府预算经济分类/款"),
  ]

  /// Without the codes no row can be told to belong anywhere: a sum over them would be wrong, not nothing.
  @Test(arguments: byCode.indices) func withoutTheColumnOfCodesNothingIsJudgedByCode(_ index: Int) throws {
    let (rule, form, column) = Self.byCode[index]
    var book = try SampleBook(.corrected)
    try book.remove(column: column, of: form)
    let result = try book.report().result(rule)
    #expect(result.ledger.failed == 0 && result.ledger.passed == 0 && result.ledger.notChecked > 0, "\(result)")
  }

  static let unreadableCodes: [(rule: String, cell: String)] = [
    ("X06", "03|206/04/99|科目编码/类"), ("X12c", "05|206/04/99|科目编码/类"), ("X16", "06|30103|部门预算支出经济分类科目/科目编码"),
    ("X21b", "11|区科技研发及应用|类型"), ("X27a", "03|208/05/05|科目编码/项"), ("X27d", "07|301/13/501/03|部门预算经济分类/款"),
    ("X14", "05|206/01/01|科目编码/款"), ("X17", "07|301/01/501/01|部门预算经济分类/款"),
    ("R06-3", "06|30101|部门预算支出经济分类科目/科目编码"), ("X06b", "03|206/04/99|科目编码/类"), ("X30", "07|301/13/501/03|政府预算经济分类/款"),
  ]

  @Test(arguments: unreadableCodes.indices) func aCodeThatCannotBeReadBreaksNoRule(_ index: Int) throws {
    let (rule, cell) = Self.unreadableCodes[index]
    var book = try SampleBook(.corrected)
    try book.spoil(cell)
    let result = try book.report().result(rule)
    #expect(result.ledger.failed == 0 && result.ledger.notChecked > 0, "\(result)")
    #expect(
      result.reasons.contains {
        if case .unreadable(let place) = $0 { place.form == SampleBook.parts(cell).form } else { false }
      }, "\(result)")
  }

  static let rows: [(rule: String, form: String, row: String, named: String)] = [
    ("X05", "03", ":total", "合计"), ("03:Σ合计", "03", ":total", "合计"), ("11:Σ合计", "11", ":total", "合计"),
    ("X21", "11", ":total", "合计"), ("X01", "01", "收入总计", "收入总计"), ("01:收入：收入总计", "01", "收入总计", "收入总计"),
    ("01:收入：一、一般公共预算/其中：财政拨款≤", "01", "一、一般公共预算/其中：财政拨款", "一、一般公共预算/其中：财政拨款"),
    ("01:收入：一、一般公共预算/其中：财政拨款≤", "01", "一、一般公共预算", "一、一般公共预算"),
    ("X06", "01", "六、科学技术", "六、科学技术"), ("X10", "01", "六、科学技术", "六、科学技术"),
    ("X12c", "04", "一、本年支出/（六）科学技术支出", "一、本年支出/（六）科学技术支出"), ("R04-9", "04", "支出合计", "支出合计"),
  ]

  @Test(arguments: rows.indices) func aRowThatIsMissingIsNamed(_ index: Int) throws {
    let (rule, form, row, named) = Self.rows[index]
    var book = try SampleBook(.corrected)
    try book.remove(row: row, of: form)
    let result = try book.report().result(rule)
    #expect(result.ledger.failed == 0 && result.ledger.notChecked > 0, "\(result)")
    #expect(result.reasons.contains(.rowMissing(form: "预算\(form)表", named)), "\(result.reasons)")
  }

  @Test func aColumnThatCannotBeToldFromAnotherIsAsGoodAsMissing() throws {
    var book = try SampleBook(.corrected)
    let path = LabelPath(["项目支出", "小计"])
    book.book.findings.append(Finding(.columnAmbiguous, form: "03", path: path, ["column": "\(path)"]))
    let result = try book.report().result("03:合计")
    #expect(result.ledger.notChecked == 10 && result.ledger.passed == 0)
    #expect(result.reasons == [.columnMissing(form: "预算03表", path)])
  }

  @Test func everyInstanceIsCountedExactlyOnce() throws {
    // Without forms 02 and 13 and with a few unreadable cells, no rule of amounts loses an instance in silence.
    var book = try SampleBook(.corrected)
    for cell in ["03|206/01/01|合计", "04|一、本年支出/（六）科学技术支出|支出/合计", "07|301/01/501/01|总计", "12||预算情况/资金结构/（1）基本支出"] {
      try book.spoil(cell)
    }
    let before = try SampleBook.report(.corrected)
    for result in try book.report().rules {
      let due = try before.result(result.rule).ledger.due
      #expect(result.ledger.due == due, "\(result.rule)")
    }
  }
}
