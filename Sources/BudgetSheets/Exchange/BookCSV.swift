internal import XlsxPackage

extension Book {
  /// The first line of a CSV file of books, after the mark that tells Excel that the file is UTF-8.
  public static let csvHeading =
    "\u{FEFF}file,set,year,department,form,sheet,row,kind,key,column,cell,value,raw\r\n"

  /// The book as lines of CSV (RFC 4180), one for each value; ``csvHeading`` goes before those of the first book.
  ///
  /// `row` counts the rows of the form from 1 and is blank for a field of a form of blocks; amounts are exact, in the
  /// unit of the set. A text that a spreadsheet would take for a formula has an apostrophe before it; an amount is
  /// left as it is.
  public func csv(in set: FormSet) -> String {
    var lines = CSVLines()
    for data in forms {
      let form = set.form(data.form)
      let start = lines.fields([file ?? "", self.set, year, department, data.form, data.sheet ?? ""])
      let columns = CellOrder.columns(of: form)
      for (index, row) in data.rows.enumerated() {
        let middle = lines.fields([String(index + 1), row.kind.rawValue, row.key])
        for (path, cell) in columns.sorted(row.cells) { lines.append(start, middle, path, cell, set) }
      }
      for (path, cell) in CellOrder.fields(of: form).sorted(data.fields) {
        lines.append(start, ",,", path, cell, set)
      }
    }
    return lines.text
  }
}

/// Lines of CSV.
private struct CSVLines {
  var text = ""

  /// Adds the line of a cell that says something.
  mutating func append(_ start: String, _ middle: String, _ path: LabelPath, _ cell: FormCell, _ set: FormSet) {
    if cell.value == nil && cell.raw == nil { return }
    let value =
      switch cell.value {
      case .amount(let amount): amount.text(in: set.unit, decimals: set.decimals)
      case .text(let text): field(text)
      case nil: ""
      }
    let end = fields([path.description, cell.reference?.description ?? ""])
    text += "\(start),\(middle),\(end),\(value),\(raw(cell))\r\n"
  }

  /// The raw text; a plain number cannot be a formula.
  private func raw(_ cell: FormCell) -> String {
    guard let raw = cell.raw else { return "" }
    return DecimalNumber(raw) != nil ? raw : field(raw)
  }

  func fields(_ texts: [String]) -> String { texts.map(field).joined(separator: ",") }

  private func field(_ text: String) -> String {
    var text = text
    // Chinese Excel takes the full-width signs for formulas too.
    if let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) { text = "'" + text }
    let needsQuotes = text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
