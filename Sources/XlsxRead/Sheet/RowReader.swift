public import XlsxPackage

/// Reads the rows of a worksheet one after the other, in memory that does not grow with their number.
///
/// ```swift
/// let rows = try sheet.rowReader()
/// while let row = try rows.next() {
///   print(row.number, row["B"]?.rawText ?? "")
/// }
/// ```
///
/// A reader belongs to one task at a time.
public final class RowReader {
  private let stream: PartStream
  let handler: SheetHandler
  let package: PackageReader
  let part: String
  let sheet: String
  private var batch: RowBatch
  private var position = 0

  init(
    package: PackageReader, part: String, sheet: String, context: SheetContext, scans: Bool, keepsCells: Bool = true
  ) throws(XlsxReadError) {
    self.package = package
    self.part = part
    self.sheet = sheet
    batch = RowBatch(context: context)
    handler = SheetHandler(context: context, limits: package.limits, keepsCells: keepsCells)
    do {
      stream = try package.stream(
        part, keepsContent: false, into: handler, scanner: scans ? SheetScanner(handler) : nil)
    } catch {
      throw error.inSheet(sheet)
    }
    while unsafe !handler.state.pointee.hasReachedRows {
      do {
        if !(try advance()) { break }
      } catch {
        // Rows that come before the fault are still to be read; then it is met again.
        if unsafe !handler.state.pointee.hasReachedRows { throw error }
      }
    }
    guard unsafe handler.state.pointee.isWorksheet else {
      throw XlsxReadError(
        .invalidContent, file: package.file, part: part, sheet: sheet, message: "the part is not a worksheet")
    }
  }

  /// The columns that the sheet sets, in its order; known before the first row.
  public var columns: [ColumnProperties] { unsafe handler.state.pointee.layout.gathered.columns }

  /// The merged ranges, in the sheet's order; complete once ``next()`` has returned nil.
  public var merges: [CellRange] { unsafe handler.state.pointee.layout.gathered.merges }
  /// How the sheet is protected, as ``SheetLayout/protection``; complete once ``next()`` has returned nil.
  package var protection: WorksheetProtection? { unsafe handler.state.pointee.layout.gathered.protection }

  /// Reads the next row that the file holds; nil after the last.
  ///
  /// Rows come in the order of the file, which is that of their numbers in every sound file. Rows that the file leaves
  /// out, as empty ones, are not made up.
  ///
  /// - Throws: ``XlsxReadError`` naming the sheet, and the cell where there is one, once the rows before it are returned.
  ///   They stay valid; every further call throws the same error.
  public func next() throws(XlsxReadError) -> Row? {
    while position == batch.rowCount {
      if !(try refill()) { return nil }
    }
    defer { position += 1 }
    return Row(batch: batch, record: batch.row(position))
  }

  /// Parses until there is at least one row more; false at the end of the sheet.
  private func refill() throws(XlsxReadError) -> Bool {
    if !isKnownUniquelyReferenced(&batch) { batch = RowBatch(context: batch.context) }
    position = 0
    batch.removeAll()
    while unsafe handler.state.pointee.storage.rows.isEmpty {
      do {
        if !(try advance()) { break }
      } catch {
        // The rows that the broken piece still completed go first; the next call meets the error again.
        if unsafe handler.state.pointee.storage.rows.isEmpty { throw error }
      }
    }
    if unsafe handler.state.pointee.storage.rows.isEmpty { return false }
    unsafe handler.state.pointee.handOver(to: batch)
    return true
  }

  private func advance() throws(XlsxReadError) -> Bool {
    do {
      return try stream.advance()
    } catch {
      throw error.inSheet(sheet)
    }
  }
}

extension XlsxReadError {
  /// The same error, lying in a worksheet.
  func inSheet(_ name: String) -> XlsxReadError {
    var error = self
    error.sheet = name
    return error
  }
}
