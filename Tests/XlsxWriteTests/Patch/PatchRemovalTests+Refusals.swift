import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

/// What is not removed, and why.
extension PatchRemovalTests {
  @Test func aSheetThatIsNotThereIsRefused() throws {
    let patch = try Self.book().open()
    let error = #expect(throws: XlsxWriteError.self) { try patch.removeSheet(named: "E") }
    #expect(error?.code == .noSuchWorksheet)
    #expect(error?.sheet == "E")
  }

  @Test func theLastSheetThatShowsIsRefused() throws {
    #expect(PatchBook().refusal { try $0.removeSheet(named: "S") }?.code == .noVisibleWorksheet)
    var old = Self.book()
    for number in [1, 2, 4] {
      old.replace(Self.workbook, "sheetId=\"\(number)\"", "sheetId=\"\(number)\" state=\"hidden\"")
    }
    #expect(old.refusal { try $0.removeSheet(named: "C") }?.code == .noVisibleWorksheet)
    // Until another one shows.
    _ = try old.patched {
      try $0.removeSheet(named: "C")
      try $0.setVisibility(.visible, ofSheetNamed: "D")
    }
  }

  static let formulas = [
    "C!A1", "'c'!$A$1", "SUM(A1,C!A:A)", "IF(A1=\"C!A1\",C!A1,0)", "SUM(B:D!A1)", "SUM('B:D'!A1)", "SUM(C:D!A1)",
    "SUM('B:C'!A1)", "C!x", "C!#REF!", "D!A1+A!A1:C!B2",
  ]

  @Test(arguments: formulas.indices) func aFormulaThatRefersToItIsRefused(_ index: Int) throws {
    let old = Self.book(
      PatchRenameTests.cell(Self.formulas[index]).replacing("A1\"><f>", with: "A1\"/><c r=\"B1\"><f>"))
    let error = old.refusal { try $0.removeSheet(named: "C") }
    #expect(error?.code == .refused)
    #expect(error?.sheet == "A")
    #expect(error?.cell == "B1")
    #expect(error?.message.contains("the sheet \"C\"") == true)
    // It may be changed first, or with it, or another sheet comes in its place.
    let changed = try old.patched {
      try $0.removeSheet(named: "C")
      try $0.worksheet(named: "A").set(.number("5"), at: cell("B1"))
    }
    #expect(changed.removed.contains("xl/worksheets/sheet3.xml"))
    let replaced = try old.patched {
      try $0.removeSheet(named: "C")
      try $0.addWorksheet(named: "c", at: 2) { try $0.write(number: 7, at: cell("A1")) }
    }
    #expect(replaced.sheet(1) == old.text(PatchBook.sheet1))
    // But not one that has been there under another name.
    let renamed = old.refusal {
      try $0.removeSheet(named: "C")
      try $0.addWorksheet(named: "N") { _ in }
      try $0.renameSheet(named: "D", to: "C")
    }
    #expect(renamed?.code == .refused)
  }

  @Test(arguments: [
    "A1+B2", "[1]C!A1", "'[1]C'!A1", "\"C!A1\"", "INDIRECT(\"C!A1\")", "CC!A1", "'C '!A1", "C", "C(1)", "SUM(A:B!A1)",
    "SUM('A:B'!A1)", "SUM([1]B:D!A1)", "SUM(C1:C5)", "D!C1", "表1(2)", "\"表1\"", "'表1'!A1", "[1]!表1", "A!表1",
  ]) func whatOnlyLooksLikeAReferenceIsNone(_ formula: String) throws {
    let old = Self.book(PatchRenameTests.cell(formula))
    let book = try old.patched { try $0.removeSheet(named: "C") }
    #expect(book.sheet(1) == old.text(PatchBook.sheet1))
  }

