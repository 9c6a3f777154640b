import Testing
import XlsxRead

/// The value of a number is the nearest `Double`, as the C library finds it.
@Suite struct NumberTests {
  private func values(of texts: [String]) throws -> [Double?] {
    let rows = texts.map { "<row><c><v>\($0)</v></c></row>" }.joined()
    return try WorkbookBuilder(rows: rows).cells().map(\.number)
  }

  @Test func knownHardCases() throws {
    let texts = [
      "0", "-0", "1", "-1.5", "0.1", "0.30000000000000004", "9007199254740993", "9007199254740992.5", "1e22", "1e23",
      "123456789012345678", "1234567890123456789", "12345678901234567890", "0.000000000000000000000000001",
      "9999999999999999999e-27", "9999999999999999999e27", "1e-27", "1e27", "1e28", "1e-28", "5e-324", "1e308", "1e309",
      "2.2250738585072011e-308", "1.7976931348623157e308", "00012", "1.", ".5", "-.5E+3", "1E0001", "0e99999",
      "6929495644600919.5", "3.5844466002796428e298", "8.5e-20", "4503599627370496.5", "4503599627370497.5",
    ]
    for (text, value) in zip(texts, try values(of: texts)) {
      let expected = try #require(Double(text))
      #expect(value?.bitPattern == expected.bitPattern, "\(text)")
    }
  }

  @Test func randomNumbersAgreeWithTheLibrary() throws {
    var generator = SystemRandomNumberGenerator()
    var texts: [String] = []
    for _ in 0..<20_000 {
      let digits = String(
        UInt64.random(in: 0...(.max), using: &generator) >> UInt64.random(in: 0..<64, using: &generator))
      let place = Int.random(in: 0...digits.count, using: &generator)
      let whole = digits.prefix(place)
      let point = "\(whole.isEmpty ? "0" : whole).\(digits.dropFirst(place))0"
      texts.append(Bool.random() ? point : "\(digits)e\(Int.random(in: -40...40, using: &generator))")
    }
    for (text, value) in zip(texts, try values(of: texts)) {
      #expect(value?.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }

  /// The shortest texts of doubles, as programs write them, and the points halfway between neighbours.
  @Test func printedDoublesComeBack() throws {
    var texts: [String] = []
    for _ in 0..<20_000 {
      let value = Double.random(in: -1e9...1e9)
      texts.append("\(value)")
      texts.append("\((value * 100).rounded() / 100)")
    }
    for (text, value) in zip(texts, try values(of: texts)) { #expect(value == Double(text), "\(text)") }
  }
}
