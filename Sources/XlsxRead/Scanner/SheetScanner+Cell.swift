import XlsxPackage

extension SheetScanner {
  /// Takes a whole cell, or nothing.
  @inline(__always)
  func scanCell(_ place: inout UnsafePointer<UInt8>) -> Bool {
    unsafe place += 2
    var cell = unsafe CellRecord(row: state.pointee.row.number, column: state.pointee.cell.column + 1)
    var type = SheetState.CellType.number
    var seen: UInt8 = 0
    while unsafe place[0] == 0x20 {
      let name = unsafe place[1]
      guard unsafe place[2] == UInt8(ascii: "="), unsafe place[3] == UInt8(ascii: "\"") else { return false }
      unsafe place += 4
      switch name {
      case UInt8(ascii: "r"):
        guard seen & 1 == 0, unsafe scanReference(&place, &cell) else { return false }
        seen |= 1
      case UInt8(ascii: "s"):
        guard seen & 2 == 0, let style = unsafe scanInteger(&place) else { return false }
        cell.style = Int32(clamping: style)
        seen |= 2
      case UInt8(ascii: "t"):
        guard seen & 4 == 0, unsafe scanType(&place, &type) else { return false }
        seen |= 4
      default: return false
      }
      guard unsafe place[0] == UInt8(ascii: "\"") else { return false }
      unsafe place += 1
    }
    guard unsafe state.pointee.hasRoom(for: cell) else { return false }
    if unsafe place[0] == UInt8(ascii: "/") {
      guard unsafe place[1] == UInt8(ascii: ">") else { return false }
      unsafe place += 2
    } else {
      guard unsafe place[0] == UInt8(ascii: ">") else { return false }
      unsafe place += 1
      guard unsafe scanContent(&place, &cell, type) else { return false }
    }
    unsafe state.pointee.add(cell)
    return true
  }

  /// `B7`, as everything writes it; the row may be another than the one around the cell.
  @inline(__always)
  private func scanReference(_ place: inout UnsafePointer<UInt8>, _ cell: inout CellRecord) -> Bool {
    var column: Int32 = 0
    var row: Int32 = 0
    while true {
      let letter = unsafe Int32(place[0]) - 0x40
      guard letter >= 1, letter <= 26 else { break }
      column = column * 26 + letter
      if column > CellReference.maximumColumn { return false }
      unsafe place += 1
    }
    while true {
      let digit = unsafe Int32(place[0]) - 0x30
      guard digit >= 0, digit <= 9 else { break }
      row = row * 10 + digit
      if row > CellReference.maximumRow { return false }
      unsafe place += 1
    }
    guard column > 0, row > 0 else { return false }
    cell.column = column
    cell.row = row
    return true
  }

  /// A number of up to 18 digits, as ``SheetState/integer(_:)`` takes them.
  @inline(__always)
  func scanInteger(_ place: inout UnsafePointer<UInt8>) -> Int? {
    var number = 0
    let start = unsafe place
    while true {
      let digit = unsafe Int(place[0]) - 0x30
      guard digit >= 0, digit <= 9 else { break }
      if unsafe place - start >= 18 { return nil }
      number = number * 10 + digit
      unsafe place += 1
    }
    return unsafe place == start ? nil : number
  }

  private func scanType(_ place: inout UnsafePointer<UInt8>, _ type: inout SheetState.CellType) -> Bool {
    if unsafe place[1] == UInt8(ascii: "\"") {
      switch unsafe place[0] {
      case UInt8(ascii: "s"): type = .shared
      case UInt8(ascii: "n"): type = .number
      case UInt8(ascii: "b"): type = .boolean
      case UInt8(ascii: "e"): type = .error
      case UInt8(ascii: "d"): type = .isoDate
      default: return false
      }
      unsafe place += 1
    } else if unsafe ScanText.matches("str\"", place) {
      type = .formulaString
      unsafe place += 3
    } else if unsafe ScanText.matches("inlineStr\"", place) {
      type = .inlineString
      unsafe place += 9
    } else {
      return false
    }
    return true
  }

  /// The children of a cell and its end tag: at most one formula, then at most one value.
  @inline(__always)
  private func scanContent(
    _ place: inout UnsafePointer<UInt8>, _ cell: inout CellRecord, _ type: SheetState.CellType
  ) -> Bool {
    let firstByte = unsafe state.pointee.storage.bytes.count
    guard unsafe scanChildren(&place, &cell, type) else {
      // What was written for a value and did not come to a cell is forgotten.
      unsafe state.pointee.storage.bytes.truncate(to: firstByte)
      return false
    }
    return true
  }

  @inline(__always)
  private func scanChildren(
    _ place: inout UnsafePointer<UInt8>, _ cell: inout CellRecord, _ type: SheetState.CellType
  ) -> Bool {
    var formulaIndex: Int?
    var formulaRange: CellRange?
    if unsafe place[1] == UInt8(ascii: "f") {
      guard unsafe scanFormula(&place, &cell, &formulaIndex, &formulaRange) else { return false }
    }
    if unsafe place[1] == UInt8(ascii: "v") {
      guard unsafe scanValue(&place, &cell, type) else { return false }
    } else if unsafe place[1] == UInt8(ascii: "i") {
      guard type == .inlineString, unsafe scanInline(&place, &cell) else { return false }
    }
    guard unsafe ScanText.matches("</c>", place) else { return false }
    unsafe place += 4
    if cell.formulaKind == .shared || cell.formulaKind == .array {
      guard let position = unsafe state.pointee.sharedFormula(of: cell, index: formulaIndex, range: formulaRange) else {
        return false
      }
      cell.sharedFormula = position
    }
    return true
  }
}
