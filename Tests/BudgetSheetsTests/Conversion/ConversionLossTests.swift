import Testing

@testable import BudgetSheets

/// What must not be lost without a word, and not be told as kept where it is not.
@Suite struct ConversionLossTests {
  private static func amount(_ text: String) -> Amount? { Amount(decimal: text, unit: .万元) }

  /// Form 1 of a newer set whose printed rows add up those of the older one, with a column of remarks.
  private static func remarks(unit: String = "万元") throws -> (old: FormSet, new: FormSet) {
    func set(_ name: String, _ unit: String, _ more: String) -> String {
      """
      set: \(name)
      version: "1"
      years: ["2030"]
      title: 小表
      unit: \(unit)
      labels: {department: [部门名称], unit: [单位], total: [合计], notes: [注], signatures: [填表人]}
      forms: ["1"]
      \(more)
      """
    }
    let form = """
      form: "1"
      title: "{year}年经费表"
      columns: [项目, {label: 小计, type: amount, sum: [甲, 乙]}, {label: 甲, type: amount}, {label: 乙, type: amount}, 备注]
      rows: [人员费, 公用费, {label: 总额, sum: [人员费, 公用费]}]
      """
    let newer = """
      form: "1"
      title: "{year}年经费预算表"
      columns: [项目, {label: 小计, type: amount}, 备注]
      rows: [运转费]
      """
    let mapping = """
      from: old
      forms:
        - form: "1"
          succeeds: "1"
          columns: {小计: 小计, 备注: 备注}
          rows: {运转费: {sum: [人员费, 公用费]}}
          contained: {columns: {小计: [甲, 乙]}}
          dropped: {rows: {总额: 不用}}
      """
    let old = ["set.yaml": set("old", "万元", ""), "1.yaml": form]
    let new = [
      "set.yaml": set("new", unit, "predecessors: [from.yaml]"), "1.yaml": newer, "from.yaml": mapping,
    ]
    return (
      try FormSetReader(name: "old", text: { old[$0] }).read(), try FormSetReader(name: "new", text: { new[$0] }).read()
    )
  }

  private static func row(_ key: String, _ cells: [LabelPath: FormCell]) -> FormRow {
    var row = FormRow(kind: .fixed, key: key, cells: cells)
    row.cells[["项目"]] = SmallSets.text(key)
    return row
  }

  private static func convert(_ rows: [FormRow], unit: String = "万元") throws -> BookConversion {
    let sets = try remarks(unit: unit)
    let book = Book(set: "old", year: "2030", department: "某局", forms: [FormData(form: "1", unit: .万元, rows: rows)])
    return try BookConverter(from: sets.old, to: sets.new).convert(book)
  }

  @Test func textsOfAddedRowsAreJoined() throws {
    let conversion = try Self.convert([
      Self.row("人员费", [["小计"]: SmallSets.amount("1"), ["备注"]: SmallSets.text("含追加")]),
      Self.row("公用费", [["小计"]: SmallSets.amount("2"), ["备注"]: SmallSets.text("压减")]),
    ])
    let row = try #require(conversion.book.form("1")?.rows.first)
    #expect(row.text(["备注"]) == "含追加；压减" && row.amount(["小计"]) == Self.amount("3"))
    #expect(conversion.left.isEmpty && conversion.carried == 4)
  }

  /// Whether a part is counted in its whole hangs on the whole of the same row.
  @Test func aPartIsCountedOnlyInAWholeThatIsThere() throws {
    let conversion = try Self.convert([
      Self.row("人员费", [["小计"]: SmallSets.amount("3"), ["甲"]: SmallSets.amount("1"), ["乙"]: SmallSets.amount("2")]),
      Self.row("公用费", [["甲"]: SmallSets.amount("8")]),
    ])
    let told = conversion.left.map { "\($0.row?.key ?? "") \($0.path.map { "\($0)" } ?? "") \($0.reasonName)" }
    #expect(told == ["人员费 乙 contained", "人员费 甲 contained", "公用费 甲 notCounted"])
    #expect(conversion.left.map(\.isLoss) == [false, false, true])
    #expect(conversion.left.map(\.isInput) == [true, true, true])
    #expect(conversion.sums.map(\.before) == [Self.amount("11")] && conversion.sums.map(\.after) == [Self.amount("3")])
    // What the whole comes to is not known, rather than nothing.
    #expect(!conversion.coverage.covers(column: ["小计"], in: "1"))
  }

