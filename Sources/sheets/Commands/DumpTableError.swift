import XlsxRead

/// Why a sheet cannot be printed as a table.
enum DumpTableError: Error {
  case unreadable(XlsxReadError)
  /// A few cells far apart would take lines and lines of separators.
  case tooManyBlanks(rows: Int, columns: Int)
  /// A row comes after one with a higher number, so that its place is gone by.
  case unsorted(row: Int)
}
