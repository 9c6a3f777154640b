import Testing
import XlsxPackage
import XlsxWrite

/// Worksheets of over 128 KiB in the package, which are packed ahead of the other parts.
@Suite struct PatchLargeSheetTests {
  /// Rows from one on, that take over 128 KiB.
  static func padding(from row: Int) -> String {
    (row..<(row + 3000)).map {
      "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c><c r=\"C\($0)\" t=\"str\"><v>中𠮷</v></c></row>"
    }.joined()
  }

  static let rows = PatchFormulaTests.shared + padding(from: 10)

  static func change(_ sheet: WorksheetPatch, last: Bool = true) throws {
    try sheet.set(.number("9"), at: cell("A1"))
    try sheet.set(.text("新"), at: cell("A3"))
    try sheet.restyle(cell("B3"), PatchStyleTests.red)
    try sheet.set(.number("8"), at: cell("C5"))
    try sheet.addComment("注", author: "局", at: cell("B2"))
    try sheet.addLink(at: cell("A1"), toSheet: "S")
    if last { try sheet.set(.boolean(true), at: cell("B3009")) }
  }

  @Test func aLargeSheetIsChangedAsASmallOneIs() throws {
    let small = try PatchBook(
      PatchFormulaTests.shared, before: "<dimension ref=\"A1:C3009\"/>", after: "<pageMargins/>"
    ).edited {
      try Self.change($0, last: false)
    }
    let large = try PatchBook(Self.rows, before: "<dimension ref=\"A1:C3009\"/>", after: "<pageMargins/>").edited {
      try Self.change($0)
    }
    #expect(PatchBook(Self.rows).bytes.count > 128 << 10)
    #expect(large.changed == small.changed)
    let end = Self.padding(from: 10).replacing(
      "<c r=\"A3009\"><v>3009</v></c>", with: "<c r=\"A3009\"><v>3009</v></c><c r=\"B3009\" t=\"b\"><v>1</v></c>")
    #expect(large.sheet() == small.sheet().replacing("</sheetData>", with: end + "</sheetData>"))
    for part in large.changed where part != PatchBook.sheet1 { #expect(large[part] == small[part]) }
  }

  @Test func aLargeSheetInUTF16StaysInIt() throws {
    var old = PatchBook()
    let text = "\u{FEFF}" + PatchBook.sheet(Self.rows)
    old.set(PatchBook.sheet1, PatchMarkupTests.utf16(text, isBigEndian: true))
    let book = try old.edited { try $0.set(.text("𠮷"), at: cell("C3009")) }
    #expect(
      book.new.bytes(of: PatchBook.sheet1)
        == PatchMarkupTests.utf16(
          text.replacing(
            "<c r=\"C3009\" t=\"str\"><v>中𠮷</v></c>",
            with: "<c r=\"C3009\" t=\"inlineStr\"><is><t xml:space=\"preserve\">𠮷</t></is></c>"), isBigEndian: true))
  }

  @Test func aLargeSheetThatDoesNotChangeKeepsItsBytes() throws {
    let book = try PatchBook(Self.rows).edited { try $0.set(.nothing, at: cell("Z9999")) }
    #expect(ZipImage(book.bytes)[PatchBook.sheet1] == ZipImage(book.oldBytes)[PatchBook.sheet1])
  }

  @Test func severalLargeSheetsAndSmallOnesAreChangedTogether() throws {
    let padding = Self.padding(from: 1)
    let sheets = ["A", "B", "C", "D"].map { (name: String) in
      (name: name, xml: PatchBook.sheet("BD".contains(name) ? padding : "<row r=\"1\"/>"))
    }
    let book = try PatchBook(sheets: sheets).patched { patch in
      for (index, sheet) in patch.worksheets.enumerated() { try sheet.set(.number("\(index)"), at: cell("B1")) }
    }
    for index in 0..<4 { #expect(book.sheet(index + 1).contains("<c r=\"B1\"><v>\(index)</v></c>")) }
    #expect(book.sheet(2).replacing("<c r=\"B1\"><v>1</v></c>", with: "") == sheets[1].1)
    #expect(book.sheet(4).replacing("<c r=\"B1\"><v>3</v></c>", with: "") == sheets[3].1)
    #expect(ZipImage(book.bytes).entries.map(\.name) == ZipImage(book.oldBytes).entries.map(\.name))
  }

  @Test func aRenameReachesALargeSheet() throws {
    let old = PatchBook(sheets: [
      ("S", PatchBook.sheet("")),
      ("T", PatchBook.sheet(Self.padding(from: 1) + "<row r=\"9999\"><c r=\"A9999\"><f>S!A1</f></c></row>")),
    ])
    let book = try old.patched { try $0.worksheets[0].rename(to: "U") }
    #expect(book.sheet(2) == old.text("xl/worksheets/sheet2.xml").replacing("<f>S!A1</f>", with: "<f>'U'!A1</f>"))
  }

  @Test func aTextLongerThanAPieceIsKept() throws {
    // A run of characters that crosses every boundary of 64 KiB, and a cell behind it.
    let long = String(repeating: "长𠮷a", count: 60_000)
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>\(long)</v></c><c r=\"B1\"><v>1</v></c></row>"
    let book = try PatchBook(rows).edited { try $0.set(.number("2"), at: cell("B1")) }
    #expect(book.sheet() == PatchBook.sheet(rows.replacing("<v>1</v>", with: "<v>2</v>")))
  }

  @Test func refusalsInALargeSheetNameTheCell() {
    let error = PatchBook(Self.padding(from: 1) + "<row r=\"9\"><c r=\"A9\"/></row>").editRefusal {
      try $0.set(.number("1"), at: cell("B9"))
    }
    #expect(error?.code == .refused)
    #expect(error?.cell == "B9")
    #expect(error?.part == PatchBook.sheet1)
    #expect(error?.sheet == "S")
  }
}
