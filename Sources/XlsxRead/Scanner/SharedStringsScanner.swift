/// Scans the plain items of the shared string table; those of several runs are left to libxml2.
final class SharedStringsScanner: CanonicalScanner {
  let opening: StaticString = "<sst"
  let closing: StaticString = "</si"
  private let part: SharedStringsPart

  init(_ part: SharedStringsPart) { self.part = part }

  var canStart: Bool { part.isBetweenItems }

  func handOver() -> StaticString { "" }

  func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> ScanProgress { unsafe scanTokens(bytes) }

  func reserve(_ byteCount: Int) { part.table.reserve(byteCount) }

  /// `<si><t>…</t></si>`
  func takeToken(_ place: inout UnsafePointer<UInt8>) -> Bool {
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
