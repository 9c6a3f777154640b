import FuzzSupport

/// The XML of a sheet or of the shared strings, read with the scanner and by libxml2 alone: both must give the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzScanner(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe FuzzInput(start, count).bytes
  guard bytes.count >= 3 else { return 0 }
  let package = ScannerInput(bytes).package
  let scanned = Trace.lines(of: package, scans: true)
  let parsed = Trace.lines(of: package, scans: false)
  if scanned != parsed {
    let place = zip(scanned, parsed).prefix { $0 == $1 }.count
    let lines = [scanned, parsed].map { place < $0.count ? String($0[place].prefix(2000)) : "nothing" }
    preconditionFailure("Line \(place) differs:\n  scanned: \(lines[0])\n  parsed:  \(lines[1])")
  }
  return 0
}
