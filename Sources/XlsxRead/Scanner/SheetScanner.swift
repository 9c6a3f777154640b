import XlsxPackage

/// Scans the rows of a worksheet.
@safe final class SheetScanner: CanonicalScanner {
  let opening: StaticString = "<sheetData"
  let closing: StaticString = "</row"

  /// Keeps the state alive.
  private let handler: SheetHandler
  let state: UnsafeMutablePointer<SheetState>
  private var isInRow = false

  init(_ handler: SheetHandler) {
    self.handler = handler
    unsafe state = handler.state
  }

  var canStart: Bool { unsafe state.pointee.scope == .sheetData && state.pointee.skipped == 0 }

  func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> ScanProgress { unsafe scanTokens(bytes) }

  func reserve(_ byteCount: Int) { _ = unsafe state.pointee.storage.bytes.room(for: byteCount) }

  @inline(__always)
  func takeToken(_ place: inout UnsafePointer<UInt8>) -> Bool {
    guard isInRow else { return unsafe scanRowStart(&place) }
    return unsafe place[1] == UInt8(ascii: "c") ? scanCell(&place) : scanRowEnd(&place)
  }

  func handOver() -> StaticString {
    unsafe state.pointee.scope = .sheetData
    guard isInRow else { return "" }
    isInRow = false
    unsafe state.pointee.resumesRow = true
    return "<row>"
  }
}

extension SheetScanner {
  private func scanRowStart(_ place: inout UnsafePointer<UInt8>) -> Bool {
    guard unsafe ScanText.matches("<row", place) else { return false }
    unsafe place += 4
    var number = unsafe Int(state.pointee.row.number) + 1
    var isHidden = false
    var height: Double?
    var seen: UInt32 = 0
    while unsafe place[0] == 0x20 {
      unsafe place += 1
      guard let attribute = unsafe scanAttribute(&place, of: Self.rowAttributes, &seen) else { return false }
      switch unsafe attribute.name {
      case 0:
        guard let value = unsafe SheetState.integer(attribute.value) else { return false }
        number = value
      case 1: unsafe isHidden = SheetState.isTrue(attribute.value)
      case 2: unsafe height = Double(String(decoding: attribute.value, as: UTF8.self))
      default: break
      }
    }
    let isEmpty = unsafe place[0] == UInt8(ascii: "/")
    if isEmpty { unsafe place += 1 }
    guard unsafe place[0] == UInt8(ascii: ">"), (1...CellReference.maximumRow).contains(number) else { return false }
    unsafe place += 1
    unsafe state.pointee.openRow(number, isHidden: isHidden, height: height)
    if isEmpty { unsafe state.pointee.closeRow() } else { isInRow = true }
    return true
  }

  private func scanRowEnd(_ place: inout UnsafePointer<UInt8>) -> Bool {
    guard unsafe ScanText.matches("</row>", place) else { return false }
    unsafe place += 6
    unsafe state.pointee.closeRow()
    isInRow = false
    return true
  }

  /// The attributes of a row (ECMA-376 18.3.1.73) and the one that Excel adds. The first three matter.
  private static let rowAttributes: [StaticString] = [
    "r", "hidden", "ht", "spans", "customHeight", "x14ac:dyDescent", "s", "customFormat", "outlineLevel", "collapsed",
    "thickTop", "thickBot", "ph",
  ]

  /// Takes an attribute from its name on; nil where it is not one of those, or stands there a second time.
  func scanAttribute(
    _ place: inout UnsafePointer<UInt8>, of names: [StaticString], _ seen: inout UInt32
  ) -> (name: Int, value: UnsafeBufferPointer<UInt8>)? {
    for index in names.indices {
      let length = names[index].utf8CodeUnitCount
      guard unsafe ScanText.matches(names[index], place), unsafe place[length] == UInt8(ascii: "=") else { continue }
      guard seen & 1 << UInt32(index) == 0 else { return nil }
      seen |= 1 << UInt32(index)
      unsafe place += length + 1
      guard unsafe place[0] == UInt8(ascii: "\"") else { return nil }
      unsafe place += 1
      let start = unsafe place
      while unsafe place[0] != UInt8(ascii: "\"") {
        let byte = unsafe place[0]
        guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&") else { return nil }
        unsafe place += 1
      }
      let value = unsafe UnsafeBufferPointer(start: start, count: place - start)
      unsafe place += 1
      return unsafe (index, value)
    }
    return nil
  }
}
