import Testing
import XlsxPackage
import XlsxWrite

@Suite struct CellWritingTests {
  @Test(arguments: [
    ("合计", "<t>合计</t>"),
    ("=1+1", "<t>=1+1</t>"),
    ("0012", "<t>0012</t>"),
    (" a\n b ", "<t xml:space=\"preserve\"> a\n b </t>"),
    ("\tx", "<t xml:space=\"preserve\">\tx</t>"),
    ("<&>\"'", "<t>&lt;&amp;&gt;\"'</t>"),
    ("\r", "<t>_x000D_</t>"),
    ("a\u{0}b\u{1F}", "<t>a_x0000_b_x001F_</t>"),
    ("_x0041_", "<t>_x005F_x0041_</t>"),
    ("_x004g_ _X0041_ _x41_", "<t>_x004g_ _X0041_ _x41_</t>"),
    ("_x0041_x0042_", "<t>_x005F_x0041_x005F_x0042_</t>"),
    ("\u{FFFE}\u{FFFF}\u{FFFD}", "<t>_xFFFE__xFFFF_\u{FFFD}</t>"),
    ("𠮷😀", "<t>𠮷😀</t>"),
  ])
  func textIsKept(_ text: String, _ xml: String) throws {
    let parts = try parts { try $0.write(text: text, at: cell("A1")) }
    #expect(parts["xl/sharedStrings.xml"].contains("<si>\(xml)</si>"), "\(parts["xl/sharedStrings.xml"])")
    #expect(parts.sheet().contains("<c r=\"A1\" t=\"s\"><v>0</v></c>"))
  }

  @Test func emptyTextIsABlankCell() throws {
    let parts = try parts { try $0.write(text: "", at: cell("B2"), format: CellFormat(border: .thin)) }
    #expect(parts.sheet().contains("<c r=\"B2\" s=\"1\"/>"))
  }

  @Test func textIsLimitedInUTF16Units() throws {
    _ = try parts { try $0.write(text: String(repeating: "长", count: 32_767), at: cell("A1")) }
    #expect(throws: XlsxWriteError.self) {
      try parts { try $0.write(text: String(repeating: "长", count: 32_768), at: cell("A1")) }
    }
    #expect(throws: XlsxWriteError.self) {
      try parts { try $0.write(text: String(repeating: "😀", count: 16_384), at: cell("A1")) }
    }
  }

  @Test(arguments: [
    (0.0, "0"), (12.5, "12.5"), (-1_234_567_890_123.45, "-1234567890123.45"), (0.1, "0.1"), (1e-7, "1E-07"),
    (1e15, "1000000000000000"),
  ])
  func numbersAreKept(_ number: Double, _ xml: String) throws {
    let parts = try parts { try $0.write(number: number, at: cell("C3")) }
    #expect(parts.sheet().contains("<c r=\"C3\"><v>\(xml)</v></c>"), "\(parts.sheet())")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func numbersThatAreNoneAreRefused(_ number: Double) throws {
    let workbook = try WorkbookWriter()
    let sheet = try workbook.addWorksheet(named: "2026")
    let error = #expect(throws: XlsxWriteError.self) { try sheet.write(number: number, at: cell("C14")) }
    #expect(error?.code == .notFinite)
    #expect(error?.description.hasPrefix("sheet \"2026\", C14: ") == true)
    #expect(throws: XlsxWriteError.self) { try sheet.write(formula: "1/0", number: number, at: cell("C14")) }
  }

  @Test func formulasCarryTheirValue() throws {
    let parts = try parts {
      try $0.write(formula: "=SUM(A1:A3)", number: 6.5, at: cell("A4"))
      try $0.write(formula: "A1&\"<\"", text: "x\u{1}<", at: cell("A5"))
      try $0.write(formula: "=IF(A1=0,\"\",A1)", text: "", at: cell("A6"))
      try $0.write(boolean: true, at: cell("A7"))
    }
    #expect(parts.sheet().contains("<c r=\"A4\"><f>SUM(A1:A3)</f><v>6.5</v></c>"))
    #expect(parts.sheet().contains("<c r=\"A5\" t=\"str\"><f>A1&amp;\"&lt;\"</f><v>x_x0001_&lt;</v></c>"))
    #expect(parts.sheet().contains("<c r=\"A6\" t=\"str\"><f>IF(A1=0,\"\",A1)</f><v></v></c>"))
    #expect(parts.sheet().contains("<c r=\"A7\" t=\"b\"><v>1</v></c>"))
  }

  @Test(arguments: ["", "=", "A1&\"\u{1}\"", "=1+" + String(repeating: "1", count: 8200)])
  func impossibleFormulasAreRefused(_ formula: String) throws {
    #expect(throws: XlsxWriteError.self) { try parts { try $0.write(formula: formula, number: 0, at: cell("A1")) } }
  }

  @Test(arguments: [(0, 1), (1, 0), (1_048_577, 1), (1, 16_385), (-1, -1)])
  func cellsOutsideTheSheetAreRefused(_ row: Int, _ column: Int) throws {
    let place = CellReference(row: row, column: column)
    let error = #expect(throws: XlsxWriteError.self) { try parts { try $0.write(number: 1, at: place) } }
    #expect(error?.code == .outOfBounds)
  }

  @Test func theLastWrittenValueStays() throws {
    let parts = try parts {
      try $0.write(number: 1, at: cell("A1"))
      try $0.write(number: 2, at: cell("A1"))
    }
    #expect(parts.sheet().contains("<row r=\"1\" spans=\"1:1\"><c r=\"A1\"><v>2</v></c></row>"))
  }

  @Test func mergedCellsAllGetTheFormat() throws {
    let parts = try parts {
      try $0.merge(range("A1:B2"), text: "表一", format: CellFormat(border: .thin))
      try $0.merge(range("C1:D1"), number: 3, format: CellFormat(border: .thin))
      try $0.merge(range("E1:F1"), text: nil, format: CellFormat(border: .thin))
      try $0.merge(range("G1"), text: "x", format: CellFormat(border: .thin))
    }
    let sheet = parts.sheet()
    #expect(
      sheet.contains("<c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"/><c r=\"C1\" s=\"1\"><v>3</v></c>"))
    #expect(sheet.contains("<c r=\"A2\" s=\"1\"/><c r=\"B2\" s=\"1\"/>"))
    #expect(sheet.contains("<mergeCells count=\"3\">"))
  }

  @Test func overlappingMergesAreRefused() throws {
    let error = #expect(throws: XlsxWriteError.self) {
      try parts {
        try $0.merge(range("A1:C3"), text: "a", format: CellFormat())
        try $0.merge(range("D1:E1"), text: "b", format: CellFormat())
        try $0.merge(range("C3:D4"), text: "c", format: CellFormat())
      }
    }
    #expect(error?.code == .overlap)
    #expect(error?.cell == "C3:D4")
  }
}
