import FuzzSupport

/// The whole file: zip layer, package, every part and every cell.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWorkbook(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  WorkbookWalk.walk(unsafe FuzzInput(start, count).package)
  return 0
}
