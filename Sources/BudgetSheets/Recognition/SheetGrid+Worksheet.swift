import XlsxPackage
import XlsxRead

extension SheetGrid {
  /// Reads a sheet into memory.
  ///
  /// - Parameter room: What may still be kept; what the sheet takes is taken off it.
  /// - Throws: The reader's error, which names the part and the cell; over a limit where the sheet does not fit.
  init(_ worksheet: Worksheet, room: inout CellRoom, file: String) throws(XlsxReadError) {
    let reader = try worksheet.rowReader()
    var rows: [Row] = []
    var isInOrder = true
    var share = CellRoom.Sheet()
    while let row = try reader.next() {
      var cells: [Cell] = []
      for cell in row {
        guard let content = Self.content(of: cell) else { continue }
        if content.reference.row != row.number {
          throw XlsxReadError(
            .invalidContent, file: file, sheet: worksheet.name, cell: content.reference,
            message: "the cell stands in row \(row.number)")
        }
        cells.append(content)
      }
      if cells.isEmpty { continue }
      if !room.take(cells.count, for: &share, below: rows) {
        throw Self.overLimit(cells[0].reference, in: worksheet, file: file)
      }
      if !zip(cells, cells.dropFirst()).allSatisfy({ $0.reference < $1.reference }) {
        cells.sort { $0.reference < $1.reference }
      }
      if let last = rows.last, last.number >= row.number { isInOrder = false }
      rows.append(Row(number: row.number, isHidden: row.isHidden || row.isZeroHeight, cells: cells))
    }
    if !room.end(&share, with: rows), let last = rows.last?.cells.last {
      throw Self.overLimit(last.reference, in: worksheet, file: file)
    }
    if !isInOrder { rows = Self.inOrder(rows) }
    for row in rows {
      for (cell, next) in zip(row.cells, row.cells.dropFirst()) where cell.reference == next.reference {
        throw Self.twice(cell.reference, in: worksheet, file: file)
      }
    }
    self.init(
      name: worksheet.name, isHidden: worksheet.visibility != .visible,
      isProtected: reader.protection?.isEnabled ?? false, rows: rows, merges: reader.merges,
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
    // A text of nothing but white space says nothing.
    if kind == .text, text.unicodeScalars.allSatisfy({ $0.properties.isWhitespace }) { return nil }
    return Cell(
      reference: cell.reference, kind: kind, text: text,
      date: kind == .date ? cell.date.map { "\($0)" } : nil, formula: cell.hasFormula ? cell.formula ?? "" : nil,
      numberFormat: cell.numberFormat, isArrayFormula: cell.formulaKind == .array,
      label: kind == .text && text.utf8.count <= Self.longestLabel ? LabelText.normalize(text) : "")
  }

  /// The rows of a file that does not hold them in order, or holds one in several pieces: in order, each whole.
  private static func inOrder(_ rows: [Row]) -> [Row] {
    var byNumber: [Int: Row] = [:]
    for row in rows {
      byNumber[row.number, default: Row(number: row.number, isHidden: false, cells: [])].cells += row.cells
      if row.isHidden { byNumber[row.number]?.isHidden = true }
    }
    return byNumber.values.sorted { $0.number < $1.number }.map { row in
      var row = row
      row.cells.sort { $0.reference < $1.reference }
      return row
    }
  }

  private static func overLimit(_ cell: CellReference, in worksheet: Worksheet, file: String) -> XlsxReadError {
    XlsxReadError(
      .overLimit, file: file, sheet: worksheet.name, cell: cell, message: "more filled cells than budget forms hold")
  }

  /// Which of two cells in one place holds what was meant cannot be told.
  private static func twice(_ cell: CellReference, in worksheet: Worksheet, file: String) -> XlsxReadError {
    XlsxReadError(
      .invalidContent, file: file, sheet: worksheet.name, cell: cell, message: "the cell stands twice")
  }
}
