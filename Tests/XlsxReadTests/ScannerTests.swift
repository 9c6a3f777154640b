import Testing
@_spi(Comparison) import XlsxRead

/// The scanner must give what libxml2 gives, for canonical XML and for all other.
@Suite struct ScannerTests {
  /// Rows as programs write them, and rows that a scanner must leave to libxml2.
  static let rows: [String] = [
    "<row r=\"1\" spans=\"1:3\" ht=\"15\" customHeight=\"1\" x14ac:dyDescent=\"0.25\"><c r=\"A1\" s=\"1\"><v>1.5</v></c></row>",
    "<row r=\"1\" hidden=\"1\" ht=\"0\"/><row/><row r=\"9\"></row><row><c/></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row>",
    "<row><c t=\"str\"><f>\"a\"&amp;B1&gt;1</f><v>a&lt;&#20013;&#x4E2D;&quot;&apos;</v></c><c t=\"b\"><v>1</v></c></row>",
    "<row><c t=\"e\"><v>#N/A</v></c><c t=\"d\"><v>2026-01-31</v></c><c t=\"n\"><v>-1.5E-7</v></c><c s=\"1\"><v>45292.5</v></c></row>",
    "<row><c t=\"inlineStr\"><is><t xml:space=\"preserve\"> \u{3000}甲 _x000D_ </t></is></c><c t=\"inlineStr\"><is><t></t></is></c></row>",
    """
    <row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1+$C$1</f><v>3</v></c></row>
    <row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c><c r="B2"><f t="array" ref="B2:B3">SUM(C1)</f><v>0</v></c></row>
    """,
    // What only libxml2 takes, between rows that a scanner takes.
    "<row><c><v>1</v></c></row><!-- <row> --><row><c><v>2</v></c></row>",
    "<row><c><v>1</v></c><!-- c --><c><v>2</v></c></row><row><c><v>3</v></c></row>",
    "<row><c><v>1</v></c><c><v><![CDATA[2]]></v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>",
    "<row><c><v>1</v></c><c t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is></c><c><v>2</v></c></row><row/>",
    "<row><c><v>1</v></c><c r='C1'><v>2</v></c></row><row><c><v>3</v></c></row>",
    "<row><c><v>1</v></c><x:c xmlns:x='urn:x'><x:v>9</x:v></x:c><c><v>2</v></c></row><row/>",
    "<row xmlns='urn:x'><c><v>1</v></c></row><row><c><v>2</v></c></row>",
    "<row><c><v>1</v></c></row>text<row><c><v>2</v></c></row>",
    "<row><c><v> 1 </v></c><c><v/></c><c><v></v></c><c t=\"s\"><v/></c><c t=\"str\"><v></v></c></row><row/>",
    "<row><c><v>1</v></c>\r\n\t<c>\n<v>2</v>\n</c> </row >\n<row><c ><v >3</v ></c ></row>",
    "<row><c><v>abc</v></c><c><v>1e</v></c><c><v>.</v></c><c><v>+1</v></c><c><v>1.</v></c><c><v>.5</v></c></row>",
    "<row><c r=\"a1\"><v>1</v></c><c r=\"$B$1\"><v>2</v></c><c r=\"C01\"><v>3</v></c><c r=\"B7\"><v>4</v></c></row>",
    "<row r=\"5\"><c><v>1</v></c></row><row r=\"2\"><c><v>2</v></c></row>",
    "<row><c t=\"str\"><v>\u{FFFD}\u{10FFFF}\u{E000} ]] ] > a]]b</v></c><c><v>2</v></c></row>",
    "<row><c><f>A1</f></c><c><f/><v>1</v></c><c><v>1</v><f>B2</f></c><c><is><t>x</t></is></c></row>",
    "<row><c><f t=\"dataTable\" ref=\"A1:B2\" dt2D=\"1\" dtr=\"1\" r1=\"C1\" r2=\"D1\"/><v>1</v></c></row><row/>",
    "<row><c><v>1</v><extLst><ext/></extLst></c><c><v>2</v></c></row>",
    // What is refused.
    "<row><c><v>1</v></c><c t=\"s\"><v>9</v></c></row>",
    "<row><c><v>1</v></c></row><row r=\"0\"/>",
    "<row><c><v>1</v></c></row>\n\n<row r=\"1048577\"/>",
    "<row><c r=\"XFE1\"/></row>",
    "<row><c r=\"A1\" r=\"B1\"/></row>",
    "<row><c><v>1</v></c></row>\n<row r=\"1\" r=\"2\"/>",
    "<row><c><v>1</v></c>\n<c t=\"str\"><v>]]></v></c></row>",
    "<row><c><v>1</v></c>\n<c t=\"str\"><v>&unknown;</v></c></row>",
    "<row><c><v>1</v></c>\n<c t=\"str\"><v>&#0;</v></c></row>",
    "<row><c><v>1</v></c>\n<c t=\"str\"><v>\u{1}</v></c></row>",
    "<row><c><v>1</v></c>\n<c><v>2</v></row>",
    "<row><c><v>1</v></c></row>\n</row>",
  ]

  static let strings = [
    "<t>甲</t>", "<r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r>", "<t xml:space=\"preserve\"> _x0041_ </t>",
  ]

