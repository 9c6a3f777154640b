import XlsxPackage

extension SheetState {
  mutating func startRow(_ element: XMLElement, _ names: SheetNames) throws(XMLFault) {
    var number = Int(row.number) + 1
    var isHidden = false
    var height: Double?
    for index in 0..<element.attributeCount {
      guard let name = element.plainName(index) else { continue }
      if name == names.reference {
        guard let value = unsafe Self.integer(element.value(index)) else {
          throw XMLFault(.invalidContent, "row number \"\(element.string(index))\" is not a number")
        }
        number = value
      } else if name == names.hidden {
        isHidden = unsafe Self.isTrue(element.value(index))
      } else if name == names.height {
        height = Double(element.string(index))
      }
    }
    guard (1...CellReference.maximumRow).contains(number) else {
      throw XMLFault(.invalidContent, "row \(number) is outside a worksheet's \(CellReference.maximumRow) rows")
    }
    openRow(number, isHidden: isHidden, height: height)
  }

  /// Starts a row whose number is one of a worksheet.
  mutating func openRow(_ number: Int, isHidden: Bool, height: Double?) {
    row = RowRecord(
      number: Int32(number), isHidden: isHidden, height: height, firstCell: UInt32(storage.cells.count), endCell: 0)
    rowByteStart = storage.bytes.count
    rowCellCount = 0
    cell = CellRecord(row: row.number, column: 0)
    value = nil
    inline = nil
    scope = .row
  }

  /// Ends the open row.
  mutating func closeRow() {
    row.endCell = UInt32(storage.cells.count)
    if keepsCells { storage.rows.append(row) }
    scope = .sheetData
  }

  /// Whether the open row and the sheet may take one more cell.
  func hasRoom(for cell: CellRecord) -> Bool {
    cellCount < limits.cellsPerSheet && cell.column <= CellReference.maximumColumn
      && rowCellCount < CellReference.maximumColumn
  }

  /// Adds a finished cell, for which there is room.
  mutating func add(_ cell: CellRecord) {
    self.cell = cell
    cellCount += 1
    keep(cell)
  }

  /// The cell with a shared string as its value.
  func sharing(_ index: Int, _ cell: CellRecord) -> CellRecord {
    guard keepsCells else { return cell }
    var cell = cell
    let range = strings.range(index)
    cell.value = .shared
    cell.valueStart = range.lowerBound
    cell.valueCount = UInt32(range.count)
    return cell
  }

  /// Keeps some bytes as the value of a cell.
  mutating func take(
    _ start: UnsafePointer<UInt8>, _ count: Int, as value: CellRecord.Value, _ cell: inout CellRecord
  ) {
    cell.value = value
    cell.valueStart = UInt32(storage.bytes.count)
    cell.valueCount = UInt32(count)
    unsafe storage.bytes.append(UnsafeBufferPointer(start: start, count: count))
  }

  mutating func startCell(_ element: XMLElement, _ names: SheetNames) throws(XMLFault) {
    var next = CellRecord(row: row.number, column: cell.column + 1)
    type = .number
    value = nil
    inline = nil
    for index in 0..<element.attributeCount {
      guard let name = element.plainName(index) else { continue }
      let text = unsafe element.value(index)
      if name == names.reference {
        if text.isEmpty { continue }
        guard let place = unsafe reference(text) else {
          throw XMLFault(
            .invalidContent, "in row \(row.number), \"\(element.string(index))\" is not a cell of a worksheet")
        }
        next.row = Int32(place.row)
        next.column = Int32(place.column)
      } else if name == names.style {
        next.style = unsafe Int32(clamping: Self.integer(text) ?? 0)
      } else if name == names.type {
        type = unsafe cellType(text)
      }
    }
    cell = next
    cellCount += 1
    if cellCount > limits.cellsPerSheet {
      throw fault(.overLimit, "more than \(limits.cellsPerSheet) cells")
    }
    // With neither references nor a bound here, a row could hold cells for ever.
    if next.column > CellReference.maximumColumn || rowCellCount >= CellReference.maximumColumn {
      throw XMLFault(
        .invalidContent, "row \(row.number) holds more than a worksheet's \(CellReference.maximumColumn) columns")
    }
    scope = .cell
  }

  mutating func startFormula(_ element: XMLElement, _ names: SheetNames) {
    cell.formulaKind = .normal
    formulaIndex = nil
    formulaRange = nil
    for index in 0..<element.attributeCount {
      guard let name = element.plainName(index) else { continue }
      if name == names.type {
        switch element.string(index) {
        case "shared": cell.formulaKind = .shared
        case "array": cell.formulaKind = .array
        case "dataTable": cell.formulaKind = .dataTable
        default: break
        }
      } else if name == names.sharedIndex {
        formulaIndex = unsafe Self.integer(element.value(index))
      } else if name == names.range {
        formulaRange = CellRange(element.string(index))
      }
    }
    scope = .formula
    pieceStart = storage.bytes.count
  }

  mutating func endCell() throws(XMLFault) {
    if cell.formulaKind == .shared || cell.formulaKind == .array {
      guard let position = sharedFormula(of: cell, index: formulaIndex, range: formulaRange) else {
        throw fault(
          .overLimit,
          cell.formulaCount > 0
            ? "the sheet's shared formulas take more than \(limits.sharedFormulaBytes) bytes"
            : "the sheet's shared formulas come to more than \(limits.sharedFormulaTotalBytes) bytes in all cells")
      }
      cell.sharedFormula = position
    }
    try setValue()
    keep(cell)
  }

