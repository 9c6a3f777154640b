import XlsxPackage
import XlsxWrite

extension BookModel {
  /// The workbook, written as a new one.
  func written() throws -> [UInt8] {
    let workbook = try WorkbookWriter(
      properties: DocumentProperties(
        title: properties[.title] ?? "", subject: properties[.subject] ?? "", author: properties[.author] ?? "",
        company: properties[.company] ?? "", keywords: properties[.keywords] ?? "",
        comments: properties[.comments] ?? ""))
    for sheet in sheets { try sheet.write(into: try workbook.addWorksheet(named: sheet.name), names: sheetNames) }
    for (name, formula) in names.sorted(by: { $0.key < $1.key }) {
      try workbook.defineName(name, refersTo: formula.text(sheetNames))
    }
    for (name, text) in custom.sorted(by: { $0.key < $1.key }) { try workbook.setCustomProperty(name, to: text) }
    return try workbook.closeToBytes()
  }
}

extension SheetModel {
  /// Writes all that the sheet holds.
  func write(into sheet: WorksheetWriter, names: [Int: String]) throws {
    if visibility != .visible { try sheet.hide() }
    for (column, format) in columns.sorted(by: { $0.key < $1.key }) {
      try sheet.setColumnWidth(column...column, 14, format: format)
    }
    for range in merges {
      try sheet.merge(range, text: nil, format: cells[range.first]?.format ?? CellFormat())
    }
    for (place, cell) in cells.sorted(by: { $0.key < $1.key }) {
      // A cell without a format of its own takes its column's.
      let format = cell.format == columnFormat(place.column) ? nil : cell.format
      if let link = links[place], case .text(let text) = cell.content {
        try sheet.writeInternalLink(
          toSheet: names[link.sheet] ?? "", cell: link.cell, text: text, at: place, format: cell.format, tip: link.tip)
        continue
      }
      switch cell.content {
      case .blank: try sheet.writeBlank(at: place, format: cell.format)
      case .number(let text): try sheet.write(number: Double(text) ?? .nan, at: place, format: format)
      case .text(let text): try sheet.write(text: text, at: place, format: format)
      case .boolean(let value): try sheet.write(boolean: value, at: place, format: format)
      case .formula(let formula, .text(let text)):
        try sheet.write(formula: formula.written(names), text: text, at: place, format: format)
      case .formula(let formula, .number(let text)):
        try sheet.write(formula: formula.written(names), number: Double(text) ?? .nan, at: place, format: format)
      case .formula(_, .boolean), .formula(_, .unknown): break
      }
    }
    for (place, comment) in comments.sorted(by: { $0.key < $1.key }) {
      try sheet.writeComment(comment.text, author: comment.author, at: place)
    }
    if let choices, let range = CellRange("H20:H40") {
      try sheet.addValidation(DataValidation(.listRange("=" + choices.text(names))), to: range)
    }
    if let printArea { try sheet.printSetup(PrintSetup(printArea: printArea)) }
  }
}
