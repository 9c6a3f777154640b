import FuzzSupport
import XlsxPackage

@testable import XlsxWrite

/// XML in one piece and in many: the tokens, and a worksheet that is changed, come out the same.
///
/// The first byte says whether the bytes are rows or a whole part and what encoding they are put into, the next eight how
/// long the pieces are.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPieces(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe FuzzInput(start, count).bytes
  guard bytes.count > 9 else { return 0 }
  let isRows = bytes[0] & 1 == 0
  let lengths = bytes[1..<9].map { max(1, Int($0)) }
  var part = Array(bytes[9...])
  if isRows {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    part = "<worksheet xmlns=\"\(main)\"><sheetData>".utf8 + part + "</sheetData></worksheet>".utf8
  }
  if bytes[0] & 2 != 0, let text = String(validating: part, as: UTF8.self) {
    part = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  }
  let whole = PieceRun(part, lengths: [part.count])
  let pieces = PieceRun(part, lengths: lengths)
  compare(whole.decoded, pieces.decoded, "What is decoded")
  guard let decoded = whole.decoded.bytes else { return 0 }
  let (first, second) = (PieceRun(decoded, lengths: [decoded.count]), PieceRun(decoded, lengths: lengths))
  compare(first.tokens, second.tokens, "The tokens")
  if first.tokens.error == nil { expect(first.tokens.bytes == decoded, "A part that is not changed differs.") }
  for edits in PieceRun.edits { compare(first.changed(edits), second.changed(edits), "The changed part") }
  return 0
}

private func compare(_ first: PieceRun.Result, _ second: PieceRun.Result, _ name: String) {
  if first == second { return }
  fatalError(
    "\(name) differ:\n  in one:    \(first)\n  in pieces: \(second)")
}
