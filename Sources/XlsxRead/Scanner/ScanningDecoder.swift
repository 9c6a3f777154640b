/// Reads a part by libxml2, but for the stretch that a scanner can take.
///
/// libxml2 never sees the tokens that the scanner takes. Each of them is a whole element, or a start tag whose end tag is
/// taken too, so what libxml2 does see remains one well-formed part if the whole is one.
final class ScanningDecoder: PartDecoder {
  /// A scanner's token ends inside one piece.
  static let longestToken = PieceBuffer.headroom + ReadAheadPieces.pieceBytes

  private let parser: XMLPushParser
  private let scanner: any CanonicalScanner
  private var isScanning = false
  /// How many line ends the scanner has taken since libxml2 last saw anything.
  private var skippedLines = 0
  /// The text that ends with the next place where the scanner may start.
  private var mark: [UInt8]

  init(_ parser: XMLPushParser, _ scanner: any CanonicalScanner) {
    self.parser = parser
    self.scanner = scanner
    mark = Self.bytes(scanner.opening)
  }

  func take(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLFault) -> Int {
    var position = 0
    while position < piece.count {
      let rest = unsafe UnsafeBufferPointer(rebasing: piece[position...])
      if isScanning {
        let progress = unsafe scanner.scan(rest)
        skippedLines += unsafe ByteSearch.count(0x0A, in: rest, before: progress.taken)
        position += progress.taken
        if progress.isIrregular || piece.count - position > PieceBuffer.headroom {
          isScanning = false
          mark = Self.bytes(scanner.closing)
          try handOver()
        } else {
          return position
        }
      } else if let end = unsafe endOfMark(in: rest) {
        try unsafe parser.feed(UnsafeBufferPointer(rebasing: rest[..<end]))
        position += end
        isScanning = parser.isBetweenTokens && scanner.canStart
      } else {
        let count = unsafe rest.count - unfinished(rest)
        try unsafe parser.feed(UnsafeBufferPointer(rebasing: rest[..<count]))
        return position + count
      }
    }
    return position
  }

  func finish(_ rest: UnsafeBufferPointer<UInt8>) throws(XMLFault) {
    if isScanning { try handOver() }
    try unsafe parser.feed(rest)
    try parser.finish()
  }

  /// Brings libxml2 to where the scanner stopped. Line ends between two tokens mean nothing, and keep its count of lines
  /// right.
  private func handOver() throws(XMLFault) {
    let lines = [UInt8](repeating: 0x0A, count: min(skippedLines, 1 << 16))
    while skippedLines > 0 {
      let count = min(skippedLines, lines.count)
      try feed(lines, count)
      skippedLines -= count
    }
    try parser.feed(scanner.handOver())
  }

  private func feed(_ bytes: [UInt8], _ count: Int) throws(XMLFault) {
    var fault: XMLFault?
    unsafe bytes.withUnsafeBufferPointer { bytes in
      do throws(XMLFault) {
        try unsafe parser.feed(UnsafeBufferPointer(rebasing: bytes[..<count]))
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
  }

  private static func bytes(_ text: StaticString) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// The place behind the first tag that begins with the mark; nil where there is none as yet.
  private func endOfMark(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var position = 0
    while let start = unsafe ByteSearch.first(UInt8(ascii: "<"), in: bytes, from: position) {
      if unsafe bytes[start...].starts(with: mark) {
        return unsafe ByteSearch.first(UInt8(ascii: ">"), in: bytes, from: start + mark.count - 1).map { $0 + 1 }
      }
      position = start + 1
    }
    return nil
  }

  /// How many bytes at the end may be the beginning of the tag that the mark begins.
  private func unfinished(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let window = unsafe bytes.suffix(256)
    guard let start = unsafe window.lastIndex(of: UInt8(ascii: "<")) else { return 0 }
    let tail = unsafe bytes[start...].prefix(mark.count)
    return unsafe tail.elementsEqual(mark.prefix(tail.count)) ? bytes.count - start : 0
  }
}
