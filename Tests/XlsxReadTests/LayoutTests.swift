import Testing
import XlsxPackage
import XlsxRead

/// What a worksheet says beside its cells, by both ways to it. Defaults are those of ECMA-376 part 1, 18.3.1.
@Suite struct LayoutTests {
  /// The layout of the first sheet, which must be the same after its rows and without them.
  func layout(_ builder: WorkbookBuilder) throws -> SheetLayout {
    let sheet = try builder.open().worksheets[0]
    let rows = try sheet.rowReader()
    while try rows.next() != nil {}
    let layout = try sheet.layout()
    #expect(try rows.layout == layout)
    #expect(rows.merges == layout.merges)
    #expect(rows.columns == layout.columns)
    return layout
  }

  @Test func sheetThatSaysNothing() throws {
    #expect(try layout(WorkbookBuilder()) == layout(WorkbookBuilder(after: "<mergeCells/>", before: "<sheetPr/>")))
    let layout = try layout(WorkbookBuilder())
    #expect(layout.usedRange == nil && layout.declaredRange == nil && layout.view == nil && layout.protection == nil)
    #expect(layout.hyperlink(at: CellReference(row: 1, column: 1)) == nil)
  }

  @Test func sizes() throws {
    let layout = try layout(
      WorkbookBuilder(
        before: """
          <sheetFormatPr baseColWidth="10" defaultColWidth="12.5" defaultRowHeight="13.5" zeroHeight="1"/>\
          <cols><col min="2" max="3" width="8.5" customWidth="1"/><col min="5" max="20000" hidden="true"/><col max="4"/></cols>
          """))
    #expect(layout.defaultColumnWidth == 12.5)
    #expect(layout.defaultRowHeight == 13.5)
    #expect(layout.hidesRowsByDefault)
    #expect(
      layout.columns == [
        ColumnProperties(first: 2, last: 3, isHidden: false, width: 8.5),
        ColumnProperties(first: 5, last: 16_384, isHidden: true, width: nil),
      ])
  }

  @Test func firstViewAndItsFrozenPanes() throws {
    let layout = try layout(
      WorkbookBuilder(
        before: """
          <sheetPr><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:C9"/><sheetViews>\
          <sheetView showGridLines="0" tabSelected="1" rightToLeft="1" workbookViewId="0">\
          <pane xSplit="2" ySplit="3" topLeftCell="C4" activePane="bottomRight" state="frozen"/>\
          <selection pane="bottomRight"/></sheetView><sheetView workbookViewId="1"/></sheetViews>
          """))
    let view = try #require(layout.view)
    #expect(view.frozenRows == 3 && view.frozenColumns == 2)
    #expect(view.isRightToLeft && !view.showsGridLines && view.isSelected)
    #expect(layout.tabColor == "FFFF0000")
    #expect(layout.declaredRange.map { "\($0)" } == "A1:C9")
  }

  @Test(arguments: ["<pane ySplit='1200' topLeftCell='A5'/>", "<pane ySplit='x' state='frozen'/>", "<pane/>", ""])
  func panesThatAreNotFrozen(_ pane: String) throws {
    let layout = try layout(
      WorkbookBuilder(before: "<sheetViews><sheetView workbookViewId='0'>\(pane)</sheetView></sheetViews>"))
    #expect(layout.view == SheetView())
    #expect(layout.view?.showsGridLines == true)
    #expect(layout.tabColor == nil)
  }

  @Test func paneBeyondTheSheet() throws {
    let layout = try layout(
      WorkbookBuilder(
        before: "<sheetViews><sheetView><pane ySplit='1e300' xSplit='-4' state='frozenSplit'/></sheetView></sheetViews>"
      ))
    #expect(layout.view?.frozenRows == CellReference.maximumRow)
    #expect(layout.view?.frozenColumns == 0)
  }

  @Test func whatIsKnownBeforeTheRows() throws {
    let builder = WorkbookBuilder(
      rows: "<row r='3'><c r='B3'><v>1</v></c></row>", after: "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>",
      before: "<dimension ref='B3'/><cols><col min='1' max='1'/></cols>")
    let rows = try builder.open().worksheets[0].rowReader()
    #expect(try rows.layout.columns.count == 1)
    #expect(try rows.layout.declaredRange.map { "\($0)" } == "B3")
    while try rows.next() != nil {}
    #expect(try rows.layout.merges.map { "\($0)" } == ["A1:B2"])
  }

  @Test(arguments: [
    ("<row r='3'><c r='D3'/></row><row r='9'><c r='B9'/><c/></row>", "B3:D9"), ("<row r='7'/>", ""),
    ("<row><c/><c/></row><row/><row><c/></row>", "A1:B3"), ("<row r='5'><c r='A2'/></row>", "A2"),
    ("<row r='2'><c r='$c$2'><v>1</v><extLst><ext><c r='Z99'/></ext></extLst></c></row>", "C2"),
    ("<y:row xmlns:y='urn:y' r='9'><c r='A9'/></y:row><row r='1'><y:c xmlns:y='urn:y' r='B1'/></row>", ""),
    ("<row r='1048576'><c r='XFD1048576'/></row>", "XFD1048576"),
  ]) func usedRange(_ pair: (rows: String, range: String)) throws {
    let layout = try layout(WorkbookBuilder(rows: pair.rows, before: "<dimension ref='A1:XFD1048576'/>"))
    #expect(layout.usedRange.map { "\($0)" } ?? "" == pair.range)
  }

  @Test(arguments: [
    "<row r='0'/>", "<row r='x'/>", "<row><c r='XFE1'/></row>", "<row><c r='1'/></row>", "<row><c r='XFD1'/><c/></row>",
  ]) func placesOutsideAWorksheet(_ rows: String) {
    let error = failure { try WorkbookBuilder(rows: rows).open().worksheets[0].layout() }
    #expect(error?.code == .invalidContent)
    #expect(error?.sheet == "S")
  }

  @Test func mergesByCell() throws {
    let layout = try layout(
      WorkbookBuilder(
        after: "<mergeCells><mergeCell ref='B2:C5'/><mergeCell ref='A1:F1'/><mergeCell ref='E3:E3'/></mergeCells>"))
    #expect(layout.merge(at: CellReference(row: 4, column: 3)).map { "\($0)" } == "B2:C5")
    #expect(layout.merge(at: CellReference(row: 1, column: 6)).map { "\($0)" } == "A1:F1")
    #expect(layout.merge(at: CellReference(row: 6, column: 3)) == nil)
    #expect(layout.merge(at: CellReference(row: 4, column: 4)) == nil)
  }

  @Test func autoFilterAndProtection() throws {
    let layout = try layout(
      WorkbookBuilder(
        after: """
          <sheetProtection password="CC1A" sheet="1" objects="1" scenarios="true" formatCells="0" sort="off"/>\
          <autoFilter ref="A3:F60"><filterColumn colId="0"/></autoFilter>
          """))
    let protection = try #require(layout.protection)
    #expect(protection.isEnabled && protection.hasPassword)
    #expect(protection.allows(.formatCells) && protection.allows(.sort) && protection.allows(.selectLockedCells))
    #expect(!protection.allows(.editObjects) && !protection.allows(.insertRows) && !protection.allows(.autoFilter))
    #expect(layout.autoFilter.map { "\($0)" } == "A3:F60")
  }

  @Test func protectionWithoutAPasswordAndWithoutEffect() throws {
    let open = try #require(try layout(WorkbookBuilder(after: "<sheetProtection/>")).protection)
    #expect(!open.isEnabled && !open.hasPassword)
    #expect(open.forbidden.count == 11)
    #expect(open.allows(.insertRows))
    let hash =
      "<sheetProtection sheet='1' algorithmName='SHA-512' hashValue='AA==' saltValue='AA==' spinCount='100000'/>"
    #expect(try layout(WorkbookBuilder(after: hash)).protection?.hasPassword == true)
  }

  @Test func elementsOfOtherNamespacesSayNothing() throws {
    let layout = try layout(
      WorkbookBuilder(
        after: """
          <y:mergeCells xmlns:y="urn:y"><mergeCell ref="A1:B2"/></y:mergeCells>\
          <mergeCells><y:mergeCell xmlns:y="urn:y" ref="A1:B2"/></mergeCells>\
          <customSheetViews><customSheetView><autoFilter ref="A1:B9"/></customSheetView></customSheetViews>
          """))
    #expect(layout.merges.isEmpty && layout.autoFilter == nil)
  }
}

