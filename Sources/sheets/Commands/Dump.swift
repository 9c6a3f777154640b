import ArgumentParser
import BudgetSheets
import XlsxRead

/// Prints the cells of any workbook.
struct Dump: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the cells of a workbook as JSON, CSV or TSV.",
    discussion: """
      json: one line a sheet, with its name, whether it is hidden, its merged ranges and its cells by reference: "t" is \
      n, s, b, e or d for a number, text, boolean, error or date, and "v" the value. The line of a sheet that cannot be \
      read to its end says so in "error"; the exit status is 65 where no sheet could be read.

      csv, tsv: one sheet, the one that --sheet names or else the only visible one. Rows and columns stand where they \
      stand in the sheet, from A1 to the last cell that shows something, and every line has as many fields. csv is \
      RFC 4180 with a byte order mark, as Excel wants it; in tsv a tab or line break inside a cell becomes a blank. A \
      sheet with more than 100,000,000 blank fields is refused.

      --as-shown gives the text that Excel shows in a column wide enough, 1,234.50 instead of 1234.5; in json "v" is \
      then always a text.
      """)

  @Argument(help: "The workbook.")
  var file: String

  @Option(help: "Only the sheet of this name.")
  var sheet: String?

  @Option(help: "json, csv or tsv.")
  var format: DumpFormat = .json

  @Flag(help: "The text of each cell as Excel shows it.")
  var asShown = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let workbook: Workbook
    do throws(XlsxReadError) {
      workbook = try Workbook(path: file)
    } catch {
      throw failure(error)
    }
    switch format {
    case .json: try printLines(workbook)
    case .csv, .tsv: try printTable(workbook)
    }
  }

  private func printLines(_ workbook: Workbook) throws {
    let names = workbook.worksheets.map(\.name) + workbook.otherSheets
    if let sheet, !names.contains(sheet) { throw noSheet(sheet, names) }
    var output = DumpOutput()
    let lines = DumpLines(isAsShown: asShown)
    let worksheets = workbook.worksheets.filter { sheet == nil || $0.name == sheet }
    var failures: [ExitCode] = []
    for worksheet in worksheets {
      if let error = lines.write(worksheet, to: &output) {
        output.flush()
        failures.append(failure(error))
      }
    }
    for name in workbook.otherSheets where sheet == nil || name == sheet {
      lines.write(otherSheet: name, to: &output)
    }
    output.flush()
    // One bad sheet does not make the others unread; its line says what is wrong with it.
    if let status = failures.first, failures.count == worksheets.count { throw status }
  }

  private func printTable(_ workbook: Workbook) throws {
    let worksheet = try tableSheet(of: workbook)
    let table = DumpTable(format: format, isAsShown: asShown)
    do throws(DumpTableError) {
      try table.write(worksheet)
    } catch {
      switch error {
      case .unreadable(let error): throw failure(error)
      case .tooManyBlanks(let rows, let columns):
        Console.message(
          options.say(
            "工作表“\(worksheet.name)”有 \(rows) 行、\(columns) 列，几乎全为空白。请改用 --format json。",
            "Sheet “\(worksheet.name)” spans \(rows) rows and \(columns) columns, nearly all blank. Use --format json.")
        )
      case .unsorted(let row):
        Console.message(
          options.say(
            "工作表“\(worksheet.name)”的第 \(row) 行次序不对。请改用 --format json。",
            "Sheet “\(worksheet.name)”: row \(row) is out of order. Use --format json."))
      }
      throw ExitCode(ExitStatus.notAWorkbook.rawValue)
    }
  }

  /// The one sheet of a table: the one that is named, or the only visible one.
  private func tableSheet(of workbook: Workbook) throws -> Worksheet {
    let names = workbook.worksheets.map(\.name)
    if let sheet {
      guard let found = workbook.worksheets.first(where: { $0.name == sheet }) else { throw noSheet(sheet, names) }
      return found
    }
    let visible = workbook.worksheets.filter { $0.visibility == .visible }
    if visible.count == 1 { return visible[0] }
    Console.message(
      options.say(
        "\(format.rawValue) 只能输出一个工作表，请用 --sheet 指定。现有：\(names.joined(separator: "、"))",
        "\(format.rawValue) holds one sheet; name it with --sheet. There are: \(names.joined(separator: ", "))"))
    throw ExitCode(ExitStatus.usage.rawValue)
  }

  private func noSheet(_ sheet: String, _ names: [String]) -> ExitCode {
    Console.message(
      options.say(
        "没有工作表“\(sheet)”。现有：\(names.joined(separator: "、"))",
        "There is no sheet “\(sheet)”. There are: \(names.joined(separator: ", "))"))
    return ExitCode(ExitStatus.usage.rawValue)
  }

  private func failure(_ error: XlsxReadError) -> ExitCode {
    let error = BookReadError.file(error)
    Console.message(error.line(in: options.language))
    return ExitCode(error.status.rawValue)
  }
}
