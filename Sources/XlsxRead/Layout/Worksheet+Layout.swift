extension Worksheet {
  /// Reads what the sheet says beside its cells: merges, links, validations, protection, sizes, the range in use.
  ///
  /// The whole part is gone through without keeping or converting a cell, and neither styles nor shared strings are
  /// read. Where the rows are read anyway, ``RowReader/layout`` comes without that pass.
  ///
  /// - Throws: ``XlsxReadError``, as reading the rows does; also where the list of the sheet's relationships is broken.
  /// - Complexity: Linear in the size of the sheet.
  public func layout() throws(XlsxReadError) -> SheetLayout {
    let package = contents.package
    let handler = LayoutHandler(limits: package.limits)
    do throws(XlsxReadError) {
      try package.parse(part, keepsContent: false, into: handler)
      guard handler.isWorksheet else {
        throw XlsxReadError(
          .invalidContent, file: package.file, part: part, message: "the part is not a worksheet")
      }
      return handler.state.finished(handler.state.needsTargets ? try package.hyperlinkTargets(of: part) : [:])
    } catch {
      throw error.inSheet(name)
    }
  }
}
