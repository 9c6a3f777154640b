import ArgumentParser
import BudgetSheets
import XlsxPackage
import XlsxRead

/// Prints the cells of any workbook.
struct Dump: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the cells of a workbook, one JSON line a sheet.",
    discussion: """
      Each line holds the sheet's name, whether it is hidden, its merged ranges and its cells by reference: "t" is n, s, \
      b, e or d for a number, text, boolean, error or date, and "v" the value.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json
  }

  @Argument(help: "The workbook.")
  var file: String

  @Option(help: "Only the sheet of this name.")
  var sheet: String?

  @Option(help: "The form of the output.")
  var format: Format = .json

  @OptionGroup var options: CommonOptions

  func run() throws {
    let workbook: Workbook
    do throws(XlsxReadError) {
      workbook = try Workbook(path: file)
    } catch {
      let error = BookReadError.file(error)
      Console.message(error.line(in: options.language))
      throw ExitCode(error.status.rawValue)
    }
    let names = workbook.worksheets.map(\.name) + workbook.otherSheets
    if let sheet, !names.contains(sheet) {
      Console.message(
        options.say(
          "没有工作表“\(sheet)”。现有：\(names.joined(separator: "、"))",
          "There is no sheet “\(sheet)”. There are: \(names.joined(separator: ", "))"))
      throw ExitCode(ExitStatus.usage.rawValue)
    }
    for worksheet in workbook.worksheets where sheet == nil || worksheet.name == sheet {
      Console.line(line(worksheet))
    }
    for name in workbook.otherSheets where sheet == nil || name == sheet {
      Console.line("{\"sheet\":\(quoted(name)),\"kind\":\"other\",\"cells\":{},\"merged\":[]}")
    }
  }

  private func line(_ worksheet: Worksheet) -> String {
    var line = "{\"sheet\":\(quoted(worksheet.name)),\"state\":\"\(worksheet.visibility.rawValue)\",\"cells\":{"
    var isFirst = true
    var failure: XlsxReadError?
    var merges: [CellRange] = []
    do {
      let rows = try worksheet.rowReader()
      while let row = try rows.next() {
        for cell in row {
          guard let value = value(of: cell) else { continue }
          line += "\(isFirst ? "" : ",")\"\(cell.reference)\":\(value)"
          isFirst = false
        }
      }
      merges = rows.merges
    } catch {
      failure = error
    }
    line += "},\"merged\":[\(merges.map { "\"\($0)\"" }.joined(separator: ","))]"
    if let failure { line += ",\"error\":\(quoted("\(failure)"))" }
    return line + "}"
  }

  private func value(of cell: Cell) -> String? {
    switch cell.kind {
    case .blank: return nil
    case .number: return "{\"t\":\"n\",\"v\":\(number(cell))}"
    case .text:
      let text = cell.rawText
      return text.isEmpty ? nil : "{\"t\":\"s\",\"v\":\(quoted(text))}"
    case .boolean: return "{\"t\":\"b\",\"v\":\(cell.boolean == true)}"
    case .error: return "{\"t\":\"e\",\"v\":\(quoted(cell.rawText))}"
    case .date:
      if let date = cell.date { return "{\"t\":\"d\",\"v\":\"\(date)\"}" }
      // A serial that is no day shows as #### in Excel; the number is what is left.
      return cell.number == nil ? "{\"t\":\"d\",\"v\":\(quoted(cell.rawText))}" : "{\"t\":\"n\",\"v\":\(number(cell))}"
    }
  }

  /// The number as JSON spells it; the file may write `+5`, `.5` or `1E5`.
  private func number(_ cell: Cell) -> String {
    guard let number = cell.number, number.isFinite else { return quoted(cell.rawText) }
    return "\(number)"
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
