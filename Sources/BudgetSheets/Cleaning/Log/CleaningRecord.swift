import XlsxWrite

/// The sheet of a cleaned workbook that records what was changed.
struct CleaningRecord {
  /// Takes the records of earlier cleanings out of a workbook's sheets.
  static func take(from grids: inout [SheetGrid]) -> [CleaningRecord] { [] }

  /// Adds the record.
  static func write(
    _ log: ChangeLog, after earlier: [CleaningRecord], language: Language, to patch: WorkbookPatch
  ) throws {}
}
