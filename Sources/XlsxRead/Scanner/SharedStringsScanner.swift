/// Scans the plain items of the shared string table; those of several runs are left to libxml2.
final class SharedStringsScanner: CanonicalScanner {
  let opening: StaticString = "<sst"
  let closing: StaticString = "</si"
  private let part: SharedStringsPart

  init(_ part: SharedStringsPart) { self.part = part }

  var canStart: Bool { part.isBetweenItems }

  func handOver() -> StaticString { "" }

  func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> ScanProgress {
    guard let start = bytes.baseAddress else { return ScanProgress(taken: 0, isIrregular: false) }
    let end = unsafe start + bytes.count
    var token = unsafe start
    var place = unsafe start
    part.table.reserve(bytes.count + PieceBuffer.slack)
    while true {
      let byte = unsafe place[0]
      if byte == UInt8(ascii: "<") {
        unsafe token = place
        guard unsafe scanItem(&place) else { break }
      } else if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        unsafe place += 1
      } else {
        unsafe token = place
        break
      }
    }
    return unsafe ScanProgress(taken: token - start, isIrregular: place + PieceBuffer.slack <= end)
  }

  /// `<si><t>…</t></si>`
  private func scanItem(_ place: inout UnsafePointer<UInt8>) -> Bool {
    guard unsafe ScanText.matches("<si>", place) else { return false }
    unsafe place += 4
    guard unsafe ScanText.scanTextStart(&place) else { return false }
    let target = unsafe part.table.room
    let (read, written) = unsafe ScanText.copy(place, to: target)
    unsafe place = read
    guard unsafe ScanText.matches("</t></si>", place), unsafe part.addItem(written - target) else { return false }
    unsafe place += 9
    return true
  }
}
