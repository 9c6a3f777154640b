import XlsxPackage
import XlsxRead

/// Damages a written workbook at random: its bytes, or the cells of its sheets in a package that is itself sound.
enum MutatedWorkbook {
  /// The workbook cut off, or with some bytes changed, moved or taken out.
  static func bytes(_ original: [UInt8], _ source: inout SeededSource) -> [UInt8] {
    var bytes = original
    for _ in 0..<source.number(1...4) where bytes.count > 8 {
      let start = source.number(0...bytes.count - 2)
      let end = min(bytes.count, start + source.number(1...64))
      switch source.number(0...5) {
      case 0: bytes.removeSubrange(start...)
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: source.number(0...bytes.count - 1))
      case 3: for index in start..<end { bytes[index] = 0 }
      default: for _ in 0..<4 { bytes[source.number(0...bytes.count - 1)] = UInt8(source.number(0...255)) }
      }
    }
    return bytes
  }

  /// The workbook with cells moved, changed, merged, doubled or gone.
  static func cells(_ original: [UInt8], _ source: inout SeededSource) throws -> [UInt8] {
    var sheets: [(name: String, xml: String)] = []
    for worksheet in try Workbook(bytes: original, name: "").worksheets {
      let share = source.pick([3, 10, 40, 200])
      var rows: [String] = []
      let reader = try worksheet.rowReader()
      var originals: [Row] = []
      while let row = try reader.next() { originals.append(row) }
      var numbers = Set(originals.map(\.number))
      for row in originals {
        if source.once(in: share) { continue }
        var cells = ""
        var number = row.number
        if source.once(in: share) {
          let other = source.number(1...60)
          if numbers.insert(other).inserted { number = other }
        }
        var taken = Set(row.map(\.reference.column))
        for cell in row where !source.once(in: share) {
          var place = CellReference(row: number, column: cell.reference.column)
          // Two cells in one place are refused, which a test of its own shows.
          if source.once(in: share) {
            let column = source.number(1...30)
            if taken.insert(column).inserted { place.column = column }
          }
          cells += xml(of: cell, at: place, &source, share)
        }
        let hidden = source.once(in: share) ? " hidden='1'" : ""
        rows.append("<row r='\(number)'\(hidden)>\(cells)</row>")
      }
      if source.once(in: share) { rows.shuffle(using: &source) }
      var merges = reader.merges.filter { _ in !source.once(in: share) }.map { "\($0)" }
      if source.once(in: 3) { merges.append("A1:XFD1048576") }
      for _ in 0..<source.number(0...6) {
        let corner = CellReference(row: source.number(1...20), column: source.number(1...20))
        let other = CellReference(row: source.number(1...20), column: source.number(1...20))
        merges.append("\(CellRange(corner, other))")
      }
      let ranges = merges.map { "<mergeCell ref='\($0)'/>" }.joined()
      let columns =
        source.once(in: 5) ? "<cols><col min='1' max='\(source.number(1...16_384))' hidden='1'/></cols>" : ""
      sheets.append(
        (
          name: escaped(source.once(in: share) ? "预算\(source.number(1...13))表" : worksheet.name),
          xml: "\(columns)<sheetData>\(rows.joined())</sheetData><mergeCells>\(ranges)</mergeCells>"
        ))
    }
    return PlainPackage.workbook(sheets)
  }

  private static func xml(
    of cell: Cell, at place: CellReference, _ source: inout SeededSource, _ share: Int
  ) -> String {
    var formula = cell.formula.map { "<f>\(escaped($0))</f>" } ?? ""
    if source.once(in: share) {
      formula =
        "<f>\(source.pick(["\(place)", "SUM(A1:XFD1048576)", "1/0", "((((", "-\(place)*2", "SUM(A1:C9)+ROUND(B2,2)"]))</f>"
    }
    if source.once(in: share) {
      let odd = source.pick([
        "1E308", "-0", "1E-300", "99999999999999999999", "NaN", "", "2023", "0.1", "1,234.50", "合计", "注：", "－", "１２",
        "预算05表",
        "部门名称：", "单位：元", "#2", "填表人：", "/", "（一）", "250",
      ])
      let kind = source.pick(["n", "str", "b", "e", "d", "inlineStr"])
      if kind == "inlineStr" { return "<c r='\(place)' t='inlineStr'>\(formula)<is><t>\(odd)</t></is></c>" }
      return "<c r='\(place)' t='\(kind)'>\(formula)<v>\(odd)</v></c>"
    }
    switch cell.kind {
    case .number: return "<c r='\(place)'>\(formula)<v>\(cell.rawText)</v></c>"
    case .text:
      return "<c r='\(place)' t='inlineStr'>\(formula)<is><t xml:space='preserve'>\(escaped(cell.rawText))</t></is></c>"
    default: return "<c r='\(place)'>\(formula)</c>"
    }
  }

  private static func escaped(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }
    return String(String.UnicodeScalarView(scalars)).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing("'", with: "&apos;")
  }
}
