import XlsxPackage
import XlsxWrite

extension CleaningRecord {
  /// Puts the record of a log into a patch as the last sheet, in the place of earlier ones, whose lines come first. Where there is
  /// nothing to tell, they are only taken out.
  ///
  /// - Parameters:
  ///   - log: What was changed this time; its hash of the cleaned file is not looked at.
  ///   - earlier: The records that the workbook holds.
  ///   - language: The language of what is written now.
  ///   - patch: The workbook.
  /// - Throws: An `XlsxWriteError` where the sheet cannot be written.
  static func write(
    _ log: ChangeLog, after earlier: [CleaningRecord], language: Language, to patch: WorkbookPatch
  ) throws {
    for record in earlier where patch.sheetNames.contains(record.sheet) { try patch.removeSheet(named: record.sheet) }
    let sheets = Set(patch.sheetNames)
    let record = joined(earlier, with: log, name: freeName(in: patch), language)
    if record.lines.isEmpty, record.unmatched.isEmpty { return }
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

  private static func freeName(in patch: WorkbookPatch) -> String {
    let taken = Set(patch.sheetNames.map { $0.lowercased() })
    var name = sheetName
    var number = 2
    while taken.contains(name) {
      name = "\(sheetName) (\(number))"
      number += 1
    }
    return name
  }
}
