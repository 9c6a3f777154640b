import XlsxWrite

/// A whole workbook before it is written.
protocol WorkbookPlan {
  /// What the workbook says about itself.
  var properties: DocumentProperties { get }

  /// Writes all sheets.
  func write(to workbook: WorkbookWriter) throws(XlsxWriteError)
}

extension WorkbookPlan {
  /// Writes the workbook at a path, all at once or not at all.
  ///
  /// - Parameter storesName: Whether to wait until the file's name is on the disk.
  func save(to path: String, replacesExisting: Bool, storesName: Bool = true) throws(BookWriteError) {
    do {
      let workbook = try WorkbookWriter(
        path: path, properties: properties, defaultFont: BookPlan.defaultFont, replacesExisting: replacesExisting)
      try write(to: workbook)
      try workbook.close(storesName: storesName)
    } catch {
      throw .file(error)
    }
  }

  /// The workbook as bytes.
  func bytes() throws(BookWriteError) -> [UInt8] {
    do {
      let workbook = try WorkbookWriter(properties: properties, defaultFont: BookPlan.defaultFont)
      try write(to: workbook)
      return try workbook.closeToBytes()
    } catch {
      throw .file(error)
    }
  }
}
