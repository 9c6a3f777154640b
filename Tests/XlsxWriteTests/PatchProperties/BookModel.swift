import XlsxPackage
import XlsxWrite

/// What a cell holds, as the test knows it without reading any workbook.
enum ContentModel: Hashable {
  case blank
  case number(String)
  case text(String)
  case boolean(Bool)
  case formula(FormulaModel, FormulaResult)
}

struct CellModel: Hashable {
  var content: ContentModel
  var format: CellFormat
}

struct CommentModel: Hashable {
  var author: String
  var text: String
}

struct LinkModel: Hashable {
  /// The sheet that it leads to.
  var sheet: Int
  var cell: CellReference
  var tip: String?
}

/// A worksheet as it should be.
struct SheetModel {
  /// What it is called in formulas and operations, whatever its name is.
  var id: Int
  var name: String
  var visibility = SheetVisibility.visible
  var cells: [CellReference: CellModel] = [:]
  /// The looks of cells that are not there, by their column.
  var columns: [Int: CellFormat] = [:]
  var comments: [CellReference: CommentModel] = [:]
  var links: [CellReference: LinkModel] = [:]
  var merges: [CellRange] = []
  /// What a list of choices is taken from.
  var choices: FormulaModel?
  var printArea: CellRange?
  /// The rows of column G whose formula can be written as one that they share.
  var sharedRows: ClosedRange<Int>?

  /// How a cell looks that is not there.
  func columnFormat(_ column: Int) -> CellFormat { columns[column] ?? CellFormat() }
}

/// A workbook as it should be.
struct BookModel {
  var sheets: [SheetModel] = []
  var names: [String: FormulaModel] = [:]
  var properties: [DocumentProperty: String] = [:]
  var custom: [String: String] = [:]

  /// The names of the sheets by their numbers.
  var sheetNames: [Int: String] { Dictionary(uniqueKeysWithValues: sheets.map { ($0.id, $0.name) }) }

  func index(_ id: Int) -> Int { sheets.firstIndex { $0.id == id } ?? 0 }

  func sheet(_ id: Int) -> SheetModel { sheets[index(id)] }

  /// Whether a sheet of this name is there, in upper or lower case.
  func hasSheet(_ name: String) -> Bool { sheets.contains { $0.name.lowercased() == name.lowercased() } }
}
