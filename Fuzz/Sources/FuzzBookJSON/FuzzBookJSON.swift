import BudgetSheets
import FuzzSupport

private let set: FormSet = {
  guard let set = try? TemplateLibrary.embedded.sets().first else {
    preconditionFailure("The sets compiled in are sound.")
  }
  return set
}()

/// The JSON of a book: read, printed, and the print read to the same print; then written as a workbook.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzBookJSON(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe FuzzInput(start, count).bytes
  guard let book = try? Book(json: bytes, in: set) else { return 0 }
  let json = book.json(in: set)
  do {
    let again = try Book(json: json.utf8, in: set)
    precondition(again.json(in: set) == json, "The print of a book does not stay the same:\n\(json)")
  } catch {
    preconditionFailure("The print of a book does not read again: \(error)\n\(json)")
  }
  _ = try? BookWriter(set: set).bytes(of: book)
  return 0
}
