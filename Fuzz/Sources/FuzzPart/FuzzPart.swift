import FuzzSupport

/// One XML part, by the first byte, in a package that is sound but for it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPart(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe FuzzInput(start, count).bytes
  guard let first = bytes.first else { return 0 }
  WorkbookWalk.walk(PartPackage.bytes(replacing: Int(first), with: Array(bytes.dropFirst())))
  return 0
}
