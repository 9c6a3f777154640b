import XlsxPackage
import XlsxRead

/// Prints sheets as JSON, one line each.
struct DumpLines {
  let isAsShown: Bool

  /// Prints a worksheet; where it cannot be read to its end, the line holds the error, which is also given back.
  func write(_ worksheet: Worksheet, to output: inout DumpOutput) -> XlsxReadError? {
    let name = JSONText.quoted(worksheet.name)
    output.write("{\"sheet\":\(name),\"state\":\"\(worksheet.visibility.rawValue)\",\"cells\":{")
    var isFirst = true
    var failure: XlsxReadError?
    var merges: [CellRange] = []
    do {
      let rows = try worksheet.rowReader()
      while let row = try rows.next() {
        for cell in row {
          guard let value = value(of: cell) else { continue }
          output.write("\(isFirst ? "" : ",")\"\(cell.reference)\":\(value)")
          isFirst = false
        }
      }
      merges = rows.merges
    } catch {
      failure = error
    }
    output.write("},\"merged\":[\(merges.map { "\"\($0)\"" }.joined(separator: ","))]")
    if let failure { output.write(",\"error\":\(JSONText.quoted("\(failure)"))") }
    output.write("}\n")
    return failure
  }

  /// Prints a sheet that holds no cells.
  func write(otherSheet name: String, to output: inout DumpOutput) {
    output.write("{\"sheet\":\(JSONText.quoted(name)),\"kind\":\"other\",\"cells\":{},\"merged\":[]}\n")
  }

  private func value(of cell: Cell) -> String? {
    let type: String
    let value: String
    switch cell.kind {
    case .blank: return nil
    case .number: (type, value) = ("n", number(cell))
    case .text:
      let text = cell.rawText
      if text.isEmpty { return nil }
      (type, value) = ("s", JSONText.quoted(text))
    case .boolean: (type, value) = ("b", cell.boolean == true ? "true" : "false")
    case .error: (type, value) = ("e", JSONText.quoted(cell.rawText))
    case .date:
      if let date = cell.date {
        (type, value) = ("d", "\"\(date)\"")
      } else if cell.number == nil {
        (type, value) = ("d", JSONText.quoted(cell.rawText))
      } else {
        // A serial that is no day shows as #### in Excel; the number is what is left.
        (type, value) = ("n", number(cell))
      }
    }
    return "{\"t\":\"\(type)\",\"v\":\(isAsShown ? JSONText.quoted(cell.shownText) : value)}"
  }

  /// The number as JSON spells it; the file may write `+5`, `.5` or `1E5`.
  private func number(_ cell: Cell) -> String {
    guard let number = cell.number, number.isFinite else { return JSONText.quoted(cell.rawText) }
    return "\(number)"
  }
}