  @Test func theReferenceIsFoundInAnySheetAndForm() throws {
    // Behind a cell that is changed, in a group of cells whose first one loses its formula, in a section.
    let rows = [
      "<row r=\"1\"><c r=\"A1\"/><c r=\"B2\"/></row><row r=\"3\"><c><f><![CDATA[C!A1]]></f></c></row>",
      """
      <row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">C!B1</f></c></row><row r="2"><c r="A2"><f t="shared" si="0"/></c>\
      </row>
      """, "<row r=\"1\"><c r=\"B1\"><f t=\"array\" ref=\"B1\">SUM(C!A1:A2)</f></c></row>",
    ]
    for (index, row) in rows.enumerated() {
      for isStrict in [false, true] {
        let old = isStrict ? Self.book(row).prefixed(PatchBook.sheet1).strict : Self.book(row)
        let error = old.refusal {
          try $0.removeSheet(named: "C")
          try $0.worksheet(named: "A").set(.number("1"), at: cell("A1"))
        }
        #expect(error?.code == .refused)
        if index == 1 { #expect(error?.cell == "A2") }
      }
    }
  }

  static let parts = [
    """
    <conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>C!A1&gt;1</formula></cfRule>\
    </conditionalFormatting>
    """,
    """
    <dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>C!$A$1:$A$3</formula1></dataValidation>\
    </dataValidations>
    """,
    """
    <extLst><ext uri="u"><x14:sparklineGroups xmlns:x14="x" xmlns:xm="m"><xm:f>C!A1:A9</xm:f></x14:sparklineGroups></ext>\
    </extLst>
    """,
    "<hyperlinks><hyperlink ref=\"A1\" location=\"'C'!A1\"/></hyperlinks>",
    "<dataConsolidate><dataRefs count=\"1\"><dataRef ref=\"A1:B2\" sheet=\"C\"/></dataRefs></dataConsolidate>",
  ]

  @Test(arguments: parts) func otherPartsOfASheetThatReferToItAreRefused(_ part: String) throws {
    let error = Self.book(after: part).refusal { try $0.removeSheet(named: "C") }
    #expect(error?.code == .refused)
    #expect(error?.sheet == "A")
    let other = try Self.book(after: part.replacing("C", with: "D")).patched { try $0.removeSheet(named: "C") }
    #expect(other.removed.count == 1)
  }

  @Test func aLinkIsTakenAwayFirstOrLeadsToTheNewSheet() throws {
    let link = "<hyperlinks><hyperlink ref=\"B1\" location=\"C!A1\" display=\"x\"/></hyperlinks>"
    let taken = try Self.book(after: link).patched {
      try $0.removeSheet(named: "C")
      try $0.worksheet(named: "A").removeLink(at: cell("B1"))
    }
    #expect(taken.sheet(1) == PatchBook.sheet(Self.number(1)))
    let led = try Self.book(after: link).patched {
      try $0.removeSheet(named: "C")
      try $0.addWorksheet(named: "C") { _ in }
    }
    #expect(led.sheet(1) == PatchBook.sheet(Self.number(1), after: link))
    let set = Self.book().refusal {
      try $0.worksheet(named: "A").addLink(at: cell("B1"), toSheet: "C")
      try $0.removeSheet(named: "C")
    }
    #expect(set?.code == .noSuchWorksheet)
  }

  @Test func aNameThatRefersToItIsRefused() throws {
    let names = [
      "<definedName name=\"n\">C!$A$1</definedName>",
      "<definedName name=\"n\" localSheetId=\"0\">SUM(C!$A$1)</definedName>",
    ]
    for name in names {
      let error = Self.book(behindSheets: "<definedNames>\(name)</definedNames>").refusal {
        try $0.removeSheet(named: "C")
      }
      #expect(error?.code == .refused)
      #expect(error?.message.contains("the name \"n\"") == true)
    }
  }

  @Test(arguments: [
    ("xl/charts/chart1.xml", "drawingml.chart+xml", "<c><c:f>C!$A$1</c:f></c>"),
    ("xl/charts/chart1.xml", "drawingml.chart+xml", "<c><pivotSource><name>[b.xlsx]C!P1</name></pivotSource></c>"),
    ("xl/drawings/drawing1.xml", "drawing+xml", "<xdr:sp xmlns:xdr=\"x\" textlink=\"C!$A$1\"/>"),
    (
      "xl/pivotCache/pivotCacheDefinition1.xml", "x.pivotCacheDefinition+xml",
      "<p><worksheetSource ref=\"A1\" sheet=\"c\"/></p>"
    ),
    ("xl/tables/table1.xml", "x.table+xml", "<t><calculatedColumnFormula>C!A1</calculatedColumnFormula></t>"),
    ("xl/drawings/vmlDrawing1.vml", "vmlDrawing", "<xml><br><x:FmlaRange>C!A1</x:FmlaRange></xml>"),
    (
      "xl/slicerCaches/slicerCache1.xml", "x.slicerCache+xml",
      "<s><pivotTables><pivotTable tabId=\"3\" name=\"P\"/></pivotTables></s>"
    ),
    ("xl/drawings/_rels/drawing9.xml.rels", "", "<r><Relationship Target=\"#C!A1\"/></r>"),
  ]) func otherPartsThatReferToItAreRefused(_ part: String, _ type: String, _ text: String) throws {
    var old = Self.book()
    if type.isEmpty { old.set(part, text) } else { old.add(part, text, type: "application/vnd." + type) }
    let error = old.refusal { try $0.removeSheet(named: "C") }
    #expect(error?.code == .refused)
    #expect(error?.part == part)
    #expect(try old.patched { try $0.removeSheet(named: "D") }.removed == ["xl/worksheets/sheet4.xml"])
  }

  @Test(arguments: ["SUM(表1[a])", "表1", "ROWS(tabelle)+1", "A1:表1[[#Headers],[a]]"])
  func aFormulaThatRefersToItsTableIsRefused(_ formula: String) throws {
    var old = Self.furnished()
    old.set(PatchBook.sheet1, PatchBook.sheet(PatchRenameTests.cell(formula)))
    let error = old.refusal { try $0.removeSheet(named: "B") }
    #expect(error?.code == .refused)
    #expect(error?.cell == "A1")
    // A sheet in its place would not have the table.
    let replaced = old.refusal {
      try $0.removeSheet(named: "B")
      try $0.addWorksheet(named: "B") { _ in }
    }
    #expect(replaced?.code == .refused)
  }

  @Test func whatElseKnowsItsTableIsRefused() throws {
    for (part, text) in [
      ("xl/pivotCache/pivotCacheDefinition1.xml", "<p><worksheetSource name=\"表1\"/></p>"),
      ("xl/slicerCaches/slicerCache1.xml", "<s><x15:tableSlicerCache xmlns:x15=\"x\" tableId=\"7\" column=\"1\"/></s>"),
    ] {
      var old = Self.furnished()
      old.add(part, text, type: "application/vnd." + part.split(separator: "/")[1])
      #expect(old.refusal { try $0.removeSheet(named: "B") }?.part == part)
    }
    var old = Self.furnished()
    old.relate(
      "xl/worksheets/sheet2.xml", "rId9", "http://schemas.microsoft.com/office/2007/relationships/slicer", "x.xml")
    let error = old.refusal { try $0.removeSheet(named: "B") }
    #expect(error?.code == .refused)
    #expect(error?.sheet == "B")
  }

  @Test func newFormulasThatReferToItAreRefused() throws {
    let cases: [(WorkbookPatch) throws -> Void] = [
      { try $0.worksheet(named: "A").set(.formula("SUM(B:C!A1)", .unknown), at: cell("B2")) },
      { try $0.addWorksheet(named: "N") { try $0.write(formula: "C!A1", number: 1, at: cell("B2")) } },
    ]
    for (index, change) in cases.enumerated() {
      for isFirst in [true, false] {
        let error = Self.book().refusal {
          if isFirst { try change($0) }
          try $0.removeSheet(named: "C")
          if !isFirst { try change($0) }
        }
        #expect(error?.code == .refused)
        #expect(error?.sheet == ["A", "N"][index])
        if index == 0 { #expect(error?.cell == "B2") }
      }
      _ = try Self.book().patched {
        try change($0)
        try $0.removeSheet(named: "C")
        try $0.addWorksheet(named: "C") { _ in }
      }
    }
    // A sheet that is added and removed is no place to refer to either.
    let error = Self.book().refusal {
      try $0.addWorksheet(named: "N") { _ in }
      try $0.worksheet(named: "A").set(.formula("N!A1", .unknown), at: cell("B2"))
      try $0.removeSheet(named: "N")
    }
    #expect(error?.code == .refused)
  }

  @Test func aPartToWhichAnotherLeadsIsRefused() throws {
    var old = Self.book()
    old.set("xl/other.xml", "<o/>")
    old.relate("xl/other.xml", [("rId1", "worksheet", "worksheets/sheet3.xml")])
    let error = old.refusal { try $0.removeSheet(named: "C") }
    #expect(error?.code == .refused)
    #expect(error?.sheet == "C")
  }

  @Test func aLockedOrderOfSheetsIsRefusedWhereItCounts() throws {
    var old = Self.book()
    old.replace(
      Self.workbook, "<bookViews>", "<workbookProtection lockStructure=\"1\" workbookPassword=\"CC1A\"/><bookViews>")
    #expect(try old.patched { try $0.removeSheet(named: "C") }.removed.count == 1)
    let error = old.refusal {
      $0.respectsProtection = true
      try $0.removeSheet(named: "C")
    }
    #expect(error?.code == .refused)
  }

  @Test func relationshipsWithoutEndAreRefused() throws {
    var old = Self.furnished()
    old.set("xl/a.xml", "<a/>")
    old.relate("xl/a.xml", (1...400).map { ("rId\($0)", "image", "media/image1.png") })
    var limits = PatchLimits()
    limits.keptPartBytes = 40_000
    let patch = try old.open(limits: limits)
    try patch.removeSheet(named: "B")
    let error = #expect(throws: XlsxWriteError.self) { try patch.bytes() }
    #expect(error?.code == .cannotRead)
    #expect(error?.message.contains("limit") == true)
  }
}
