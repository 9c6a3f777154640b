import XlsxPackage

/// Reads a worksheet for its ``SheetLayout`` alone: of the cells it looks at nothing but their places.
@safe final class LayoutHandler: XMLHandler {
  private(set) var state: LayoutState
  private(set) var isWorksheet = true
  private var names: Names?
  /// How deep inside `sheetData`; 0 outside.
  private var depth = 0
  private var isInRow = false
  private var row: Int32 = 0
  private var column: Int32 = 0

  private struct Names {
    let row, cell, reference: XMLName
  }

  init(limits: ReadLimits) { state = LayoutState(limits: limits) }

  override func prepare(_ names: XMLNames) {
    self.names = Names(row: names["row"], cell: names["c"], reference: names["r"])
  }

  override func start(_ element: XMLElement) throws(XMLFault) {
    if depth > 0 {
      depth += 1
      if depth == 2 { isInRow = !element.isForeign && element.name == names?.row }
      if depth <= 3, isInRow, !element.isForeign, let names { try startInRows(element, names) }
    } else if state.isOpen {
      try state.start(element)
    } else if element.depth == 1 {
      isWorksheet = element.name.matches("worksheet")
    } else if element.name.matches("sheetData"), !element.isForeign {
      depth = 1
    } else {
      try state.start(element)
    }
  }

  override func end(_ name: XMLName, depth: Int) throws(XMLFault) {
    if self.depth > 0 { self.depth -= 1 } else if state.isOpen { try state.end() }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLFault) {
    if depth == 0, state.isOpen { try unsafe state.text(bytes) }
  }

  private func startInRows(_ element: XMLElement, _ names: Names) throws(XMLFault) {
    if depth == 2 {
      row += 1
      column = 0
      for index in 0..<element.attributeCount where element.plainName(index) == names.reference {
        guard let number = Int32(element.string(index)) else {
          throw XMLFault(.invalidContent, "row number \"\(element.string(index))\" is not a number")
        }
        row = number
      }
      guard (1...Int32(CellReference.maximumRow)).contains(row) else {
        throw XMLFault(.invalidContent, "row \(row) is outside a worksheet's \(CellReference.maximumRow) rows")
      }
    } else if element.name == names.cell {
      // A cell's own reference counts, even where it disagrees with its row's.
      var place = row
      column += 1
      for index in 0..<element.attributeCount where element.plainName(index) == names.reference {
        let bytes = unsafe element.value(index)
        if bytes.isEmpty { continue }
        guard let reference = unsafe CellReference(bytes: bytes) else {
          throw XMLFault(
            .invalidContent, "in row \(row), \"\(element.string(index))\" is not a cell of a worksheet")
        }
        place = Int32(reference.row)
        column = Int32(reference.column)
      }
      guard column <= Int32(CellReference.maximumColumn) else {
        throw XMLFault(
          .invalidContent, "row \(row) holds more than a worksheet's \(CellReference.maximumColumn) columns")
      }
      state.extent.include(row: place, column: column)
    }
  }
}

extension CellReference {
  /// The place of a plain `B7`, without making a text of it; any other spelling goes the long way.
  fileprivate init?(bytes: UnsafeBufferPointer<UInt8>) {
    var row = 0
    var column = 0
    for index in 0..<bytes.count {
      let byte = unsafe bytes[index]
      if (0x41...0x5A).contains(byte), row == 0, column < 1000 {
        column = column * 26 + Int(byte - 0x40)
      } else if (0x30...0x39).contains(byte), column > 0, row <= Self.maximumRow {
        row = row * 10 + Int(byte - 0x30)
      } else {
        unsafe self.init(String(decoding: bytes, as: UTF8.self))
        return
      }
    }
    guard (1...Self.maximumRow).contains(row), (1...Self.maximumColumn).contains(column) else { return nil }
    self.init(row: row, column: column)
  }
}
