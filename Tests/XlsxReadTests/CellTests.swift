import Testing
import XlsxPackage
import XlsxRead

@Suite struct CellTests {
  struct Case {
    var xml: String
    var kind: CellKind
    var text: String
  }

  // ECMA-376 18.18.11 (ST_CellType) and 18.3.1.4.
  static let cases: [Case] = [
    Case(xml: "<c r='A1'/>", kind: .blank, text: ""),
    Case(xml: "<c r='A1' s='3'/>", kind: .blank, text: ""),
    Case(xml: "<c r='A1'><v>1234.50</v></c>", kind: .number, text: "1234.50"),
    Case(xml: "<c r='A1' t='n'><v>1.0E-2</v></c>", kind: .number, text: "1.0E-2"),
    Case(xml: "<c r='A1'><v>0.10000000000000001</v></c>", kind: .number, text: "0.10000000000000001"),
    Case(xml: "<c r='A1' t='b'><v>1</v></c>", kind: .boolean, text: "1"),
    Case(xml: "<c r='A1' t='e'><v>#N/A</v></c>", kind: .error, text: "#N/A"),
    Case(xml: "<c r='A1' t='s'><v>0</v></c>", kind: .text, text: "部门"),
    Case(xml: "<c r='A1' t='s'><v>1</v></c>", kind: .text, text: "合计"),
    Case(xml: "<c r='A1' t='str'><f>\"a\"</f><v>a</v></c>", kind: .text, text: "a"),
    Case(xml: "<c r='A1' t='str'><f>\"\"</f><v></v></c>", kind: .text, text: ""),
    Case(xml: "<c r='A1' t='inlineStr'><is><t>甲</t></is></c>", kind: .text, text: "甲"),
    Case(
      xml: "<c r='A1' t='inlineStr'><is><r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r></is></c>", kind: .text, text: "甲乙"
    ),
    Case(xml: "<c r='A1' t='d'><v>2026-01-31</v></c>", kind: .date, text: "2026-01-31"),
    Case(xml: "<c r='A1' t='str'><v>a_x000D_b_x005F_x0041_</v></c>", kind: .text, text: "a\rb_x0041_"),
    Case(xml: "<c r='A1' t='str'><v>_xD83D__xDE00_</v></c>", kind: .text, text: "😀"),
    Case(xml: "<c r='A1' t='str'><v xml:space='preserve'>\u{3000}前 </v></c>", kind: .text, text: "\u{3000}前 "),
    Case(xml: "<c r='A1' t='str'><v>A &amp; <![CDATA[<B>]]>&#x4E2D;</v></c>", kind: .text, text: "A & <B>中"),
    Case(xml: "<c r='A1'><v>abc</v></c>", kind: .text, text: "abc"),
    Case(xml: "<c r='A1'><v> </v></c>", kind: .blank, text: ""),
  ]

  static let strings = [
    "<t>部门</t>",
    "<r><t>合</t></r><r><rPr><b/></rPr><t>计</t></r><rPh sb='0' eb='1'><t>ゴウケイ</t></rPh><phoneticPr fontId='1'/>",
  ]

  @Test(arguments: cases.indices) func kindsAndTexts(_ index: Int) throws {
    let expected = Self.cases[index]
    let cells = try WorkbookBuilder(rows: "<row r='1'>\(expected.xml)</row>", strings: Self.strings).cells()
    let cell = try #require(cells.first)
    #expect(cells.count == 1)
    #expect(cell.kind == expected.kind)
    #expect(expected.kind == .blank || cell.rawText == expected.text)
  }

  @Test func typedValues() throws {
    let cells = try WorkbookBuilder(
      rows: """
        <row><c><v>.5</v></c><c><v>-1E3</v></c><c t='b'><v>0</v></c><c t='b'><v>true</v></c><c><v>5.</v></c></row>
        """
    ).cells()
    #expect(cells.map(\.number) == [0.5, -1000, nil, nil, 5])
    #expect(cells.map(\.boolean) == [nil, nil, false, true, nil])
    #expect(cells.map(\.text) == [nil, nil, nil, nil, nil])
  }

  @Test func missingReferencesContinueFromThePreviousCell() throws {
    let cells = try WorkbookBuilder(
      rows: """
        <row><c><v>1</v></c><c><v>2</v></c></row><row r='4'><c r='C4'><v>3</v></c><c><v>4</v></c></row>\
        <row><c><v>5</v></c></row>
        """
    ).cells()
    #expect(cells.map { "\($0.reference)" } == ["A1", "B1", "C4", "D4", "A5"])
  }

  @Test func rowsAnswerByColumn() throws {
    let workbook = try WorkbookBuilder(
      rows: """
        <row r='2' hidden='1' ht='0' customHeight='1'><c r='B2'><v>1</v></c><c r='C2'><v>2</v></c><c r='F2'><v>3</v></c></row>
        """
    ).open()
    let row = try #require(try workbook.worksheets[0].allRows().first)
    #expect(row.number == 2)
    #expect(row.isHidden && row.isZeroHeight)
    #expect(row["B"]?.rawText == "1")
    #expect(row["C"]?.rawText == "2")
    #expect(row["F"]?.rawText == "3")
    #expect(row["D"] == nil)
    #expect(row["ZZZZ"] == nil)
    #expect(row[6]?.rawText == "3")
    #expect(row[0] == nil)
    #expect(row.map(\.rawText) == ["1", "2", "3"])
  }

  @Test func rowsOutliveTheReader() throws {
    let rows = (1...5000).map { "<row r='\($0)'><c r='A\($0)' t='str'><v>行\($0)</v></c></row>" }.joined()
    let all = try WorkbookBuilder(rows: rows).open().worksheets[0].allRows()
    #expect(all.count == 5000)
    for (index, row) in all.enumerated() {
      #expect(row["A"]?.rawText == "行\(index + 1)")
    }
  }

  @Test func aRowLargerThanAPieceStaysWhole() throws {
    let letters = (1...3000).map { CellReference.columnName($0) }
    let row = letters.map {
      "<c r='\($0)2' t='str'><f>LEN(\"\($0)\")</f><v>\($0) and forty characters of padding text</v></c>"
    }
    let rows = "<row r='1'><c r='A1'><f>1+1</f><v>2</v></c></row><row r='2'>\(row.joined())</row>"
    let cells = try WorkbookBuilder(rows: rows).cells()
    #expect(cells.count == 3001)
    #expect(cells.dropFirst().map(\.rawText) == letters.map { "\($0) and forty characters of padding text" })
    #expect(cells.dropFirst().map(\.formula) == letters.map { "LEN(\"\($0)\")" })
  }
}
