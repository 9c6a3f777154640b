import Testing

@testable import BudgetSheets

/// How far a printed sum may be off, and what is said of amounts with more digits than are printed.
@Suite struct RoundingTests {
  static let lines = [
    "一、一般公共预算", "二、政府性基金预算拨款收入", "三、国有资本经营预算拨款收入", "四、财政专户管理资金收入", "五、事业收入", "六、事业单位经营收入", "七、上级补助收入",
    "八、附属单位上缴收入", "九、其他收入",
  ]
  static let total = "01|本年收入合计|收入/金额"
  static let rule = "01:收入：本年收入合计"

  /// The units of the last digit by which a sum of some addends may be off.
  static let tolerances = [0: 0, 1: 0, 2: 1, 3: 2, 4: 2, 5: 3, 6: 3, 7: 4, 8: 4, 9: 5]

  /// Form 01 with some lines filled in, and a total that is off by units of the last digit.
  private static func book(addends: Int, off units: Int, formula: String? = nil) throws -> SampleBook {
    var book = try SampleBook(.corrected)
    for (number, line) in lines.enumerated() {
      try book.put(number < addends ? "10.01" : nil, in: "01|\(line)|收入/金额")
    }
    let amount = Amount(fen: Int64(addends) * 10_010_000 + Int64(units) * 10_000)
    try book.put(amount.text(in: .万元, decimals: 2), in: total, formula: formula)
    return book
  }

  @Test(arguments: 0...9) func aSumOfRoundedAddendsMayBeOffByTheirRounding(_ addends: Int) throws {
    let tolerance = try #require(Self.tolerances[addends])
    for sign in [1, -1] {
      if tolerance > 0 {
        let report = try Self.book(addends: addends, off: sign * tolerance).report()
        let finding = try #require(report.findings(of: Self.rule).first)
        #expect(finding.level == .info && finding.code.rawValue == "B01")
        #expect(finding.judgement?.difference == Amount(fen: Int64(sign * tolerance) * 10_000))
        let ledger = try report.result(Self.rule).ledger
        #expect(ledger.passed == 1 && ledger.failed == 0)
      }
      let report = try Self.book(addends: addends, off: sign * (tolerance + 1)).report()
      let finding = try #require(report.findings(of: Self.rule).first)
      #expect(finding.level == .error)
      #expect(try report.result(Self.rule).ledger.failed == 1)
    }
    #expect(try Self.book(addends: addends, off: 0).report().findings(of: Self.rule).isEmpty)
  }

  @Test func aMarkForNothingIsNoAddend() throws {
    var book = try Self.book(addends: 1, off: 1)
    for line in Self.lines.dropFirst() {
      try book.change("01|\(line)|收入/金额") { $0 = FormCell(value: nil, raw: "－") }
    }
    #expect(try book.report().findings(of: Self.rule).first?.level == .error)
  }

  static let sums: [(rule: String, total: String)] = [
    ("03:合计", "03|206/01/01|合计"), ("03:基本支出/小计", "03|206/01/01|基本支出/小计"), ("03:Σ部门", "03|250|合计"),
    ("04:收入：收入合计", "04|收入合计|收入/金额"), ("06:Σ合计", "06|:total|本年一般公共预算基本支出/合计"),
    ("07:总计", "07|312/99/507/99|总计"), ("11:合计", "11|250|合计"), ("13:Σ单位", "13|250001|项目金额（万元）/资金总额"),
  ]

  /// Those with two addends or more are off by 0.01; the first of 03 has one, its other column is blank.
  @Test(arguments: sums.indices) func oneHundredthIsRoundingInEveryKindOfSum(_ index: Int) throws {
    let (rule, total) = Self.sums[index]
    var book = try SampleBook(.corrected)
    try book.add("0.01", to: total)
    let hasOneAddend = rule == "03:合计"
    let findings = try book.report().findings(of: rule)
    #expect(findings.map(\.level).contains(hasOneAddend ? .error : .info), "\(findings.map(\.level))")
  }

