internal import CXlsx
internal import XlsxPackage

/// Writes one worksheet of a new workbook.
///
/// Rows and columns count from 1. Whatever is written last into a cell stays. Every method throws `closed` once the
/// workbook is closed, and `outOfBounds` for a cell that no worksheet has.
public final class WorksheetWriter {
  /// The name on the worksheet's tab.
  public var name: String { state.name }

  let state: WorksheetState
  let storage: WorkbookStorage
  private let index: Int

  init(state: WorksheetState, index: Int, storage: WorkbookStorage) {
    self.state = state
    self.index = index
    self.storage = storage
  }

  /// Hides the worksheet; a reader can show it again from the menu of the tabs.
  public func hide() throws(XlsxWriteError) {
    _ = unsafe try pointer()
    state.isHidden = true
  }

  /// Makes this the worksheet that is seen first; without it, the first one that is not hidden is.
  public func activate() throws(XlsxWriteError) {
    _ = unsafe try pointer()
    storage.activeIndex = index
  }
}

extension WorksheetWriter {
  /// The library's worksheet, while the workbook is open.
  func pointer() throws(XlsxWriteError) -> UnsafeMutablePointer<lxw_worksheet> {
    _ = unsafe try storage.workbook()
    return unsafe state.pointer
  }

  /// Makes an error that names this worksheet.
  func error(_ code: XlsxWriteError.Code, _ cell: CellReference, _ message: String) -> XlsxWriteError {
    storage.error(code, sheet: name, cell: cell.description, message)
  }

  /// Makes an error that names this worksheet.
  func error(_ code: XlsxWriteError.Code, _ range: CellRange? = nil, _ message: String) -> XlsxWriteError {
    storage.error(code, sheet: name, cell: range?.description, message)
  }

  /// Throws where the library reports a failure.
  func check(_ status: lxw_error, _ cell: CellReference) throws(XlsxWriteError) {
    if status == LXW_NO_ERROR { return }
    if let failure = storage.check(status, sheet: name, cell: cell.description) { throw failure }
  }

  /// Throws where the library reports a failure.
  func check(_ status: lxw_error, _ range: CellRange? = nil) throws(XlsxWriteError) {
    if let failure = storage.check(status, sheet: name, cell: range?.description) { throw failure }
  }

  /// A cell as the library counts it.
  func place(of cell: CellReference) throws(XlsxWriteError) -> (row: UInt32, column: UInt16) {
    guard (1...CellReference.maximumRow).contains(cell.row), (1...CellReference.maximumColumn).contains(cell.column)
    else {
      throw storage.error(
        .outOfBounds, sheet: name,
        "there is no row \(cell.row), column \(cell.column). Rows go from 1 to \(CellReference.maximumRow), columns from 1 to \(CellReference.maximumColumn)."
      )
    }
    return (UInt32(cell.row - 1), UInt16(cell.column - 1))
  }

  /// The library's format for a cell.
  func format(
    _ format: CellFormat?, _ cell: CellReference
  ) throws(XlsxWriteError) -> UnsafeMutablePointer<lxw_format>? {
    unsafe try storage.format(format, sheet: name, cell: cell.description)
  }

  /// A formula with its leading equals sign, checked for what XML and Excel can take.
  func formula(_ formula: String, atMost limit: Int = 8192, _ range: CellRange?) throws(XlsxWriteError) -> String {
    do throws(FormulaFault) { return try FormulaFault.checked(formula, atMost: limit) } catch {
      throw self.error(error.code, range, error.message)
    }
  }
}
