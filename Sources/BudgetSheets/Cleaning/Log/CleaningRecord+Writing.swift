import XlsxPackage
import XlsxWrite

extension CleaningRecord {
  /// Puts the record of a log into a patch as the last sheet, in the place of earlier ones, whose lines come first. Where there is
  /// nothing to tell, they are only taken out. One that holds comments, tables or formulas of others stays, under another name
  /// and title.
  ///
  /// It keeps the name of the earlier one, so that whatever refers to that refers to it.
  ///
  /// - Parameters:
  ///   - log: What was changed this time; its hash of the cleaned file is not looked at.
  ///   - earlier: The records that the workbook holds.
  ///   - language: The language of what is written now.
  ///   - keepsSheet: Whether the sheet stays where there is nothing to tell.
  ///   - patch: The workbook.
  /// - Throws: An `XlsxWriteError` where the sheet cannot be written.
  static func write(
    _ log: ChangeLog, after earlier: [CleaningRecord], language: Language, keepsSheet: Bool = false,
    to patch: WorkbookPatch
  ) throws {
    var carried: [CleaningRecord] = []
    var name: String?
    for var record in earlier where !record.isOld {
      if patch.sheetNames.contains(record.sheet) {
        if record.isForeign {
          try record.putAway(in: patch)
        } else {
          try patch.removeSheet(named: record.sheet)
          name = name ?? record.sheet
        }
      }
      carried.append(record)
    }
    let sheets = Set(patch.sheetNames)
    let record = joined(carried, with: log, name: name ?? freeName(sheetName, in: patch), language)
    if record.lines.isEmpty, record.unmatched.isEmpty, !keepsSheet || name == nil { return }
    let plan = CleaningRecordPlan(record, in: language, sheets: sheets)
    try patch.addWorksheet(named: record.sheet) { try plan.write(to: $0) }
  }

  private static func joined(
    _ earlier: [CleaningRecord], with log: ChangeLog, name: String, _ language: Language
  ) -> CleaningRecord {
    var record = CleaningRecord(sheet: name)
    for other in earlier {
      let count = record.lines.count
      record.sources += other.sources.map { Source(firstLine: $0.firstLine + count, text: $0.text) }
      record.lines += other.lines
      record.unmatched += other.unmatched
    }
    if log.changes.isEmpty { return record }
    record.sources.append(Source(log, firstLine: record.lines.count, in: language))
    record.lines += log.changes.map { Line($0, in: language) }
    return record
  }

  /// Leaves the sheet with what others put there, no longer known as a record.
  private mutating func putAway(in patch: WorkbookPatch) throws(XlsxWriteError) {
    let worksheet = try patch.worksheet(named: sheet)
    if let title { try worksheet.set(.text(Self.oldTitle(in: language)), at: title) }
    try worksheet.rename(to: Self.freeName(Self.oldSheetName, in: patch))
    unmatched = []
  }

  private static func freeName(_ name: String, in patch: WorkbookPatch) -> String {
    let taken = Set(patch.sheetNames.map { $0.lowercased() })
    var free = name
    var number = 2
    while taken.contains(free) {
      free = "\(name) (\(number))"
      number += 1
    }
    return free
  }
}
