internal import XlsxPackage

/// Changes a worksheet's part while it passes: cells, links, the drawing of comments, names of sheets in formulas.
///
/// One pass over the part, in memory that depends on the changes. Whatever is not to be changed is copied as it stands.
final class SheetTransformer {
  /// The innermost element that is understood.
  enum Scope { case document, worksheet, views, columns, sheetData, row, cell, merges, hyperlinks }

  let stream: MarkupStream
  let edits: SheetEdits
  let styles: () throws(XlsxWriteError) -> StyleBook
  var findings = SheetFindings()

  var scope = Scope.document
  private var skipped = 0
  private var isEnded = false
  var sawRoot = false
  /// The names of the open elements, one behind the other, and where each begins.
  private var openNames: [UInt8] = []
  private var openStarts: [Int] = []

  /// The prefix of the elements, with its colon.
  var prefix: [UInt8] = []
  var isStrict = false
  /// The prefix of relationships, with its colon, where the root declares one.
  var relationshipPrefix: String?

  // The cells to be changed, in the order of the sheet.
  let cellEdits: [CellEdit]
  var cursor = 0
  var rowEnd = 0
  /// The number of the open row, and the largest so far.
  var row = 0
  var lastRow = 0
  /// The number of the open row as text.
  var rowDigits: [UInt8] = []
  /// Whether the open row stands in its place and none of its cells is to be changed.
  var isUnconcernedRow = false
  var column = 0
  var lastColumn = 0
  var rowStyle: Int?
  var columnStyles: [(columns: ClosedRange<Int>, style: Int)] = []
  /// The reference of the open cell.
  var cell = CellReference(row: 1, column: 1)
  /// The open cell for errors, where it names its place.
  var namedCell: CellReference?

  /// The shared formulas whose first cell lost them, by the number that the sheet gives them.
  var broken: [Int: SharedFormula] = [:]
  /// What shared formulas came to where they were written out.
  var expandedBytes = 0
  /// The shared formulas whose first cell has them.
  var shared: Set<Int> = []
  /// The shared formulas of which a cell came before the first one.
  var orphaned: Set<Int> = []
  /// The place in the order of what was last put behind the rows.
  var insertedRank: Int?
  /// What is to be put behind the rows, by its place in the order.
  var tail: [(rank: Int, xml: String)] = []
  var sawSheetData = false
  private var renamer: ReferenceRenamer

  init(_ stream: MarkupStream, edits: SheetEdits, styles: @escaping () throws(XlsxWriteError) -> StyleBook) {
    self.stream = stream
    self.edits = edits
    self.styles = styles
    renamer = ReferenceRenamer(edits.renames)
    cellEdits = edits.cells.values.sorted { $0.cell < $1.cell }
  }

  /// The next bytes of the new part; none at its end.
  func produce() throws(XlsxWriteError) -> [UInt8] {
    while !isEnded {
      if scope == .row, isUnconcernedRow, skipped == 0,
        let passed = stream.skipPlainCells(row: rowDigits, takesFormulas: edits.renames.isEmpty)
      {
        column = passed.column
        lastColumn = max(lastColumn, column)
        if passed.hasFormula { findings.hasFormulas = true }
      }
      guard let token = try stream.next() else {
        if !openStarts.isEmpty || !sawRoot { throw broken("it ends too early") }
        isEnded = true
        break
      }
      try handle(token)
      if stream.pendingCount >= 64 << 10 {
        let output = stream.takeOutput()
        if !output.isEmpty { return output }
      }
    }
    return stream.takeOutput()
  }

  func broken(_ message: String) -> XlsxWriteError { XlsxWriteError(.broken(message)) }

  func refused(_ message: String, _ cell: CellReference? = nil) -> XlsxWriteError {
    XlsxWriteError(.refused(message, cell: cell?.description))
  }

  /// An element's name with the sheet's prefix.
  func tag(_ name: String) -> String { String(decoding: prefix, as: UTF8.self) + name }

  private func handle(_ token: MarkupToken) throws(XlsxWriteError) {
    switch token.kind {
    case .text, .cdata:
      if openStarts.isEmpty { try checkOutside(token) }
      try rename(token)
    case .other: return
    case .start:
      try push(token)
      try start(token)
    case .empty: try start(token)
    case .end:
      try rename(token)
      try pop(token)
      try end(token)
    }
  }

  /// Sees to the names of sheets in a token.
  private func rename(_ token: MarkupToken) throws(XlsxWriteError) {
    if edits.renames.isEmpty { return }
    do throws(XlsxWriteError) { try renamer.visit(token, stream) } catch {
      var error = error
      if scope == .cell { error.cell = error.cell ?? namedCell?.description }
      throw error
    }
  }

