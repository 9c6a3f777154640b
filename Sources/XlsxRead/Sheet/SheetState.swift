import XlsxPackage

/// The state of reading one worksheet: where in the XML it is, and the rows gathered since the last hand-over.
struct SheetState: ~Copyable {
  /// The innermost element that is understood; each but `text` has one possible parent.
  enum Scope: UInt8 {
    case document, worksheet, layout, sheetData, row, cell, value, formula, inline, run, runText, inlineText
  }

  let context: SheetContext
  /// Whether rows and cells are gathered; else only their places are looked at, and what stands beside them.
  let keepsCells: Bool
  let limits: ReadLimits
  var names: SheetNames?

  var scope = Scope.document
  /// How deep inside an element that is passed over; 0 for none.
  var skipped = 0
  /// Whether the root is a worksheet.
  var isWorksheet = true
  /// Whether the columns are known: the rows have begun.
  var hasReachedRows = false

  // What is gathered.
  var layout: LayoutState
  var storage = RowStorage()

  // The row and the cell that are open.
  var row = RowRecord(number: 0, isHidden: false, height: nil, firstCell: 0, endCell: 0)
  var rowByteStart = 0
  var cell = CellRecord(row: 0, column: 0)
  var type = CellType.number
  var value: Range<Int>?
  var inline: Range<Int>?
  var formulaIndex: Int?
  var formulaRange: CellRange?
  var pieceStart = 0
  var cellCount = 0
  var rowCellCount = 0
  /// Whether the next row element stands for the open row, which the scanner began.
  var resumesRow = false

  // What the cells are judged by.
  let strings: SharedStringTable
  let sharedStringCount: Int
  private let dateStyles: [Bool]
  private let rowByteLimit: Int

  // Shared formulas by the index that the sheet gives them.
  var sharedFormulas: [Int: (position: Int32, byteCount: Int)] = [:]
  var sharedBytes = 0
  var arraySpans = ArraySpans()
  /// What they come to in the cells that take them from another.
  var sharedTotalBytes = 0

  enum CellType {
    case number, shared, formulaString, inlineString, boolean, error, isoDate
  }

  init(context: SheetContext, limits: ReadLimits, keepsCells: Bool) {
    self.context = context
    self.keepsCells = keepsCells
    self.limits = limits
    strings = context.strings
    sharedStringCount = keepsCells ? context.strings.count : .max
    dateStyles = context.styles.dateStyles
    rowByteLimit = min(limits.rowBytes, 1 << 30)
    layout = LayoutState(limits: limits)
  }

  /// What a number is under a style.
  func numberKind(_ style: Int32) -> CellRecord.Value {
    let style = Int(style)
    return style < dateStyles.count && style >= 0 && dateStyles[style] ? .serial : .number
  }

  /// Whether the open row may take so many bytes more as the text of one cell.
  func isTextWithinLimits(_ count: Int) -> Bool { count <= limits.cellTextBytes && isRowWithinLimits(count) }

  /// Whether the open row may take a formula of so many bytes.
  func isFormulaWithinLimits(_ count: Int) -> Bool { count <= limits.formulaBytes && isRowWithinLimits(count) }

  private func isRowWithinLimits(_ count: Int) -> Bool { storage.bytes.count + count - rowByteStart <= rowByteLimit }

  mutating func start(_ element: XMLElement) throws(XMLFault) {
    if scope == .layout { return try layout.start(element) }
    guard skipped == 0, !element.isForeign, let names else {
      skipped += 1
      return
    }
    let name = element.name
    switch scope {
    case .row where name == names.cell: try startCell(element, names)
    case .cell where name == names.value: begin(.value)
    case .cell where name == names.formula: startFormula(element, names)
    case .cell where name == names.inline: begin(.inline)
    case .inline where name == names.text: scope = .inlineText
    case .inline where name == names.run: scope = .run
    case .run where name == names.text: scope = .runText
    case .sheetData where name == names.row:
      if resumesRow {
        resumesRow = false
        scope = .row
      } else {
        try startRow(element, names)
      }
    case .worksheet where name == names.sheetData:
      scope = .sheetData
      hasReachedRows = true
    case .worksheet:
      scope = .layout
      try layout.start(element)
    case .document:
      scope = .worksheet
      isWorksheet = name.matches("worksheet")
    default: skipped = 1
    }
  }

  mutating func end() throws(XMLFault) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch scope {
    case .value:
      TextBytes.repair(&storage.bytes, from: pieceStart)
      value = pieceStart..<storage.bytes.count
      scope = .cell
    case .formula:
      TextBytes.repair(&storage.bytes, from: pieceStart)
      cell.formulaStart = UInt32(pieceStart)
      cell.formulaCount = UInt32(storage.bytes.count - pieceStart)
      scope = .cell
    case .inline:
      TextBytes.repair(&storage.bytes, from: pieceStart)
      inline = pieceStart..<storage.bytes.count
      scope = .cell
    case .inlineText, .run: scope = .inline
    case .runText: scope = .run
    case .cell:
      try endCell()
      scope = .row
    case .row: closeRow()
    case .layout:
      try layout.end()
      if !layout.isOpen { scope = .worksheet }
    case .sheetData: scope = .worksheet
    case .worksheet, .document: scope = .document
    }
  }

  mutating func text(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLFault) {
    guard skipped == 0 else { return }
    switch scope {
    case .value, .inlineText, .runText, .formula:
      unsafe storage.bytes.append(piece)
      let limit = scope == .formula ? limits.formulaBytes : limits.cellTextBytes
      if storage.bytes.count - pieceStart > limit {
        let what = scope == .formula ? "a formula" : "text"
        throw fault(.overLimit, "the cell holds \(what) of more than \(limit) bytes")
      }
      if storage.bytes.count - rowByteStart > rowByteLimit {
        throw fault(.overLimit, "the row holds more than \(limits.rowBytes) bytes")
      }
    case .layout: try unsafe layout.text(piece)
    default: break
    }
  }

  private mutating func begin(_ next: Scope) {
    scope = next
    pieceStart = storage.bytes.count
  }

  func fault(_ code: XlsxReadError.Code, _ message: String) -> XMLFault {
    XMLFault(code, message, cell: CellReference(row: Int(cell.row), column: Int(cell.column)))
  }
}