  static let statedSums: [(rule: String, total: String)] = [
    ("R12-2", "12||预算情况/部门预算总额（万元）"), ("R04-10", "04|支出合计|支出/一般公共预算/小计"),
  ]

  @Test(arguments: statedSums.indices) func aSumThatAFormStatesAsARuleIsRoundedToo(_ index: Int) throws {
    let (rule, total) = Self.statedSums[index]
    for (by, level) in [("0.01", Finding.Level.info), ("-0.01", .info), ("0.02", .error)] {
      var book = try SampleBook(.corrected)
      try book.add(by, to: total)
      #expect(try book.report().findings(of: rule).map(\.level) == [level])
    }
  }

  @Test func theFigureIsToldBeforeItsPartsWhereverItStands() throws {
    var book = try SampleBook(.corrected)
    try book.add("0.01", to: "04|支出合计|支出/一般公共预算/小计")
    let text = try #require(book.report().findings(of: "R04-10").first).message(in: .chinese)
    #expect(text.hasPrefix("填报 634.35，各组成之和为 634.34（"))
    #expect(text.contains("589.34") && text.contains("45.00") && text.contains("相差 0.01 万元"))
  }

  @Test(arguments: ["R01-6", "R04-9"]) func theSameQuantityTwiceInOneFormMustAgree(_ rule: String) throws {
    var book = try SampleBook(.corrected)
    try book.add("0.01", to: rule == "R01-6" ? "01|支出总计|支出/金额" : "04|支出合计|支出/合计")
    #expect(try book.report().findings(of: rule).map(\.level) == [.error])
  }

  static let same: [(rule: String, cell: String)] = [
    ("X01", "02|:total|总计"), ("X05", "03|:total|合计"), ("X06", "01|六、科学技术|支出/金额"),
    ("X09", "04|二、上年结转|收入/金额"), ("X12c", "04|一、本年支出/（八）社会保障和就业支出|支出/一般公共预算/小计"),
    ("X15b", "06|:total|本年一般公共预算基本支出/人员经费"), ("X22", "11|区科技研发及应用|合计"),
    ("X24", "12||预算情况/部门预算总额（万元）"),
  ]

  @Test(arguments: same.indices) func theSameQuantityInTwoFormsMustAgree(_ index: Int) throws {
    let (rule, cell) = Self.same[index]
    for by in ["0.01", "-0.01"] {
      var book = try SampleBook(.corrected)
      try book.add(by, to: cell)
      let findings = try book.report().findings(of: rule)
      #expect(findings.map(\.level) == [.error], "\(by)")
    }
  }

  @Test(arguments: ["X17", "X25", "07:一般公共预算/其中：财政拨款≤"]) func aBoundIsExact(_ rule: String) throws {
    var book = try SampleBook(.corrected)
    switch rule {
    case "X17": try book.add("0.01", to: "06|30113|本年一般公共预算基本支出/合计")
    case "X25": try book.add("0.01", to: "11|:total|财政拨款结转结余/一般公共预算")
    default: try book.add("0.01", to: "07|301/13/501/03|一般公共预算/其中：财政拨款")
    }
    #expect(try book.report().findings(of: rule).map(\.level) == [.error])
  }

  @Test func aTotalThatItsFormulaWorksOutMustAgree() throws {
    let report = try Self.book(addends: 4, off: 1, formula: "SUM(B5:B14)").report()
    #expect(report.findings(of: Self.rule).map(\.level) == [.error])
    #expect(try Self.book(addends: 4, off: 0, formula: "SUM(B5:B14)").report().findings(of: Self.rule).isEmpty)
    // A formula in an addend changes nothing.
    var book = try Self.book(addends: 4, off: 2)
    try book.put("10.01", in: "01|二、政府性基金预算拨款收入|收入/金额", formula: "10+0.01")
    #expect(try book.report().findings(of: Self.rule).map(\.level) == [.info])
  }

