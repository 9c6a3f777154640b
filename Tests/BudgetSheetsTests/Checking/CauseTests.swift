import Testing

@testable import BudgetSheets

/// One wrong input is named with the amount that was meant and with what probably happened to it.
@Suite struct CauseTests {
  struct Slip: CustomTestStringConvertible, Sendable {
    var cell: String
    var typed: String?
    var meant: String?
    var mechanism: Cause.Mechanism

    var testDescription: String { "\(mechanism.rawValue) \(cell)" }
  }

  static let slips = [
    Slip(cell: "03|206/01/01|合计", typed: "199.19", meant: "199.91", mechanism: .transposedDigits),
    Slip(cell: "07|302/01/502/01|一般公共预算/小计", typed: "140400.00", meant: nil, mechanism: .wrongScale),
    Slip(cell: "05|206/01/01|基本支出/人员经费/工资福利支出", typed: "-182.26", meant: "182.26", mechanism: .wrongSign),
    Slip(cell: "01|六、科学技术|支出/金额", typed: "519.9", meant: "519.91", mechanism: .wrongDigit),
    Slip(cell: "13|:total|项目金额（万元）/资金总额", typed: "33.30", meant: "343.30", mechanism: .droppedDigit),
    Slip(cell: "06|:total|本年一般公共预算基本支出/公用经费", typed: "118.97", meant: "18.97", mechanism: .extraDigit),
    Slip(cell: "11|区科普专项经费|合计", typed: "8.00", meant: "4.00", mechanism: .doubled),
    Slip(cell: "02|:total|上年结转结余/合计", typed: nil, meant: "45.00", mechanism: .leftBlank),
    Slip(cell: "03|221/02/01|项目支出/小计", typed: "7.00", meant: nil, mechanism: .superfluous),
  ]

  @Test(arguments: slips) func aSlipIsNamedWithTheAmountThatWasMeant(_ slip: Slip) throws {
    var book = try SampleBook(.corrected)
    let before = book.sum([slip.cell])
    var slip = slip
    if slip.mechanism == .wrongScale { slip.typed = Amount(fen: before.fen * 10_000).text(in: .万元, decimals: 2) }
    try book.put(slip.typed, in: slip.cell)
    let report = try book.report()
    let cause = try #require(report.causes.first)
    #expect(report.causes.count == 1 && !report.causesAreIncomplete)
    #expect(cause.mechanism == slip.mechanism)
    #expect(cause.changes.map { SampleBook.Cell($0.place) } == book.cells(slip.cell) || slip.typed == nil)
    #expect((cause.changes.first?.proposed ?? .zero) == before)
    // It explains every rule that fails.
    let failures = report.findings.indices.filter {
      report.findings[$0].judgement != nil && report.findings[$0].level != .info
    }
    #expect(cause.findings == failures && !failures.isEmpty)
  }

  @Test func anAmountInTheNextColumnIsOneCause() throws {
    var book = try SampleBook(.corrected)
    try book.put(nil, in: "03|206/01/01|基本支出/人员经费/工资福利支出")
    try book.put("182.26", in: "03|206/01/01|基本支出/人员经费/对个人和家庭的补助")
    let cause = try #require(try book.report().causes.first)
    #expect(cause.mechanism == .wrongColumn)
    #expect(cause.changes.map { $0.proposed?.fen } == [182_260_000, nil])
  }

  @Test func aWholeRowOneColumnOffIsOneCause() throws {
    var book = try SampleBook(.corrected)
    let columns = try #require(try SampleBook.set.get().form("03")).leaves.filter(\.isAmount).map(\.path)
    let amounts = columns.map { path in book.sum(["03|206/01/01|\(path)"]) }
    for (path, amount) in zip(columns.dropFirst(), amounts) {
      try book.put(amount == .zero ? nil : amount.text(in: .万元, decimals: 2), in: "03|206/01/01|\(path)")
    }
    try book.put(nil, in: "03|206/01/01|\(columns[0])")
    let report = try book.report()
    let cause = try #require(report.causes.first)
    #expect(cause.mechanism == .shiftedRow && report.causes.count == 1)
    for change in cause.changes { #expect(change.place.row?.key == "206/01/01") }
  }

  @Test func aFormInAnotherUnitIsOneCause() throws {
    var book = try SampleBook(.corrected)
    let form = try #require(book.book.forms.firstIndex { $0.form == "11" })
    for row in book.book.forms[form].rows.indices {
      for (path, cell) in book.book.forms[form].rows[row].cells {
        if let amount = cell.value?.amount {
          book.book.forms[form].rows[row].cells[path]?.value = .amount(Amount(fen: amount.fen * 10_000))
        }
      }
    }
    let report = try book.report()
    #expect(report.causes.first?.mechanism == .wrongUnit && report.causes.count == 1)
    #expect(report.causes.first?.changes.first?.place.form == "11")
    #expect(report.causes.first?.derived.isEmpty == false)
  }

  @Test func aRowThatNoTotalCountsIsNamed() throws {
    var book = try SampleBook(.corrected)
    let form = try #require(book.book.forms.firstIndex { $0.form == "03" })
    let row = try #require(book.book.forms[form].rows.firstIndex { $0.key == "206/07/02" })
    var added = book.book.forms[form].rows[row]
    added.key = "206/99/99"
    for (column, code) in [("款", "99"), ("项", "99")] {
      added.cells[LabelPath(["科目编码", column])]?.value = .text(code)
    }
    for (path, cell) in added.cells where cell.value?.amount != nil {
      added.cells[path]?.value = .amount(Amount(fen: 11_000_000))
      added.cells[path]?.reference = nil
    }
    book.book.forms[form].rows.append(added)
    let cause = try #require(try book.report().causes.first)
    #expect(cause.mechanism == .uncountedRow)
    #expect(Set(cause.changes.map { $0.place.row?.key }) == ["206/99/99"])
    // Hidden, it is the hidden row that the totals leave out.
    book.book.forms[form].rows[book.book.forms[form].rows.count - 1].isHidden = true
    #expect(try book.report().causes.first?.mechanism == .hiddenRowMissed)
  }

  @Test func twoWrongCellsOfOneRowAreNamedBoth() throws {
    var book = try SampleBook(.corrected)
    try book.put("17.47", in: "03|208/05/05|基本支出/小计")
    try book.put("77.14", in: "03|208/05/05|合计")
    let changes = try book.report().causes.flatMap(\.changes)
    let named = Dictionary(changes.map { ("\($0.place.path?.description ?? "")", $0.proposed) }) { first, _ in first }
    #expect(named["基本支出/小计"] == Amount(decimal: "17.74", unit: .万元))
    #expect(named["合计"] == Amount(decimal: "17.74", unit: .万元))
  }

  /// A report never proposes to change one cell twice.
  @Test func noCellIsChangedByTwoCauses() throws {
    for cell in ["06|:total|本年一般公共预算基本支出/合计", "04|收入合计|收入/金额", "07|:total|总计"] {
      var book = try SampleBook(.published)
      try book.add("3.50", to: cell)
      let places = try book.report().causes.flatMap { $0.changes.map(\.place) }
      #expect(Set(places).count == places.count)
    }
  }
}
