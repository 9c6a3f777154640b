import XlsxPackage
import XlsxWrite

/// Makes workbooks at random, as models.
struct BookGenerator {
  var source: SeededSource
  private var lastSheet = 0

  init(source: SeededSource) { self.source = source }

  static let sheetNames = [
    "收入", "支出表", "Data", "A1", "2026", "Sheet 1", "it's", "a&b<c>", "R1C1", "“引号”", "Ünïcode", "a\"b", "x!y", "😀",
    "空 格", "a,b(c)", "true", "B-2", "sheet", "长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长",
  ]
  static let texts = [
    "合计", "=1+1", "0012", " 前后 ", "a\nb", "\t", "<t>&amp;]]>", "_x000D_", "a\u{1}b\u{1F}", "\r\n", "😀𠮷", "é", "'x",
    "\"", "\u{FFFF}", "123", "TRUE", "_x", "x_x0041_y", "   ",
  ]
  static let formats = [
    "General", "0", "0.00", "#,##0", "#,##0.00", "0.00%", "@", "#,##0.000", "[Red]-0;[Blue]0", "0.0\"元\"", "# ?/?",
    "yyyy\"年\"m\"月\"", "0.00;-0.00;\"-\"", "0.00_);(0.00)",
  ]
  static let colors: [UInt32] = [0xFF0000, 0xFFC7CE, 0x00B050, 0x000000, 0xFFFFFF, 0x123456]
  static let authors = ["财政局", "a<b>", "审核 1", ""]

  /// A workbook of two to five sheets.
  mutating func book() -> BookModel {
    var book = BookModel()
    for _ in 0..<source.number(2...5) {
      var sheet = SheetModel(id: nextSheet(), name: unusedName(book))
      if !book.sheets.isEmpty, source.once(in: 4) { sheet.visibility = .hidden }
      book.sheets.append(sheet)
    }
    let ids = book.sheets.map(\.id)
    for index in book.sheets.indices { fill(&book.sheets[index], ids: ids) }
    for name in ["名称", "total_1"] where source.once(in: 2) {
      book.names[name] = FormulaModel([.sheet(source.pick(ids), isBare: false), .text("$A$1:$B$3")])
    }
    for property in [DocumentProperty.title, .author, .company, .comments] where source.once(in: 2) {
      book.properties[property] = source.pick(["预算", "a & b", "<x>"])
    }
    // A new workbook was saved last by the one who made it.
    book.properties[.lastModifiedBy] = book.properties[.author]
    if source.once(in: 2) { book.custom["set"] = "luoyang" }
    return book
  }

  mutating func nextSheet() -> Int {
    lastSheet += 1
    return lastSheet
  }

  mutating func unusedName(_ book: BookModel) -> String {
    let free = Self.sheetNames.filter { !book.hasSheet($0) }
    return free.isEmpty ? "n\(source.number(0...999_999))" : source.pick(free)
  }

  mutating func place() -> CellReference {
    source.once(in: 40)
      ? CellReference(row: source.number(1...2000), column: source.number(1...40))
      : CellReference(row: source.number(1...9), column: source.number(1...7))
  }

  mutating func fill(_ sheet: inout SheetModel, ids: [Int]) {
    if source.once(in: 3) { sheet.columns[source.number(1...6)] = format() }
    if source.once(in: 3), let range = CellRange("B12:C13") {
      let format = self.format()
      sheet.merges.append(range)
      for row in range.first.row...range.last.row {
        for column in range.first.column...range.last.column {
          sheet.cells[CellReference(row: row, column: column)] = CellModel(content: .blank, format: format)
        }
      }
    }
    for _ in 0..<source.number(0...25) {
      let place = place()
      var content = content(ids: ids, isNew: true)
      var format = source.once(in: 2) ? sheet.columnFormat(place.column) : self.format()
      if source.once(in: 8) {
        content = .text(source.pick(["转到", "<看>", "b"]))
        sheet.links[place] = LinkModel(
          sheet: source.pick(ids), cell: self.place(), tip: source.once(in: 2) ? "提示" : nil)
      } else {
        sheet.links[place] = nil
      }
      // The writer leaves out a blank without a format.
      if content == .blank, format == CellFormat() { format.fill = Color(Self.colors[0]) }
      sheet.cells[place] = CellModel(content: content, format: format)
    }
    for _ in 0..<source.number(0...3) {
      sheet.comments[place()] = CommentModel(
        author: source.pick(Self.authors), text: source.pick(["请核对", "a\nb", "<&>"]))
    }
    if source.once(in: 2) {
      sheet.choices = FormulaModel([.sheet(source.pick(ids), isBare: false), .text("$A$1:$A$3")])
    }
    if source.once(in: 3) { sheet.printArea = CellRange("A1:D20") }
    if source.once(in: 2) { fillFormulas(&sheet, ids: ids) }
  }