  @Test func aWholeThatIsAnotherSumHoldsNoPart() throws {
    let conversion = try Self.convert([
      Self.row("人员费", [["小计"]: SmallSets.amount("1"), ["甲"]: SmallSets.amount("1"), ["乙"]: SmallSets.amount("2")])
    ])
    #expect(conversion.left.map(\.reasonName) == ["notCounted", "notCounted"])
    #expect(conversion.coverage.covers(column: ["小计"], in: "1"))
  }

  @Test func aTextOfAnotherUnitIsNotCarriedAsAnAmount() throws {
    let unread = Self.row("人员费", [["小计"]: FormCell(value: nil, raw: "约10"), ["备注"]: SmallSets.text("估")])
    let same = try Self.convert([unread])
    #expect(same.book.form("1")?.rows.first?.cells[["小计"]]?.raw == "约10" && same.left.map(\.unit) == [nil])
    let other = try Self.convert([unread], unit: "元")
    #expect(other.book.form("1")?.rows.first?.cells[["小计"]] == nil)
    #expect(other.left.map(\.reason) == [.unreadable] && other.left.map(\.unit) == [.万元])
    #expect(other.left.first?.text(in: .元, decimals: 2) == "约10（万元）")
  }

  @Test func noTotalIsWorkedOutFromATextOfAnotherUnit() throws {
    var units = SmallSets.units([(.detail, "01", "甲", ["3", "", "2"]), (.detail, "02", "乙", ["1", "1", ""])])
    units.rows[0].cells[["拨款"]] = FormCell(value: nil, raw: "约1万", unit: .元)
    let conversion = try SmallSets.converter().convert(SmallSets.book([units]))
    let rows = try #require(conversion.book.form("2")).rows
    #expect(rows.map(\.kind) == [.total, .detail, .detail])
    #expect(rows.map { $0.amount(["财政拨款"]) } == [nil, nil, Self.amount("1")])
    #expect(rows[1].cells[["财政拨款"]] == nil && rows[0].amount(["单位资金"]) == Self.amount("2"))
  }

  @Test func aTotalWhoseKnownPartsAreBlankDisagrees() throws {
    let units = SmallSets.units([(.total, "", "共计", ["9", "9", ""]), (.detail, "01", "甲", ["", "", "0"])])
    let conversion = try SmallSets.converter().convert(SmallSets.book([units]))
    let told = conversion.disagreements.map { "\($0.row?.name ?? "") \($0.path) \($0.total.fen) \($0.parts.fen)" }
    #expect(told == ["合计 总计 9000000 0", "合计 财政拨款 9000000 0"])
  }

  @Test func aSubtotalOfAGoneLevelIsKeptOnlyWhereItsRowsSayIt() throws {
    let units = SmallSets.units([
      (.department, "101", "某局", ["7", "7", "4"]), (.detail, "01", "甲", ["4", "", "4"]),
    ])
    let conversion = try SmallSets.converter().convert(SmallSets.book([units]))
    let told = conversion.left.map { "\($0.path.map { "\($0)" } ?? "") \($0.reasonName)" }.sorted()
    #expect(told == ["其他 totalOfOthers", "合计 noRow", "名称 totalOfOthers", "拨款 noRow", "编码 totalOfOthers"])
  }

