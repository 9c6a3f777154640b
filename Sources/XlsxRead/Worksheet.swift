/// One worksheet of a workbook.
///
/// Taking a worksheet reads nothing; its rows and comments are read when asked for, as often as asked.
public struct Worksheet {
  let contents: WorkbookContents
  let part: String

  /// The name on the sheet's tab.
  public let name: String
  /// Whether the sheet shows.
  public let visibility: SheetVisibility

  /// All rows of the sheet, read into memory.
  ///
  /// ```swift
  /// for row in try sheet.rows {
  ///   print(row.number, row["B"]?.rawText ?? "")
  /// }
  /// ```
  ///
  /// Every access reads the sheet anew. A cell takes about 40 bytes besides its text; ``rowReader()`` reads sheets of any
  /// size in memory that does not grow.
  ///
  /// - Throws: ``XlsxReadError`` as ``rowReader()`` and ``RowReader/next()`` do, before any row is given; with the code
  ///   ``XlsxReadError/Code/overLimit`` for a sheet of more than ``ReadLimits/keptCells`` cells.
  public var rows: SheetRows {
    get throws(XlsxReadError) { try SheetRows(rowReader(), limits: contents.package.limits) }
  }

  /// Starts reading the rows one after the other.
  ///
  /// The first call on a workbook also reads its styles and shared strings.
  ///
  /// - Throws: ``XlsxReadError``, among others with the code ``XlsxReadError/Code/missingPart`` where the package does not
  ///   hold the sheet.
  public func rowReader() throws(XlsxReadError) -> RowReader {
    let context = SheetContext(
      styles: try contents.styles(), strings: try contents.sharedStrings(), usesDate1904: contents.usesDate1904)
    return try RowReader(
      package: contents.package, part: part, sheet: name, context: context, scans: contents.scans)
  }
}
