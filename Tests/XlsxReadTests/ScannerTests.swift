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
      let text = String(repeating: "甲&amp;x", count: number % 11) + String(repeating: "字", count: number % 37)
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
    limits.rowBytes = 40
    limits.xmlAttributeBytes = 1 << 18
    let wide = (0..<5).map { _ in "<c><v>1234</v></c><c t=\"str\"><v>abcd</v></c>" }.joined()
    let numbers = ["<row><c><v>12345</v></c></row>", "<row>\(String(repeating: "<c><v>1234</v></c>", count: 6))</row>"]
    limits.cellsPerSheet = 20
    let index = "<row><c s=\"0000000000000000001\"><v>1</v></c><c t=\"s\"><v>0000000000000000001</v></c></row>"
    for rows in texts + numbers + ["<row>\(wide)\(wide)</row>", index] {
      let bytes = WorkbookBuilder(rows: rows, strings: Self.strings, styleIDs: [0, 14]).bytes
      #expect(
        WorkbookTrace.lines(of: bytes, limits: limits, scans: true)
          == WorkbookTrace.lines(of: bytes, limits: limits, scans: false))
    }
    limits.rowBytes = 1 << 20
    limits.cellsPerSheet = 6
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

extension ScannerTests {
  /// What the bounds hold for texts they hold for numbers, however few bytes the file takes.
  @Test(arguments: ["'", "\""]) func longNumbersAreBounded(_ quote: String) {
    var limits = ReadLimits.default
    limits.cellTextBytes = 100
    let long = String(repeating: "1", count: 101)
    let text = failure {
      try WorkbookBuilder(rows: "<row r=\(quote)1\(quote)><c><v>\(long)</v></c></row>").cells(limits: limits)
    }
    #expect(text?.message.contains("text of more than 100 bytes") == true)
    limits = .default
    limits.rowBytes = 1000
    let cells = String(repeating: "<c r=\(quote)A1\(quote)><v>1234567890</v></c>", count: 101)
    let row = failure { try WorkbookBuilder(rows: "<row>\(cells)</row>").cells(limits: limits) }
    #expect(row?.message.contains("row holds more than 1000 bytes") == true)
  }

  /// Cells that sit on one place fill a row as others do, also where no cell is kept.
  @Test(arguments: ["'", "\""]) func cellsThatSitOnOnePlace(_ quote: String) throws {
    let cells = String(repeating: "<c r=\(quote)A1\(quote)/>", count: 16_400)
    let sheet = try WorkbookBuilder(rows: "<row r=\(quote)1\(quote)>\(cells)</row>").open().worksheets[0]
    #expect(failure { try sheet.rows }?.message.contains("16384 columns") == true)
    #expect(failure { try sheet.layout() }?.message.contains("16384 columns") == true)
  }

  /// The line that an error names is that of the fault, whichever way the rows before it were read.
  @Test func messagesNameNoLineOfOurs() throws {
    let rows = "<row><c><v>1</v></c></row>\n<row><c><v>1</v></c><!-- -->\n\n</sheetData>"
    let builder = WorkbookBuilder(rows: rows)
    let scanned = failure { try builder.cells() }
    let parsed = failure {
      let book = try Workbook(bytes: builder.bytes, name: "test.xlsx", scans: false)
      return try book.worksheets[0].allRows()
    }
    #expect(scanned == parsed)
    #expect(scanned?.line == 4)
    #expect(scanned?.message.contains("line") == false)
  }
}
