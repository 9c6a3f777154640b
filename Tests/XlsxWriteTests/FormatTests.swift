import Testing
import XlsxPackage
import XlsxWrite

@Suite struct FormatTests {
  @Test func equalFormatsAreWrittenOnce() throws {
    let parts = try parts {
      for row in 1...5 {
        try $0.write(number: 1, at: CellReference(row: row, column: 1), format: CellFormat(numberFormat: "#,##0.00"))
        try $0.write(number: 1, at: CellReference(row: row, column: 2), format: CellFormat(isLocked: false))
      }
    }
    #expect(parts["xl/styles.xml"].contains("<cellXfs count=\"3\">"))
    #expect(parts["xl/styles.xml"].contains("formatCode=\"#,##0.00\""))
    #expect(parts["xl/styles.xml"].contains("<protection locked=\"0\"/>"))
  }

  @Test func theDefaultFontIsTheFirst() throws {
    let parts = try parts(defaultFont: CellFont(name: "仿宋", size: 12)) {
      try $0.write(text: "a", at: cell("A1"))
      try $0.write(text: "a", at: cell("A2"), format: CellFormat(font: CellFont(name: "Calibri", size: 11)))
    }
    let styles = parts["xl/styles.xml"]
    #expect(
      styles.contains(
        "<fonts count=\"2\"><font><sz val=\"12\"/><color theme=\"1\"/><name val=\"仿宋\"/><family val=\"2\"/></font>"
      ), "\(styles)")
    #expect(parts.sheet().contains("<c r=\"A2\" s=\"1\" t=\"s\">"))
    #expect(styles.contains("<xf numFmtId=\"0\" fontId=\"1\""))
  }

  @Test func everyPartOfAFormatIsWritten() throws {
    let format = CellFormat(
      font: CellFont(name: "黑体", size: 16, isBold: true, isItalic: true, color: .black), fill: Color(0xFFF2CC),
      border: CellBorder(left: .thin, right: .medium, top: .none, bottom: .double, color: .gray),
      horizontal: .center, vertical: .center, wrapsText: true, indent: 0, numberFormat: "@", hidesFormula: true)
    let styles = try parts { try $0.write(text: "x", at: cell("A1"), format: format) }["xl/styles.xml"]
    #expect(styles.contains("<b/><i/><sz val=\"16\"/><color rgb=\"FF000000\"/><name val=\"黑体\"/>"))
    #expect(styles.contains("<patternFill patternType=\"solid\"><fgColor rgb=\"FFFFF2CC\"/>"))
    #expect(styles.contains("<left style=\"thin\"><color rgb=\"FF808080\"/></left>"))
    #expect(styles.contains("<right style=\"medium\"><color rgb=\"FF808080\"/></right>"))
    #expect(styles.contains("<top/><bottom style=\"double\">"))
    #expect(styles.contains("<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/>"), "\(styles)")
    #expect(styles.contains("<protection hidden=\"1\"/>"))
  }

  @Test(arguments: [
    CellFormat(font: CellFont(size: 0)), CellFormat(font: CellFont(size: .nan)), CellFormat(font: CellFont(name: "")),
    CellFormat(font: CellFont(name: String(repeating: "字", count: 32))), CellFormat(indent: 251),
    CellFormat(numberFormat: String(repeating: "0", count: 128)), CellFormat(numberFormat: "\u{1}"),
  ])
  func impossibleFormatsAreRefused(_ format: CellFormat) throws {
    let error = #expect(throws: XlsxWriteError.self) {
      try parts { try $0.write(number: 1, at: cell("A1"), format: format) }
    }
    #expect(error?.code == .badFormat)
  }
}