extension LayoutTests {
  /// What a bound has cut off leaves a layout that can still be asked for.
  @Test func layoutAfterALinkThatPassesABound() throws {
    var limits = ReadLimits.default
    limits.keptPartBytes = 10_000
    let link = "<hyperlink xmlns:r='\(WorkbookBuilder.relationships)' r:id='rId1' ref='A1'"
    let builder = WorkbookBuilder(
      rows: "<row><c><v>1</v></c></row>",
      after: "<hyperlinks>\(link) display='\(String(repeating: "x", count: 20_000))'/></hyperlinks>")
    let reader = try builder.open(limits: limits).worksheets[0].rowReader()
    let error = failure { while try reader.next() != nil {} }
    #expect(error?.code == .overLimit)
    #expect(try reader.layout.hyperlinks.isEmpty)
  }

  @Test func columnsBeyondTheSheetAreNone() throws {
    let builder = WorkbookBuilder(
      before: "<cols><col min='20000' max='30000'/><col min='16000' max='30000' hidden='1'/></cols>")
    let columns = try builder.open().worksheets[0].layout().columns
    #expect(columns.map(\.first) == [16_000])
    #expect(columns.map(\.last) == [16_384])
  }

  /// One tall range must not make every look-up go through all the others.
  @Test(.timeLimit(.minutes(1))) func manyRangesUnderATallOne() throws {
    let merges = (1...100_000).map { "<mergeCell ref='B\($0):C\($0)'/>" }.joined()
    let builder = WorkbookBuilder(after: "<mergeCells><mergeCell ref='A1:A1048576'/>\(merges)</mergeCells>")
    let layout = try builder.open().worksheets[0].layout()
    for row in stride(from: 1, through: 100_000, by: 2) {
      #expect(layout.merge(at: CellReference(row: row, column: 1))?.last.row == 1_048_576)
      #expect(layout.merge(at: CellReference(row: row, column: 3))?.first.row == row)
      #expect(layout.merge(at: CellReference(row: row, column: 4)) == nil)
    }
  }
}
