import FuzzSupport

/// A workbook and a list of changes, in one text: what is changed is seen, what is not named stays, and nothing else happens.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPatch(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe PatchInput(FuzzInput(start, count).files)
  PatchRun(input).check()
  return 0
}
