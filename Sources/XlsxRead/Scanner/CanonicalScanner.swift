/// Reads the stretch of a part that holds nearly all of its bytes, as long as it is written in the canonical form.
///
/// Canonical is what Excel, WPS, LibreOffice and libxlsxwriter write: UTF-8, plain start tags with known attributes in
/// double quotes, no comment, no CDATA section, no prefix before an element, no value that breaks a rule or a bound. A
/// scanner takes whole tokens of that form and refuses all others; it never finds fault, since libxml2 is the judge.
protocol CanonicalScanner: AnyObject {
  /// The beginning of the tag behind which the stretch starts, as `<sheetData`.
  var opening: StaticString { get }
  /// The tag behind which the scanner may go on once libxml2 has read a token that was not canonical, as `</row>`.
  var closing: StaticString { get }
  /// Whether the handler stands where ``scan(_:)`` may start, going by the elements it has seen.
  var canStart: Bool { get }

  /// Makes room for what so many bytes of tokens can hold; a text takes no more room than its XML.
  func reserve(_ byteCount: Int)
  /// Takes the token at a `<` and moves behind it. Where the token is not canonical or has not ended, it is not taken,
  /// the place is that of the first byte that does not fit, and false comes back.
  func takeToken(_ place: inout UnsafePointer<UInt8>) -> Bool
  /// Takes the canonical tokens at the start of some bytes, behind which stand ``PieceBuffer/slack`` bytes of 0, by
  /// ``scanTokens(_:)``.
  func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> ScanProgress
  /// Prepares the handler for libxml2, and gives the tags that it must see first to be where the scanner is.
  func handOver() -> StaticString
}

extension CanonicalScanner {
  /// Takes the tokens and the white space between them. It is copied into each scanner, whose tokens cost no call then.
  @inline(__always)
  func scanTokens(_ bytes: UnsafeBufferPointer<UInt8>) -> ScanProgress {
    guard let start = bytes.baseAddress else { return ScanProgress(taken: 0, isIrregular: false) }
    reserve(bytes.count + PieceBuffer.slack)
    let end = unsafe start + bytes.count
    var token = unsafe start
    var place = unsafe start
    while true {
      let byte = unsafe place[0]
      if byte == UInt8(ascii: "<") {
        unsafe token = place
        guard unsafe takeToken(&place) else { break }
      } else if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        unsafe place += 1
      } else {
        unsafe token = place
        break
      }
    }
    return unsafe ScanProgress(taken: token - start, isIrregular: place + PieceBuffer.slack <= end)
  }
}
