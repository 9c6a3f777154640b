extension RowReader {
  /// What the sheet says beside its cells.
  ///
  /// Before the first row it holds what the file puts before the rows: columns, sizes, views, the tab's colour and the
  /// declared range. Merges, links, validations, protection, the filter and the used range are complete once ``next()``
  /// has returned nil.
  ///
  /// - Throws: ``XlsxReadError`` where the sheet has links outside the workbook and the list of its relationships is
  ///   broken. The rows do not depend on that list.
  /// - Complexity: Linear in what the sheet has of these; keep the value.
  public var layout: SheetLayout {
    get throws(XlsxReadError) {
      let state = unsafe handler.state.pointee.layout
      do {
        return state.finished(state.needsTargets ? try package.hyperlinkTargets(of: part) : [:])
      } catch {
        throw error.inSheet(sheet)
      }
    }
  }
}