  @Test(arguments: rows.indices) func rowsReadAlike(_ index: Int) {
    let builder = WorkbookBuilder(rows: Self.rows[index], strings: Self.strings, formats: ["yyyy-m-d"], styleIDs: [0])
    let scanned = WorkbookTrace.lines(of: builder.bytes, scans: true)
    let parsed = WorkbookTrace.lines(of: builder.bytes, scans: false)
    #expect(scanned == parsed)
    #expect(scanned.count > 2)
  }

  /// Every byte changed in turn: whatever comes of it, both ways agree.
  @Test(arguments: [3, 6, 11]) func changedBytesReadAlike(_ index: Int) {
    let builder = WorkbookBuilder(rows: Self.rows[index], strings: Self.strings, formats: ["yyyy-m-d"], styleIDs: [0])
    for part in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"] {
      guard let position = builder.parts.firstIndex(where: { $0.name == part }) else { continue }
      for place in builder.parts[position].bytes.indices {
        for byte in Array("<>&\"/ 0".utf8) + [0x80] {
          var changed = builder
          changed.parts[position].bytes[place] = byte
          let bytes = changed.bytes
          let scanned = WorkbookTrace.lines(of: bytes, scans: true)
          #expect(
            scanned == WorkbookTrace.lines(of: bytes, scans: false), "\(part), byte \(place) made \(byte)")
        }
      }
    }
  }

  @Test func stringsReadAlike() {
    let items = [
      "<t>a</t>", "<t/>", "", "<t></t>", "<t>\u{1F600}&amp;</t><phoneticPr fontId=\"1\"/>", "<!-- --><t>b</t>",
      "<r><t>c</t></r>", "<t>d</t><rPh sb=\"0\" eb=\"1\"><t>e</t></rPh>", "<t><![CDATA[f]]></t>", "<t>g\r\nh</t>",
      "<t>i</t>",
    ]
    let cells = items.indices.map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
    let builder = WorkbookBuilder(rows: "<row>\(cells)</row>", strings: items)
    let scanned = WorkbookTrace.lines(of: builder.bytes, scans: true)
    #expect(scanned == WorkbookTrace.lines(of: builder.bytes, scans: false))
    #expect(scanned.contains { $0.contains("\"i\"") })
  }

  /// Tokens of many lengths, so that pieces end inside of every kind of token.
  @Test func tokensAcrossPieces() {
    var rows = ""
    for number in 1...4000 {
      let text = String(repeating: "甲&amp;<", count: 0) + String(repeating: "字", count: number % 37)
      rows += """
        <row r="\(number)" spans="1:4"><c r="A\(number)"><v>\(number).\(number % 7)</v></c>\
        <c r="B\(number)" t="str"><f>A\(number)&amp;"\(text)"</f><v>\(number)&lt;\(text)</v></c>\
        <c r="C\(number)" t="inlineStr"><is><t>\(text)</t></is></c></row>
        """
      if number % 500 == 0 { rows += "<!-- -->" }
    }
    let builder = WorkbookBuilder(rows: rows)
    let scanned = WorkbookTrace.lines(of: builder.bytes, scans: true)
    #expect(scanned == WorkbookTrace.lines(of: builder.bytes, scans: false))
    #expect(scanned.count > 16_000)
  }

  @Test func otherEncodingsAreLeftToTheParser() throws {
    let builder = WorkbookBuilder(rows: Self.rows[3])
    for encoding in ["UTF-8", "utf-8", "US-ASCII", "ISO-8859-1"] {
      var declared = builder
      declared.edit("xl/worksheets/sheet1.xml") { "<?xml version=\"1.0\" encoding=\"\(encoding)\"?>" + $0 }
      let scanned = WorkbookTrace.lines(of: declared.bytes, scans: true)
      #expect(scanned == WorkbookTrace.lines(of: declared.bytes, scans: false), "\(encoding)")
    }
  }

  /// The line of an error counts the lines that libxml2 has not seen.
  @Test func errorsKeepTheirLine() throws {
    let good = String(repeating: "<row><c><v>1</v></c></row>\n", count: 100)
    let builder = WorkbookBuilder(rows: good + "<row><c><v>1</v></x></row>")
    let error = try #require(failure { try builder.cells() })
    #expect(error.code == .invalidXML)
    #expect(error.line == 101)
  }

  @Test func limitsHoldInBothWays() {
    var limits = ReadLimits.default
    limits.cellTextBytes = 4
    limits.formulaBytes = 4
    limits.cellsPerSheet = 6
    let texts = ["<row><c t='str'><v>abcde</v></c></row>", "<row><c t=\"str\"><v>abcde</v></c></row>"]
    for rows in texts + [
      "<row><c><f>A1+B2</f><v>1</v></c></row>", "<row>" + String(repeating: "<c/>", count: 7) + "</row>",
    ] {
      let bytes = WorkbookBuilder(rows: rows).bytes
      let scanned = WorkbookTrace.lines(of: bytes, limits: limits, scans: true)
      #expect(scanned == WorkbookTrace.lines(of: bytes, limits: limits, scans: false))
      #expect(scanned.contains { $0.contains("more than") })
    }
  }
}
