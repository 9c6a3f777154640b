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

  /// Takes the canonical tokens at the start of some bytes, behind which stand ``PieceBuffer/slack`` bytes of 0.
  func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> ScanProgress
  /// Prepares the handler for libxml2, and gives the tags that it must see first to be where the scanner is.
  func handOver() -> StaticString
}
