import XlsxPackage
import XlsxRead

extension SheetGrid {
  /// Reads a sheet into memory.
  ///
  /// - Parameter room: How many cells may still be kept; what the sheet takes is taken off it.
  /// - Throws: The reader's error, which names the part and the cell; over a limit where the sheet does not fit.
  init(_ worksheet: Worksheet, room: inout Int, file: String) throws(XlsxReadError) {
    let reader = try worksheet.rows()
    var rows: [Row] = []
    var isInOrder = true
    while let row = try reader.next() {
      var cells: [Cell] = []
      for cell in row { if let content = Self.content(of: cell) { cells.append(content) } }
      if cells.isEmpty { continue }
      room -= cells.count
      if room < 0 {
        throw XlsxReadError(
          .overLimit, file: file, sheet: worksheet.name, cell: cells[0].reference,
          message: "more filled cells than budget forms hold")
      }
      if !zip(cells, cells.dropFirst()).allSatisfy({ $0.reference < $1.reference }) {
        cells.sort { $0.reference < $1.reference }
      }
      if let last = rows.last, last.number >= row.number { isInOrder = false }
      rows.append(Row(number: row.number, isHidden: row.isHidden || row.isZeroHeight, cells: cells))
    }
    if !isInOrder { rows = Self.merged(rows) }
    self.init(
      name: worksheet.name, isHidden: worksheet.visibility != .visible, rows: rows, merges: reader.merges,
      hiddenColumns: reader.columns.filter { $0.isHidden || $0.width == 0 }.map { $0.first...max($0.first, $0.last) })
  }

  /// The bytes of a text that may still be a label.
  private static let longestLabel = 400

  private static func content(of cell: XlsxRead.Cell) -> Cell? {
    let kind: Kind
    var text = ""
    switch cell.kind {
    case .blank:
      guard cell.hasFormula else { return nil }
      kind = .formulaOnly
    case .number: kind = .number
    case .text: kind = .text
    case .boolean: kind = .boolean
    case .error: kind = .error
    case .date: kind = .date
    }
    if kind != .formulaOnly { text = cell.rawText }
    // A text of nothing but white space says nothing, unless a formula made it.
    if kind == .text, text.unicodeScalars.allSatisfy({ $0.properties.isWhitespace }) { return nil }
    return Cell(
      reference: cell.reference, kind: kind, text: text,
      date: kind == .date ? cell.date.map { "\($0)" } : nil, formula: cell.hasFormula ? cell.formula ?? "" : nil,
      numberFormat: cell.numberFormat,
      label: kind == .text && text.utf8.count <= Self.longestLabel ? LabelText.normalize(text) : "")
  }

  /// The rows of a file that does not hold them in order, or holds one twice: in order, the first cell of a place kept.
  private static func merged(_ rows: [Row]) -> [Row] {
    var byNumber: [Int: Row] = [:]
    for row in rows {
      guard let other = byNumber[row.number] else {
        byNumber[row.number] = row
        continue
      }
      let taken = Set(other.cells.map(\.reference))
      byNumber[row.number]?.cells = (other.cells + row.cells.filter { !taken.contains($0.reference) })
        .sorted { $0.reference < $1.reference }
    }
    return byNumber.values.sorted { $0.number < $1.number }
  }
}
