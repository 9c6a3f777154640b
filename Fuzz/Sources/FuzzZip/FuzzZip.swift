import FuzzSupport

/// A zip file whose checksums are made right first, so that a change of the fuzzer reaches the reader of the directory,
/// the inflater and the parts behind it. The first byte says what is made right.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzZip(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe FuzzInput(start, count).bytes
  guard let first = bytes.first else { return 0 }
  var repair = ZipRepair(Array(bytes.dropFirst()))
  repair.run(checksums: first & 1 == 0, sizes: first & 2 == 0)
  WorkbookWalk.walk(repair.bytes)
  return 0
}
