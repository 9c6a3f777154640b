import XlsxPackage

extension SheetScanner {
  /// `<v>…</v>` with a value that fits the type of the cell.
  @inline(__always)
  func scanValue(
    _ place: inout UnsafePointer<UInt8>, _ cell: inout CellRecord, _ type: SheetState.CellType
  ) -> Bool {
    guard unsafe place[0] == UInt8(ascii: "<"), unsafe place[2] == UInt8(ascii: ">") else { return false }
    unsafe place += 3
    switch type {
    case .number:
      let start = unsafe place
      guard unsafe scanNumber(&place) else { return false }
      let count = unsafe place - start
      guard unsafe state.pointee.isTextWithinLimits(count) else { return false }
      unsafe state.pointee.take(start, count, as: state.pointee.numberKind(cell.style), &cell)
    case .shared:
      guard let index = unsafe scanInteger(&place), unsafe index < state.pointee.sharedStringCount else { return false }
      unsafe cell = state.pointee.sharing(index, cell)
    case .boolean:
      guard unsafe place[0] == UInt8(ascii: "0") || place[0] == UInt8(ascii: "1") else { return false }
      unsafe state.pointee.take(place, 1, as: .boolean, &cell)
      unsafe place += 1
    case .formulaString:
      guard unsafe scanText(&place, as: .text, &cell) else { return false }
    case .error, .isoDate:
      guard unsafe scanText(&place, as: type == .error ? .error : .isoDate, &cell), cell.valueCount > 0 else {
        return false
      }
    case .inlineString:
      return false
    }
    guard unsafe ScanText.matches("</v>", place) else { return false }
    unsafe place += 4
    return true
  }

  /// A number as ``NumberText/isNumber(_:)`` knows it.
  @inline(__always)
  private func scanNumber(_ place: inout UnsafePointer<UInt8>) -> Bool {
    if unsafe place[0] == UInt8(ascii: "-") { unsafe place += 1 }
    var digits = unsafe skipDigits(&place)
    if unsafe place[0] == UInt8(ascii: ".") {
      unsafe place += 1
      unsafe digits += skipDigits(&place)
    }
    guard digits > 0 else { return false }
    if unsafe place[0] | 0x20 == UInt8(ascii: "e") {
      unsafe place += 1
      if unsafe place[0] == UInt8(ascii: "-") || place[0] == UInt8(ascii: "+") { unsafe place += 1 }
      guard unsafe skipDigits(&place) > 0 else { return false }
    }
    return true
  }

  @inline(__always)
  private func skipDigits(_ place: inout UnsafePointer<UInt8>) -> Int {
    let start = unsafe place
    while unsafe place[0] &- 0x30 <= 9 { unsafe place += 1 }
    return unsafe place - start
  }

  /// Text up to the next tag, as the value of a cell.
  private func scanText(
    _ place: inout UnsafePointer<UInt8>, as value: CellRecord.Value, _ cell: inout CellRecord
  ) -> Bool {
    let target = unsafe state.pointee.storage.bytes.room(for: 0)
    let (read, written) = unsafe ScanText.copy(place, to: target)
    unsafe place = read
    let count = unsafe written - target
    guard unsafe place[0] == UInt8(ascii: "<"), unsafe state.pointee.isTextWithinLimits(count) else { return false }
    cell.value = value
    unsafe cell.valueStart = UInt32(state.pointee.storage.bytes.count)
    cell.valueCount = UInt32(count)
    unsafe state.pointee.storage.bytes.commit(count)
    return true
  }

  /// `<is><t>…</t></is>`; a text of several runs is left to libxml2.
  func scanInline(_ place: inout UnsafePointer<UInt8>, _ cell: inout CellRecord) -> Bool {
    guard unsafe ScanText.matches("<is>", place) else { return false }
    unsafe place += 4
    guard unsafe ScanText.scanTextStart(&place) else { return false }
    guard unsafe scanText(&place, as: .text, &cell) else { return false }
    guard unsafe ScanText.matches("</t></is>", place) else { return false }
    unsafe place += 9
    return true
  }

  /// `<f>…</f>`, or `<f …/>` in a cell that shares the formula of another.
  func scanFormula(
    _ place: inout UnsafePointer<UInt8>, _ cell: inout CellRecord, _ index: inout Int?,
    _ range: inout CellRange?
  ) -> Bool {
    guard unsafe place[0] == UInt8(ascii: "<") else { return false }
    unsafe place += 2
    cell.formulaKind = .normal
    var seen: UInt32 = 0
    while unsafe place[0] == 0x20 {
      unsafe place += 1
      guard let attribute = unsafe scanAttribute(&place, of: Self.formulaAttributes, &seen) else { return false }
      switch unsafe attribute.name {
      case 0:
        let text = unsafe attribute.value
        if unsafe text.elementsEqual("shared".utf8) {
          cell.formulaKind = .shared
        } else if unsafe text.elementsEqual("array".utf8) {
          cell.formulaKind = .array
        } else {
          return false
        }
      case 1:
        guard let number = unsafe SheetState.integer(attribute.value) else { return false }
        index = number
      case 2: unsafe range = CellRange(String(decoding: attribute.value, as: UTF8.self))
      default: break
      }
    }
    if unsafe place[0] == UInt8(ascii: "/") {
      guard unsafe place[1] == UInt8(ascii: ">") else { return false }
      unsafe place += 2
      return true
    }
    guard unsafe place[0] == UInt8(ascii: ">") else { return false }
    unsafe place += 1
    let target = unsafe state.pointee.storage.bytes.room(for: 0)
    let (read, written) = unsafe ScanText.copy(place, to: target)
    unsafe place = read
    let count = unsafe written - target
    guard unsafe ScanText.matches("</f>", place), unsafe state.pointee.isFormulaWithinLimits(count) else {
      return false
    }
    unsafe place += 4
    unsafe cell.formulaStart = UInt32(state.pointee.storage.bytes.count)
    cell.formulaCount = UInt32(count)
    unsafe state.pointee.storage.bytes.commit(count)
    return true
  }

  /// The attributes of a formula (ECMA-376 18.3.1.40) but for those of data tables. The first three matter.
  private static let formulaAttributes: [StaticString] = ["t", "si", "ref", "ca", "aca"]
}
