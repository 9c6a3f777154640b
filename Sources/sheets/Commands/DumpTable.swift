import XlsxPackage
import XlsxRead

/// Prints a sheet as lines of fields, each where its cell stands.
struct DumpTable {
  /// How many blank fields a sheet may take.
  static let maximumBlanks = 100_000_000

  let format: DumpFormat
  let isAsShown: Bool

  /// Prints a worksheet.
  ///
  /// The sheet is read twice, first for its size, so that every line has as many fields.
  ///
  /// - Throws: ``DumpTableError``. A sheet that is refused prints nothing, and so does one that cannot be read.
  func write(_ worksheet: Worksheet) throws(DumpTableError) {
    let columns = try width(of: worksheet)
    var output = DumpOutput()
    if format == .csv { output.write("\u{FEFF}") }
    if columns > 0 {
      let blankLine = String(repeating: separator, count: columns - 1) + lineEnd
      var nextRow = 1
      try forEachRow(of: worksheet) { number, fields in
        while nextRow < number {
          output.write(blankLine)
          nextRow += 1
        }
        nextRow = number + 1
        var column = 1
        for field in fields {
          if field.column > column { output.write(String(repeating: separator, count: field.column - column)) }
          column = field.column
          output.write(encoded(field.text))
        }
        output.write(String(repeating: separator, count: columns - column) + lineEnd)
      }
    }
    output.flush()
  }

  private var separator: String { format == .csv ? "," : "\t" }
  private var lineEnd: String { format == .csv ? "\r\n" : "\n" }

  /// The last column that holds something, 0 in an empty sheet.
  private func width(of worksheet: Worksheet) throws(DumpTableError) -> Int {
    var rows = 0
    var columns = 0
    var filled = 0
    var unsorted: Int?
    try forEachRow(of: worksheet) { number, fields in
      if number <= rows, unsorted == nil { unsorted = number }
      rows = number
      columns = max(columns, fields.last?.column ?? 0)
      filled += fields.count
    }
    if let unsorted { throw .unsorted(row: unsorted) }
    if rows * columns - filled > Self.maximumBlanks { throw .tooManyBlanks(rows: rows, columns: columns) }
    return columns
  }

  private typealias Field = (column: Int, text: String)

  /// Goes through the rows that show something, with their fields from left to right.
  private func forEachRow(
    of worksheet: Worksheet, _ body: (_ number: Int, _ fields: [Field]) -> Void
  ) throws(DumpTableError) {
    do {
      let rows = try worksheet.rowReader()
      while let row = try rows.next() {
        var fields: [Field] = []
        var isSorted = true
        for cell in row {
          // A cell may name another row than the one it stands in.
          if cell.reference.row != row.number { throw DumpTableError.unsorted(row: row.number) }
          let text = text(of: cell)
          if text.isEmpty { continue }
          let column = cell.reference.column
          if let last = fields.last, last.column >= column { isSorted = false }
          fields.append((column, text))
        }
        if fields.isEmpty { continue }
        if !isSorted { fields = sorted(fields) }
        body(row.number, fields)
      }
    } catch let error as XlsxReadError {
      throw .unreadable(error)
    } catch let error as DumpTableError {
      throw error
    } catch {
      preconditionFailure("an error of an unknown kind: \(error)")
    }
  }

  /// From left to right; of two cells in one place the later counts.
  private func sorted(_ fields: [Field]) -> [Field] {
    var byColumn: [Int: String] = [:]
    for field in fields { byColumn[field.column] = field.text }
    return byColumn.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The value as the file holds it, dates as ISO 8601; or what the cell shows.
  private func text(of cell: Cell) -> String {
    if isAsShown { return cell.shownText }
    switch cell.kind {
    case .blank: return ""
    case .number, .text, .error: return cell.rawText
    case .boolean: return cell.boolean == true ? "TRUE" : "FALSE"
    case .date: return cell.date.map { "\($0)" } ?? cell.rawText
    }
  }

  /// The field as it stands in a line. It is looked at by scalars: to Swift a quotation mark with an accent on it is
  /// another character, and a carriage return with a line feed is one.
  private func encoded(_ text: String) -> String {
    let special: [Unicode.Scalar] = format == .csv ? [",", "\"", "\r", "\n"] : ["\t", "\r", "\n"]
    guard text.unicodeScalars.contains(where: special.contains) else { return text }
    var result = String.UnicodeScalarView()
    if format == .csv {
      result.append("\"")
      for scalar in text.unicodeScalars {
        if scalar == "\"" { result.append(scalar) }
        result.append(scalar)
      }
      result.append("\"")
    } else {
      for scalar in text.unicodeScalars { result.append(special.contains(scalar) ? " " : scalar) }
    }
    return String(result)
  }
}
