import BudgetSheets
import FuzzSupport

/// A submitted workbook is cleaned, once with all that is certain and once with the suggestions too.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzClean(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe FuzzInput(start, count).package
  guard let certain = CleaningCheck(bytes, .all) else { return 0 }
  certain.check()
  // Where there is nothing to suggest, the second run is the first one over again.
  if certain.result.offered.isEmpty { return 0 }
  CleaningCheck(bytes, RepairSelection(codes: Set(RepairCode.allCases)))?.check()
  return 0
}
