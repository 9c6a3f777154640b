import XlsxPackage
import XlsxRead
import XlsxWrite

/// The submitter's workbook, as far as an annotated copy depends on it.
struct SubmittedWorkbook {
  /// Where it comes from.
  enum Source: Sendable {
    case path(String)
    case bytes([UInt8], name: String)
  }

  let source: Source
  /// The lists of earlier rounds that it holds.
  let lists: [ReturnedList]
  private let workbook: Workbook
  private let worksheets: [String: Worksheet]

  init(_ source: Source, limits: ReadLimits) throws(XlsxReadError) {
    self.source = source
    let name: String
    switch source {
    case .path(let path):
      workbook = try Workbook(path: path, limits: limits)
      name = path.split(separator: "/").last.map(String.init) ?? path
    case .bytes(let bytes, let file):
      workbook = try Workbook(bytes: bytes, name: file, limits: limits)
      name = file
    }
    worksheets = Dictionary(workbook.worksheets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var grids: [SheetGrid] = []
    var room = CellRoom()
    for worksheet in workbook.worksheets { grids.append(try SheetGrid(worksheet, room: &room, file: name)) }
    lists = ReturnedList.take(from: &grids)
  }

  /// A patch of the workbook without any change.
  func patch() throws(XlsxWriteError) -> WorkbookPatch {
    switch source {
    case .path(let path): try WorkbookPatch(of: path)
    case .bytes(let bytes, let name): try WorkbookPatch(ofBytes: bytes, name: name)
    }
  }

  /// Whether a sheet holds cells and is no list of an earlier round.
  func hasSheet(_ name: String) -> Bool {
    worksheets[name] != nil && !lists.contains { $0.sheet == name }
  }

  /// The merged ranges of a sheet, with what else it says beside its cells.
  func layout(of sheet: String) throws(XlsxReadError) -> SheetLayout? {
    try worksheets[sheet]?.layout()
  }

  /// The first cell of each style that a sheet uses.
  func cellsByStyle(in sheet: String) throws(XlsxReadError) -> [Int: CellReference] {
    var cells: [Int: CellReference] = [:]
    guard let reader = try worksheets[sheet]?.rowReader() else { return cells }
    while let row = try reader.next() {
      for cell in row {
        if let style = cell.style?.index, cells[style] == nil { cells[style] = cell.reference }
      }
    }
    return cells
  }

  /// The cells of some styles.
  func cells(ofStyles styles: Set<Int>, in sheet: String) throws(XlsxReadError) -> [CellReference] {
    var cells: [CellReference] = []
    guard !styles.isEmpty, let reader = try worksheets[sheet]?.rowReader() else { return cells }
    while let row = try reader.next() {
      for cell in row {
        if let style = cell.style?.index, styles.contains(style) { cells.append(cell.reference) }
      }
    }
    return cells
  }
}
