import Foundation

/// A workbook and the log of what was changed in it, written together: no log stays without its workbook.
struct WorkbookAndLog: Sendable {
  /// Where the workbook goes.
  let workbook: String
  let places: OutputPlaces

  /// What a log beside a workbook is called.
  static let logEnding = ".清洗记录.jsonl"

  /// Where the log goes: beside the workbook.
  var log: String {
    let stem = workbook.lowercased().hasSuffix(".xlsx") ? String(workbook.dropLast(5)) : workbook
    return stem + Self.logEnding
  }

  /// Makes sure that both may be written.
  func check() throws(OutputError) {
    try places.check(workbook)
    try places.check(log)
  }

  /// Writes both, the log first; with a log that is nil, an old one is removed.
  func write(_ bytes: [UInt8], log text: String?) throws(OutputError) {
    try check()
    let book = try ResultOutput(path: workbook, places: places)
    try book.write(bytes: bytes)
    try book.store()
    // Where the log leads to, while it is there.
    let place = OutputPlaces.real(log)
    // With the old log at hand, a workbook that cannot be put in place leaves everything as it was.
    let old = try keepOldLog(at: place)
    defer { if let old { try? FileManager.default.removeItem(atPath: old) } }
    if let text {
      try ResultOutput.write(text, to: log, places: places)
    } else if old != nil {
      try removeLog(at: place)
    }
    do throws(OutputError) {
      try book.finish()
    } catch {
      if text != nil { try? removeLog(at: place) }
      if let old { try? FileManager.default.moveItem(atPath: old, toPath: place) }
      throw error
    }
  }

  /// A second name of the log that stands there; nil where none does.
  private func keepOldLog(at place: String) throws(OutputError) -> String? {
    guard OutputPlaces.exists(place) else { return nil }
    let other = URL(fileURLWithPath: place).deletingLastPathComponent()
      .appendingPathComponent(".sheets-\(UUID().uuidString).tmp").path
    do {
      try FileManager.default.copyItem(atPath: place, toPath: other)
    } catch {
      throw .failed(log, reason: error.localizedDescription)
    }
    return other
  }

  private func removeLog(at place: String) throws(OutputError) {
    do {
      try FileManager.default.removeItem(atPath: place)
    } catch {
      throw .failed(log, reason: error.localizedDescription)
    }
  }
}