  // MARK: Forms in 元

  @Test func aFormInYuanIsRoundedToItsOwnDigit() throws {
    func level(_ fen: Int64) throws -> [Finding.Level] {
      var book = try Self.book(addends: 4, off: 0)
      let index = try #require(book.book.forms.firstIndex { $0.form == "01" })
      book.book.forms[index].unit = .元
      try book.put(Amount(fen: 40_040_000 + fen).text(in: .万元, decimals: 2), in: Self.total)
      return try book.report().findings(of: Self.rule).map(\.level)
    }
    #expect(try level(0) == [])
    #expect(try level(2) == [.info])
    #expect(try level(3) == [.error])
    // Two hundredths of a 万元 are 200 元.
    #expect(try level(20_000) == [.error])
  }

  @Test func yuanBesideTenThousandsOfThemAgreeAsPrinted() throws {
    func findings(_ text: String) throws -> [Finding] {
      var book = try SampleBook(.corrected)
      let index = try #require(book.book.forms.firstIndex { $0.form == "12" })
      book.book.forms[index].unit = .元
      try book.put(text, in: "12||预算情况/资金结构/（2）项目支出")
      return try book.report().findings.filter { $0.ruleIdentity == "X24c" || $0.code == .amountFinerThanPrinted }
    }
    // 3,433,012.00 元 are printed as 343.30 万元 in form 03; the 元 are no stray digits.
    #expect(try findings("343.3012").map { "\($0.code.rawValue) \($0.level)" } == ["X24c info"])
    #expect(try findings("343.3062").map { "\($0.code.rawValue) \($0.level)" } == ["X24c error"])
  }

  // MARK: More digits than are printed

  @Test func storedDigitsThatAreNotPrintedAreTold() throws {
    // One addend 1.2345 beside a total of 1.23, and the same in form 02.
    var book = try Self.book(addends: 0, off: 0)
    try book.put("1.2345", in: "01|五、事业收入|收入/金额")
    try book.put("1.23", in: Self.total)
    try book.put("1.23", in: "02|:total|本年收入/事业收入")
    let report = try book.report()
    #expect(report.findings(of: Self.rule).map(\.level) == [.info])
    #expect(report.findings(of: Self.rule).first?.judgement?.difference == Amount(decimal: "-0.0045", unit: .万元))
    #expect(try report.result(Self.rule).ledger.passed == 1)
    let between = report.findings(of: "X03").filter { $0.row?.key == "五、事业收入" }
    #expect(between.map(\.level) == [.info])
    let finer = report.findings.filter { $0.code == .amountFinerThanPrinted }
    #expect(finer.map { SampleBook.Cell($0.location) } == [SampleBook.Cell(form: "01", row: "五、事业收入", path: "收入/金额")])
    #expect(finer.first?.level == .info)
    #expect(finer.first?.message(in: .chinese).contains("1.2345") == true)
    #expect(finer.first?.message(in: .chinese).contains("1.23 ") == true)
  }

  @Test func whatIsPrintedDifferentlyIsAnError() throws {
    var book = try Self.book(addends: 0, off: 0)
    try book.put("1.2355", in: "01|五、事业收入|收入/金额")
    try book.put("1.23", in: Self.total)
    #expect(try book.report().findings(of: Self.rule).map(\.level) == [.error])
  }

  @Test func storedAmountsAreComparedFirst() throws {
    // 1.234 + 1.234 = 2.468 exactly, though 1.23 + 1.23 is not 2.47.
    var book = try Self.book(addends: 0, off: 0)
    for line in ["五、事业收入", "九、其他收入"] { try book.put("1.234", in: "01|\(line)|收入/金额") }
    try book.put("2.468", in: Self.total)
    let report = try book.report()
    #expect(report.findings(of: Self.rule).isEmpty)
    #expect(report.findings.count { $0.code == .amountFinerThanPrinted } == 3)
  }
}