  /// A column of formulas that are one, moved from row to row.
  private mutating func fillFormulas(_ sheet: inout SheetModel, ids: [Int]) {
    let rows = 20...source.number(21...26)
    let other = source.pick(ids)
    for row in rows {
      let place = CellReference(row: row, column: 7)
      sheet.cells[place] = CellModel(
        content: .formula(
          FormulaModel([.text("A\(row)*2+B$1+"), .sheet(other, isBare: false), .text("$C\(row)+\"A1\"&D\(row + 1)")]),
          .number("0")),
        format: sheet.columnFormat(place.column))
    }
    sheet.sharedRows = rows
  }

  mutating func format() -> CellFormat {
    CellFormat(
      font: CellFont(
        name: source.pick(["宋体", "Arial"]), size: source.pick([9, 11, 10.5]), isBold: source.once(in: 3),
        isItalic: source.once(in: 5), color: source.once(in: 3) ? Color(source.pick(Self.colors)) : nil),
      fill: source.once(in: 3) ? Color(source.pick(Self.colors)) : nil,
      border: source.once(in: 3) ? CellBorder(all: source.pick([.thin, .double, .hair]), color: .gray) : .none,
      horizontal: source.pick([.general, .left, .center, .right]), vertical: source.pick([.bottom, .top, .center]),
      wrapsText: source.once(in: 4),
      numberFormat: source.once(in: 2) ? source.pick(Self.formats.filter { $0 != "General" }) : nil,
      isLocked: !source.once(in: 4), hidesFormula: source.once(in: 6))
  }

  /// What a cell may hold; a new workbook has no room for some of what a patch can set.
  mutating func content(ids: [Int], isNew: Bool) -> ContentModel {
    switch source.number(0...9) {
    case 0...2: return .number(number(isNew: isNew))
    case 3...5:
      let text = source.once(in: 6) && !isNew ? "" : source.pick(Self.texts)
      return .text(text)
    case 6: return .boolean(source.once(in: 2))
    case 7, 8: return .formula(formula(ids: ids, isNew: isNew), result(isNew: isNew))
    default: return .blank
    }
  }

  private mutating func number(isNew: Bool) -> String {
    // Of these the writer's 16 digits are the text.
    let plain = ["0", "12.5", "-0.01", "634.34", "1000000", "-7", "45292", "3.25", "123456789.12"]
    return source.pick(
      isNew ? plain : plain + ["1234567890123456789.123", "0.10", "1E+5", "-0", "00012", ".5", "5.", "1e-7"])
  }

  private mutating func result(isNew: Bool) -> FormulaResult {
    switch source.number(0...2) {
    case 0: .text(source.pick(Self.texts))
    case 1 where !isNew: .boolean(source.once(in: 2))
    default: .number(number(isNew: isNew))
    }
  }

  mutating func formula(ids: [Int], isNew: Bool) -> FormulaModel {
    var pieces: [FormulaModel.Piece] = [.text(source.pick(["SUM(", "IF(A1>1,", "-(", "1+("]))]
    for _ in 0..<source.number(1...3) {
      switch source.number(0...6) {
      case 0, 1:
        pieces += [
          .sheet(source.pick(ids), isBare: source.once(in: 2)), .text(source.pick(["A1", "$B$2:C9", "total_1"])),
        ]
      case 2: pieces += [.sheets(source.pick(ids), source.pick(ids)), .text("A1")]
      // Texts and other workbooks have names of their own.
      case 3:
        pieces.append(.text(source.pick(["\"收入!A1\"", "\"'Data'!\"\"x\"", "INDIRECT(\"'2026'!A1\")", "\"it's\""])))
      case 4: pieces.append(.text(source.pick(["[1]Data!A1", "'[1]2026'!A1", "'[book.xlsx]收入'!B2"])))
      case 5:
        pieces.append(.text(source.pick(["T_1[[#This Row],[it''s]]", "T_1[收入]", "{1,2;3,4}", "A1:A3", "1.5E+3"])))
      default:
        pieces.append(
          .text(source.pick(["A1<>B2", "A1&\"<&>\"", "C3>=1"] + (isNew ? [] : ["\"_x000D_\"", "\"\n\""]))))
      }
      pieces.append(.text(source.pick([",", "+", " , "])))
    }
    pieces.append(.text("0)"))
    return FormulaModel(pieces)
  }
}
