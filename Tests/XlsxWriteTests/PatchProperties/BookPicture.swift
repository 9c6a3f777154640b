import XlsxPackage
import XlsxRead
import XlsxWrite

/// What a workbook shows, read from a file or derived from a model.
struct BookPicture {
  var sheets: [SheetPicture] = []
  /// What the names stand for, each way in which it may be written, by the name and its sheet.
  var names: [String: Set<String>] = [:]
  var properties: [DocumentProperty: String] = [:]
  var custom: [String: String] = [:]
}

struct SheetPicture {
  var name: String
  var visibility: SheetVisibility
  /// The cells, but for those that show nothing and look as their column does.
  var cells: [CellReference: CellPicture] = [:]
  var comments: [CellReference: CommentModel] = [:]
  var links: [CellReference: LinkPicture] = [:]
  var merges: [CellRange] = []
  var choices: String?
}

struct CellPicture: Hashable {
  var kind: CellKind
  var value: String
  /// The ways in which the formula may be written; none where there is no formula.
  var formulas: Set<String>
  var format: CellFormat
}

struct LinkPicture: Hashable {
  var location: String
  var tip: String?
}

extension BookPicture {
  /// What a workbook should show.
  init(_ book: BookModel) {
    let names = book.sheetNames
    sheets = book.sheets.map { SheetPicture($0, names) }
    for (name, formula) in book.names { self.names[name] = formula.texts(names) }
    for sheet in book.sheets {
      guard let area = sheet.printArea else { continue }
      let text =
        "\(FormulaModel.quoted(sheet.name))!$\(CellReference.columnName(area.first.column))$\(area.first.row)"
        + ":$\(CellReference.columnName(area.last.column))$\(area.last.row)"
      self.names["_xlnm.Print_Area of " + sheet.name] = [text]
    }
    properties = book.properties
    custom = book.custom
  }
}

extension SheetPicture {
  init(_ sheet: SheetModel, _ names: [Int: String]) {
    name = sheet.name
    visibility = sheet.visibility
    for (place, cell) in sheet.cells {
      if cell.content == .blank, cell.format == sheet.columnFormat(place.column) { continue }
      cells[place] = CellPicture(cell, names)
    }
    comments = sheet.comments
    links = sheet.links.mapValues {
      LinkPicture(location: "\(FormulaModel.quoted(names[$0.sheet] ?? ""))!\($0.cell)", tip: $0.tip)
    }
    merges = sheet.merges
    choices = sheet.choices?.text(names)
  }
}

extension CellPicture {
  init(_ cell: CellModel, _ names: [Int: String]) {
    let isDate = cell.format.numberFormat?.contains("yyyy") == true
    format = cell.format
    formulas = []
    switch cell.content {
    case .blank: (kind, value) = (.blank, "")
    case .number(let text): (kind, value) = (isDate ? .date : .number, Self.plain(text))
    case .text(let text): (kind, value) = (.text, text)
    case .boolean(let boolean): (kind, value) = (.boolean, boolean ? "TRUE" : "FALSE")
    case .formula(let formula, let result):
      formulas = formula.texts(names)
      switch result {
      case .number(let text): (kind, value) = (isDate ? .date : .number, Self.plain(text))
      case .text(let text): (kind, value) = (.text, text)
      case .boolean(let boolean): (kind, value) = (.boolean, boolean ? "TRUE" : "FALSE")
      case .unknown: (kind, value) = (.blank, "")
      }
    }
  }

  private static func plain(_ number: String) -> String { number.hasPrefix("+") ? String(number.dropFirst()) : number }
}