  /// A formula with the new names of sheets; refused where it refers to one that is taken out.
  func renamed(_ formula: String) throws(XlsxWriteError) -> String? {
    do throws(XlsxWriteError) {
      try ReferenceRenamer.checkRemoval(edits.renames.removal(in: formula), "a formula refers to")
    } catch {
      var error = error
      error.cell = cell.description
      throw error
    }
    return edits.renames.renaming(formula)
  }

  /// Outside the root only white space may stand, and a byte order mark at the start.
  private func checkOutside(_ token: MarkupToken) throws(XlsxWriteError) {
    var text = stream.bytes(token.range)
    if token.range.lowerBound == 0, text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    if !text.allSatisfy(MarkupScanner.isSpace) { throw broken("a text stands outside the root element") }
  }

  private func push(_ token: MarkupToken) throws(XlsxWriteError) {
    if openStarts.count >= MarkupDocument.longestNesting { throw broken("its elements nest too deeply") }
    openStarts.append(openNames.count)
    openNames.append(contentsOf: stream.bytes(token.name))
  }

  private func pop(_ token: MarkupToken) throws(XlsxWriteError) {
    guard let start = openStarts.popLast(), openNames[start...].elementsEqual(stream.bytes(token.name)) else {
      throw broken("an end tag closes nothing")
    }
    openNames.removeLast(openNames.count - start)
  }

  /// Reads to the end of the element that a start tag opens and gives each token inside. The caller
  /// holds the element.
  func consume(_ token: MarkupToken, _ body: (MarkupToken, _ depth: Int) -> Void) throws(XlsxWriteError) -> MarkupToken
  {
    let depth = openStarts.count
    while let inner = try stream.next() {
      switch inner.kind {
      case .start:
        try push(inner)
        body(inner, openStarts.count - depth)
      case .end:
        try pop(inner)
        if openStarts.count < depth { return inner }
        body(inner, openStarts.count - depth + 1)
      default: body(inner, openStarts.count - depth + 1)
      }
    }
    throw broken("it ends too early")
  }

  /// The text inside an element and where it stands. The caller holds the element.
  func text(of token: MarkupToken) throws(XlsxWriteError) -> (text: String, content: Range<Int>, end: Int) {
    if token.kind == .empty { return ("", token.range.upperBound..<token.range.upperBound, token.range.upperBound) }
    var text = ""
    let end = try consume(token) { inner, _ in
      switch inner.kind {
      case .text: text += MarkupText.unescaped(stream.bytes(inner.range))
      case .cdata: text += MarkupValue.text(ofSection: stream.bytes(inner.range))
      default: break
      }
    }
    return (text, token.range.upperBound..<end.range.lowerBound, end.range.upperBound)
  }

  private func start(_ token: MarkupToken) throws(XlsxWriteError) {
    if skipped == 0, scope == .hyperlinks, stream.isNamed(token, prefix, "hyperlink"), try dropLink(token) { return }
    try rename(token)
    if skipped > 0 {
      if token.kind == .start { skipped += 1 }
      return
    }
    switch scope {
    case .row where stream.isNamed(token, prefix, "c"): try startCell(token)
    case .cell where stream.isNamed(token, prefix, "f"): try formula(token)
    case .sheetData where stream.isNamed(token, prefix, "row"): try startRow(token)
    case .columns where stream.isNamed(token, prefix, "col"):
      try readColumn(token)
      skip(token)
    case .views where stream.isNamed(token, prefix, "sheetView"):
      try select(token)
      skip(token)
    case .merges where stream.isNamed(token, prefix, "mergeCell"):
      try checkMerge(token)
      skip(token)
    case .document: try startRoot(token)
    case .worksheet: try startPart(token)
    case .sheetData, .row:
      try passUnknown(token)
      skip(token)
    case .cell:
      try checkUnknownFormula(token)
      skip(token)
    default: skip(token)
    }
  }

  func skip(_ token: MarkupToken) { if token.kind == .start { skipped = 1 } }

  private func end(_ token: MarkupToken) throws(XlsxWriteError) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch scope {
    case .cell: scope = .row
    case .row:
      try endRow(before: token.range.lowerBound)
      scope = .sheetData
    case .sheetData:
      try insertRows(before: .max, at: token.range.lowerBound)
      scope = .worksheet
    case .hyperlinks:
      insertLinks(at: token.range.lowerBound)
      scope = .worksheet
    case .views, .columns, .merges: scope = .worksheet
    case .worksheet:
      insertTail(before: .max, at: token.range.lowerBound)
      if !sawSheetData, !cellEdits.isEmpty {
        throw refused("the worksheet has no rows where they are looked for. Save the file again in Excel or WPS.")
      }
      scope = .document
    case .document: break
    }
  }
}