  private mutating func keep(_ cell: CellRecord) {
    if keepsCells {
      var cell = cell
      if cell.formulaKind == nil, let position = arraySpans.position(row: cell.row, column: cell.column) {
        cell.formulaKind = .array
        cell.sharedFormula = position
      }
      storage.cells.append(cell)
    } else {
      storage.bytes.truncate(to: rowByteStart)
    }
    rowCellCount += 1
    layout.extent.include(row: cell.row, column: cell.column)
  }

  /// The place of the formula that a cell takes from another, or -1 for a cell that has its own and shares it from now
  /// on; nil where that would pass the bound.
  mutating func sharedFormula(of cell: CellRecord, index: Int?, range: CellRange?) -> Int32? {
    guard keepsCells else { return -1 }
    let isArray = cell.formulaKind == .array
    if isArray {
      guard let range, range.first != range.last, cell.formulaCount > 0 else { return -1 }
    } else {
      guard let index else { return -1 }
      if cell.formulaCount == 0 {
        guard let shared = sharedFormulas[index] else { return -1 }
        if sharedTotalBytes + shared.byteCount > limits.sharedFormulaTotalBytes { return nil }
        sharedTotalBytes += shared.byteCount
        return shared.position
      }
    }
    let start = Int(cell.formulaStart)
    let text = unsafe EscapedText.string(storage.bytes.slice(start..<start + Int(cell.formulaCount)))
    let added = text.utf8.count + 64 + (isArray ? range.map(ArraySpans.cost) ?? 0 : 0)
    if sharedBytes + added > limits.sharedFormulaBytes { return nil }
    sharedBytes += added
    let position = context.add(
      SharedFormula(text: text, origin: CellReference(row: Int(cell.row), column: Int(cell.column))))
    if isArray, let range {
      arraySpans.add(range, position: position)
    } else if let index {
      sharedFormulas[index] = (Int32(position), text.utf8.count)
    }
    return -1
  }

  private mutating func setValue() throws(XMLFault) {
    // An inline string stands in `is`; some programs leave the type out, or put the text into `v`.
    if let inline, type == .inlineString || value == nil {
      cell.value = .text
      place(inline)
      return
    }
    guard let value else { return }
    place(value)
    let text = unsafe storage.bytes.slice(value)
    switch type {
    case .inlineString, .formulaString: cell.value = .text
    case .error: cell.value = value.isEmpty ? .none : .error
    case .boolean: cell.value = value.isEmpty ? .none : .boolean
    case .isoDate: cell.value = value.isEmpty ? .none : .isoDate
    case .number:
      if unsafe NumberText.isNumber(text) {
        cell.value = numberKind(cell.style)
        return
      }
      let trimmed = unsafe NumberText.trim(text)
      // What is no number is kept as the text it is.
      cell.value = unsafe trimmed.isEmpty ? .none : NumberText.isNumber(trimmed) ? numberKind(cell.style) : .text
    case .shared:
      let trimmed = unsafe NumberText.trim(text)
      if trimmed.isEmpty { return }
      guard let index = unsafe Self.integer(trimmed), index < sharedStringCount else {
        let text = unsafe String(decoding: trimmed.prefix(20), as: UTF8.self)
        throw fault(.invalidContent, "shared string \(text) of \(sharedStringCount)")
      }
      storage.bytes.truncate(to: value.lowerBound)
      cell = sharing(index, cell)
    }
  }

  private mutating func place(_ range: Range<Int>) {
    cell.valueStart = UInt32(range.lowerBound)
    cell.valueCount = UInt32(range.count)
  }

  private func cellType(_ text: UnsafeBufferPointer<UInt8>) -> CellType {
    switch text.count {
    case 1:
      switch unsafe text[0] {
      case UInt8(ascii: "s"): .shared
      case UInt8(ascii: "b"): .boolean
      case UInt8(ascii: "e"): .error
      case UInt8(ascii: "d"): .isoDate
      default: .number
      }
    case 3 where unsafe text.elementsEqual("str".utf8): .formulaString
    case 9 where unsafe text.elementsEqual("inlineStr".utf8): .inlineString
    default: .number
    }
  }

  /// The number in decimal digits, with or without white space around it (xsd:unsignedInt); nil where the bytes are
  /// anything else or far too many.
  static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let text = unsafe NumberText.trim(text)
    guard !text.isEmpty, text.count <= 18 else { return nil }
    var number = 0
    for index in 0..<text.count {
      let byte = unsafe text[index]
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  static func isTrue(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe text.elementsEqual("1".utf8) || text.elementsEqual("true".utf8) || text.elementsEqual("on".utf8)
  }

  /// The place of a plain `B7`; any other spelling goes the long way.
  private func reference(_ text: UnsafeBufferPointer<UInt8>) -> CellReference? {
    var column = 0
    var row = 0
    for index in 0..<text.count {
      let byte = unsafe text[index]
      if (0x41...0x5A).contains(byte), row == 0, column < 1000 {
        column = column * 26 + Int(byte - 0x40)
      } else if (0x30...0x39).contains(byte), column > 0, row <= CellReference.maximumRow {
        row = row * 10 + Int(byte - 0x30)
      } else {
        return unsafe CellReference(String(decoding: text, as: UTF8.self))
      }
    }
    guard (1...CellReference.maximumRow).contains(row), (1...CellReference.maximumColumn).contains(column) else {
      return nil
    }
    return CellReference(row: row, column: column)
  }
}
