internal import XlsxPackage

/// Looks for the styles of some cells in a worksheet's part, in one pass up to the last of them.
struct CellStyleSearch {
  private enum Part { case columns, rows, other }

  private let stream: MarkupStream
  /// The columns that are asked for, by their rows.
  private let wanted: [Int: Set<Int>]
  private let lastWantedRow: Int
  private var prefix: [UInt8] = []
  private var depth = 0
  private var part = Part.other
  private var row = 0
  private var rowDigits: [UInt8] = []
  private var column = 0
  private var columnStyles: [(columns: ClosedRange<Int>, style: Int)] = []
  private var rowStyles: [Int: Int] = [:]
  private var cellStyles: [CellReference: Int] = [:]

  /// The styles of cells; of one that is not there, that of its row or else its column, which it would get.
  static func styles(
    of cells: some Sequence<CellReference>, in stream: MarkupStream
  ) throws(XlsxWriteError) -> [CellReference: Int] {
    var search = CellStyleSearch(cells, stream)
    try search.run()
    var styles: [CellReference: Int] = [:]
    for cell in cells {
      let columnStyle = search.columnStyles.last { $0.columns.contains(cell.column) }?.style
      styles[cell] = search.cellStyles[cell] ?? search.rowStyles[cell.row] ?? columnStyle ?? 0
    }
    return styles
  }

  private init(_ cells: some Sequence<CellReference>, _ stream: MarkupStream) {
    self.stream = stream
    var wanted: [Int: Set<Int>] = [:]
    for cell in cells { wanted[cell.row, default: []].insert(cell.column) }
    self.wanted = wanted
    lastWantedRow = wanted.keys.max() ?? 0
  }

  private mutating func run() throws(XlsxWriteError) {
    var isStarted = false
    while true {
      if part == .rows, depth == 3, wanted[row] == nil, prefix.isEmpty {
        _ = stream.skipPlainCells(row: rowDigits, takesFormulas: true)
      }
      guard let token = try stream.next() else { break }
      // Nothing is copied here; what has passed is let go.
      if stream.pendingCount >= 64 << 10 { _ = stream.takeOutput() }
      switch token.kind {
      case .start, .empty:
        isStarted = true
        if try !start(token) { return }
        if token.kind == .start { depth += 1 }
      case .end:
        depth -= 1
        if depth == 1, part == .rows {
          if !stream.isNamed(token, prefix, "sheetData") { throw XlsxWriteError(.broken("an end tag closes nothing")) }
          return
        }
      default: break
      }
    }
    if !isStarted || depth != 0 { throw XlsxWriteError(.broken("it ends too early")) }
  }

  /// Looks at a tag; false where no cell that is asked for can come.
  private mutating func start(_ token: MarkupToken) throws(XlsxWriteError) -> Bool {
    switch (depth, part) {
    case (0, _):
      let name = stream.bytes(token.name)
      prefix = name.firstIndex(of: UInt8(ascii: ":")).map { Array(name[...$0]) } ?? []
    case (1, _):
      part =
        stream.isNamed(token, prefix, "cols")
        ? .columns : stream.isNamed(token, prefix, "sheetData") ? .rows : .other
    case (2, .columns) where stream.isNamed(token, prefix, "col"): try readColumn(token)
    case (2, .rows) where stream.isNamed(token, prefix, "row"):
      row = stream.value(of: "r", token).flatMap { SheetTransformer.integer($0) } ?? row + 1
      rowDigits = Array(String(row).utf8)
      column = 0
      if row > lastWantedRow { return false }
      if wanted[row] != nil, rowStyles[row] == nil, MarkupValue.isOn(stream.value(of: "customFormat", token)) {
        rowStyles[row] = style("s", token)
      }
    case (3, .rows) where stream.isNamed(token, prefix, "c"):
      guard let columns = wanted[row] else { break }
      let cell: CellReference
      if let name = stream.value(of: "r", token), let reference = CellReference(utf8: name) {
        cell = reference
      } else {
        cell = CellReference(row: row, column: column + 1)
      }
      column = cell.column
      if cell.row == row, columns.contains(column), cellStyles[cell] == nil {
        cellStyles[cell] = style("s", token) ?? 0
      }
    default: break
    }
    return true
  }

  private func style(_ name: StaticString, _ token: MarkupToken) -> Int? {
    stream.value(of: name, token).flatMap { SheetTransformer.integer($0) }
  }

  private mutating func readColumn(_ token: MarkupToken) throws(XlsxWriteError) {
    guard let first = style("min", token), let last = style("max", token), let style = style("style", token),
      first >= 1, last >= first, last <= CellReference.maximumColumn
    else { return }
    columnStyles.append((first...last, style))
    if columnStyles.count > CellReference.maximumColumn {
      throw XlsxWriteError(.broken("it describes more columns than a worksheet has"))
    }
  }
}
