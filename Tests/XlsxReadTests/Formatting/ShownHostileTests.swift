import Testing
import XlsxRead

/// Codes that no program writes: none traps, none takes long, none fills memory.
@Suite struct ShownHostileTests {
  // Excel would not open a file with these; here they count as General.
  @Test(arguments: [
    "\"open", "[open", "0;0;0;0;0", "@;@", "yyyy 0", "0 General", "0@", "E+0", "0E+", "0.0.0E+0E+0", "[h]0",
    "@@@@@@@@@@", "General@",
  ]) func brokenCodesAreGeneral(_ code: String) throws {
    #expect(try ShownText.of([(code, "1234.5")]) == ["1234.5"])
  }

  @Test(arguments: [
    String(repeating: "0", count: 100_000), String(repeating: "y", count: 100_000),
    String(repeating: ";", count: 100_000),
    String(repeating: "[", count: 100_000), String(repeating: "[h]", count: 30_000),
    String(repeating: "@", count: 100_000),
    String(repeating: "\\", count: 100_001), "0." + String(repeating: "?", count: 2_000),
    String(repeating: "General", count: 1_000),
  ]) func longCodesAreGeneral(_ code: String) throws {
    #expect(try ShownText.of([(code, "1234.5")]) == ["1234.5"])
  }

  @Test func theLongestCodesStillWork() throws {
    let zeros = String(repeating: "0", count: 1024)
    #expect(try ShownText.of([(zeros, "5")]).first?.utf8.count == 1024)
    #expect(try ShownText.of([(String(repeating: "yyyy", count: 256), "44931")]).first == "2023")
    #expect(
      try ShownText.of([("# ?/" + String(repeating: "?", count: 100), "0.5")]).first == " 1/2"
        + String(repeating: " ", count: 99))
  }

  static let pieces = [
    "0", "#", "?", ".", ",", "%", "/", "E+", "e-", "E", "General", "@", "y", "mm", "ddd", "h", "ss", ".0", "AM/PM",
    "a/p", "aaa",
    "g", "e", "b", "[h]", "[>1]", "[<=-1]", "[Red]", "[$¥-804]", "[$-F800]", "[DBNum1]", "[DBNum2][$-404]", "[DBNum3]",
    "\"x\"",
    "\\", "_", "*", "!", ";", " ", "1", "8", "年", "(", "[", "]", "\"", "[$-", "[$-1011041E]", "-",
  ]

  static let values = [
    "0", "1", "-1", "0.5", "-0.001", "1234567.891", "1E300", "-1E300", "4.9E-324", "44931.999999999", "2958465.9999999",
    "60", "1E15", "999999999999999", "-2958466", "0.999999999999",
  ]

  // The same codes on every run: a linear congruential generator (the constants of MMIX).
  @Test(arguments: 0..<8) func randomCodesShowSomething(_ seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var cases: [(code: String, value: String)] = []
    for _ in 0..<2_000 {
      let code = (0...next(9)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
      cases.append((code, Self.values[next(Self.values.count)]))
    }
    for usesDate1904 in [false, true] {
      for text in try ShownText.of(cases, usesDate1904: usesDate1904) { #expect(text.utf8.count < 20_000) }
    }
    #expect(try ShownText.of(text: "甲", cases[0].code)?.utf8.count ?? 0 < 100)
  }
}
