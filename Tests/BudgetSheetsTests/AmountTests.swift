import BudgetSheets
import Testing

@Suite struct AmountTests {
  @Test(
    arguments: [
      ("634.34", MoneyUnit.万元, 634_340_000), ("0.000001", .万元, 1), ("-45", .万元, -45_000_000),
      ("6343400", .元, 634_340_000),
      ("0.01", .元, 1), ("1E-2", .元, 1), ("1.5", .亿元, 15_000_000_000), ("3", .千元, 300_000), ("0", .万元, 0),
      ("92233720368547758.07", .元, Int64.max),
    ] as [(String, MoneyUnit, Int64)]) func textIsReadExactly(_ text: String, _ unit: MoneyUnit, _ fen: Int64)
  {
    #expect(Amount(decimal: text, unit: unit) == Amount(fen: fen))
  }

  @Test(arguments: ["", "-", "1,234.5", "1.2.3", "０", "1e", "1e999", "12a", "--1", ".", "NaN", "inf"])
  func whatIsNoNumberIsNotRead(_ text: String) {
    #expect(Amount(decimal: text, unit: .万元) == nil)
  }

  @Test func whatIsFinerThanAFenOrTooLargeIsNotRead() {
    #expect(Amount(decimal: "0.0000001", unit: .万元) == nil)
    #expect(Amount(decimal: "0.005", unit: .元) == nil)
    #expect(Amount(decimal: "92233720368547758.08", unit: .元) == nil)
    #expect(Amount(decimal: "-92233720368547758.08", unit: .元) == Amount(fen: .min))
  }

  @Test func textHasTheDecimalsAskedForAndThoseItNeeds() {
    #expect(Amount(fen: 45_000_000).text(in: .万元, decimals: 2) == "45.00")
    #expect(Amount(fen: 45_000_001).text(in: .万元, decimals: 2) == "45.000001")
    #expect(Amount(fen: -1).text(in: .万元, decimals: 2) == "-0.000001")
    #expect(Amount(fen: 1).text(in: .元, decimals: 2) == "0.01")
    #expect(Amount(fen: .min).text(in: .元, decimals: 2) == "-92233720368547758.08")
    #expect(Amount(fen: 100).text(in: .元, decimals: 0) == "1")
  }

  @Test func additionThatOverflowsGivesNothing() {
    #expect(Amount(fen: .max).adding(Amount(fen: 1)) == nil)
    #expect(Amount(fen: 2).adding(Amount(fen: -3)) == Amount(fen: -1))
  }
}
