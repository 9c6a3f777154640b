import BudgetSheets
import Foundation
import FuzzSupport

private let folder: URL = {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fuzz-\(getpid())/fuzz")
  try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  return folder
}()

/// The files of a form set.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDefinition(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let files = unsafe FuzzInput(start, count).files.filter {
    !$0.name.contains("/") && ($0.name.hasSuffix(".yaml") || $0.name.hasSuffix(".csv"))
  }
  var paths: [URL] = []
  for file in files.prefix(8) {
    let path = folder.appendingPathComponent(file.name)
    guard (try? Data(file.bytes).write(to: path)) != nil else { continue }
    paths.append(path)
  }
  if let sets = try? TemplateLibrary(directory: folder.path).sets() { _ = BookReader(sets: sets) }
  for path in paths { try? FileManager.default.removeItem(at: path) }
  return 0
}
