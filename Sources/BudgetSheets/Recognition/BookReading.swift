import XlsxRead

/// A book with the cells that it was read from.
struct BookReading {
  var book: Book
  var set: FormSet
  var workbook: Workbook
  /// The sheets that may be forms, in order; those that this package adds to workbooks are left out.
  var grids: [SheetGrid]
  /// What earlier cleanings have recorded in it.
  var records: [CleaningRecord]
}
