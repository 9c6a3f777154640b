import BudgetSheets
import FuzzSupport

private let reader: BookReader = {
  guard let sets = try? TemplateLibrary.embedded.sets() else { preconditionFailure("The sets compiled in are sound.") }
  return BookReader(sets: sets, limits: WorkbookWalk.limits)
}()

/// A submitted workbook: read, printed as JSON, and that JSON read again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzBook(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe FuzzInput(start, count).package
  guard let book = try? reader.read(bytes: bytes, name: "fuzz.xlsx"),
    let set = reader.sets.first(where: { $0.name == book.set })
  else { return 0 }
  let json = book.json(in: set)
  do {
    _ = try Book(json: json.utf8, in: set)
  } catch {
    preconditionFailure("A book that was read has no JSON that reads again: \(error)\n\(json)")
  }
  return 0
}
