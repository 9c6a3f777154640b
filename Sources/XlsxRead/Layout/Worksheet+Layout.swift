extension Worksheet {
  /// Reads what the sheet says beside its cells: merges, links, validations, protection, sizes, the range in use.
  ///
  /// The whole part is gone through without keeping a cell, and neither styles nor shared strings are read. Where the rows
  /// are read anyway, ``RowReader/layout`` comes without that pass.
  ///
  /// - Throws: ``XlsxReadError``, as reading the rows does; also where the list of the sheet's relationships is broken.
  /// - Complexity: Linear in the size of the sheet.
  public func layout() throws(XlsxReadError) -> SheetLayout {
    let reader = try RowReader(
      package: contents.package, part: part, sheet: name, context: SheetContext(), scans: contents.scans,
      keepsCells: false)
    // There are no rows to give, so this goes to the end.
    _ = try reader.next()
    return try reader.layout
  }
}
