import Testing
import XlsxRead

/// General in a wide column, as Excel shows it.
@Suite struct ShownGeneralTests {
  // What Excel shows: at most 11 characters, the sign not counted, 6 digits before a power of ten.
  @Test(arguments: [
    ("0", "0"), ("1", "1"), ("-42", "-42"), ("0.1", "0.1"), ("123.456", "123.456"), ("12345678901", "12345678901"),
    ("123456789012", "1.23457E+11"), ("100000000000", "1E+11"), ("120000000000", "1.2E+11"), ("99999999999.6", "1E+11"),
    ("4403928373.5", "4403928374"), ("12345678901.5", "12345678902"), ("1234567.891234", "1234567.891"),
    ("12.34567891", "12.34567891"), ("0.123456789123", "0.123456789"), ("0.00123456789", "0.001234568"),
    ("0.0001234567", "0.000123457"), ("0.00012", "0.00012"), ("0.00001", "0.00001"), ("0.000012345", "0.000012345"),
    ("0.0000123456", "1.23456E-05"), ("1.2E-8", "0.000000012"), ("1.2E-9", "1.2E-09"), ("1E-9", "0.000000001"),
    ("1E-10", "1E-10"), ("1.234567E-14", "1.23457E-14"), ("-0.00001234567", "-1.23457E-05"),
    ("3300.0000000000005", "3300"),
    ("0.30000000000000004", "0.3"), ("1.7976931348623157E308", "1.79769E+308"), ("4.9E-324", "5E-324"),
    ("1E300", "1E+300"), ("-123456789012", "-1.23457E+11"), ("-0", "0"), ("9.9999999999", "10"),
  ]) func numbers(_ pair: (value: String, text: String)) throws {
    #expect(try ShownText.of([("General", pair.value)]) == [pair.text])
    #expect(try WorkbookBuilder(rows: "<row><c><v>\(pair.value)</v></c></row>").cells().map(\.shownText) == [pair.text])
  }

  @Test func aroundTexts() throws {
    #expect(
      try ShownText.of([
        ("General\"元\"", "-12.5"), ("G/通用格式\"元\"", "12.5"), ("[Red]General;[Blue]\"<\"General", "-3"), ("[Red]", "7"),
        ("", "7.5"), ("-General", "-1"), ("General%", "0.5"),
      ]) == ["-12.5元", "12.5元", "<3", "7", "7.5", "--1", "50%"])
  }

  @Test func otherKinds() throws {
    let cells = try WorkbookBuilder(
      rows: """
        <row><c s='0'/><c t='b' s='0'><v>1</v></c><c t='b'><v>0</v></c><c t='e' s='0'><v>#DIV/0!</v></c>\
        <c t='str' s='0'><v>甲</v></c><c s='0'><v>1E999</v></c></row>
        """, formats: ["0.00"]
    ).cells()
    #expect(cells.map(\.shownText) == ["", "TRUE", "FALSE", "#DIV/0!", "甲", "1E999"])
  }
}