  /// Column by column either the total or its parts count.
  @Test func aTotalCountsOnlyInTheColumnsInWhichNoPartDoes() throws {
    let units = SmallSets.units([(.total, "", "共计", ["", "9", "2"]), (.detail, "01", "甲", ["", "", "2"])])
    let sums = InputSum.sums(of: units, form: try #require(try SmallSets.old().form("2")))
    #expect(sums.map(\.amount) == [Self.amount("11")])
  }

  @Test func theTotalOfLabelledAmountsHasOneBreakdown() throws {
    var files = ["set.yaml": "", "1.yaml": ""]
    files["set.yaml"] = """
      set: s
      version: "1"
      years: ["2030"]
      title: 小表
      unit: 万元
      labels: {department: [部门名称], unit: [单位], total: [合计], notes: [注], signatures: [填表人]}
      forms: ["1", "2"]
      """
    func form(_ number: String, _ rows: String) -> String {
      "form: \"\(number)\"\ntitle: \"{year}年情况\(number)表\"\nblocks:\n  - {field: 目标}\n  - amounts: 预算\n    rows: [\(rows)]\n"
    }
    let groups = "{label: 来源, rows: [财政, 其他]}, {label: 结构, rows: [基本, 项目]}"
    files["1.yaml"] = form("1", "{label: 总额, sum: [来源/*]}, " + groups)
    files["2.yaml"] = form("2", groups)
    let set = try FormSetReader(name: "s", text: { files[$0] }).read()
    var data = FormData(
      form: "1", unit: .万元,
      fields: [
        ["预算", "来源", "财政"]: SmallSets.amount("4"), ["预算", "来源", "其他"]: SmallSets.amount("1"),
        ["预算", "结构", "基本"]: SmallSets.amount("2"), ["预算", "结构", "项目"]: SmallSets.amount("3"),
      ])
    let total = InputSum.sums(of: data, form: try #require(set.form("1")))
    #expect(total.map(\.amount) == [Self.amount("5")] && total.map(\.pane) == [nil])
    let headings = InputSum.sums(of: data, form: try #require(set.form("2")))
    #expect(headings.map(\.amount) == [Self.amount("5"), Self.amount("5")])
    #expect(headings.map(\.pane) == ["预算/来源", "预算/结构"])
    // The total alone counts in the place of its parts.
    data.fields = [["预算", "总额"]: SmallSets.amount("7"), ["预算", "结构", "项目"]: SmallSets.amount("3")]
    #expect(InputSum.sums(of: data, form: try #require(set.form("1"))).map(\.amount) == [Self.amount("7")])
  }

  @Test func sumsTooLargeAreToldAsThat() throws {
    var units = SmallSets.units([(.detail, "01", "甲", []), (.detail, "02", "乙", [])])
    for index in units.rows.indices { units.rows[index].cells[["拨款"]] = FormCell(value: .amount(Amount(fen: .max))) }
    let small = try SmallSets.converter()
    let conversion = small.convert(SmallSets.book([units]))
    #expect(conversion.sums.map(\.before) == [nil] && conversion.sums.map(\.after) == [nil])
    #expect(conversion.sums.map(\.differs) == [true])
    let json = conversion.json(from: small.from, to: small.to, output: nil)
    #expect(json.contains("\"before\": null") && json.contains("\"difference\": null"))
    #expect(try JSONSchema(file: "docs/conversion.schema.json").problems(inText: json) == [])
  }

  @Test func aRowOfTextsThatCannotBeReadStands() throws {
    let set = try PublishedConversion.set("luoyang-2021")
    var book = try PublishedConversion.book()
    let form = try #require(book.forms.firstIndex { $0.form == "10" })
    book.forms[form].rows = [
      FormRow(kind: .indicator, key: "", cells: [["三级指标"]: FormCell(value: nil, raw: "#REF!", formula: "A1")])
    ]
    let conversion = try BookConverter(from: set, to: PublishedConversion.set("luoyang-2023")).convert(book)
    let rows = try #require(conversion.book.form("12")).rows
    #expect(rows.count == 1 && rows.first?.cells[["三级指标"]]?.raw == "#REF!")
    #expect(conversion.left.contains { $0.reason == .unreadable && $0.raw == "#REF!" })
  }

  @Test func aUnitLineAgainstAHeadingIsTold() throws {
    var book = try PublishedConversion.book()
    let plain = try PublishedConversion.converter().convert(book)
    #expect(plain.unitConflicts.isEmpty)
    let form = try #require(book.forms.firstIndex { $0.form == "11" })
    book.forms[form].unit = .元
    let conflicts = try PublishedConversion.converter().convert(book).unitConflicts
    #expect(conflicts.map(\.heading) == ["项目金额(万元)"] && conflicts.map(\.unit) == [.元])
    #expect(conflicts.map(\.headingUnit) == [.万元] && conflicts.map(\.form) == ["11"])
  }
}
