import ArgumentParser
import BudgetSheets
import Foundation

/// Writes a workbook from the JSON of a book.
struct WriteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write", abstract: "Writes a formatted, protected workbook from a book's JSON (生成工作簿).",
    discussion: """
      BOOK.json is what “sheets read --format json” prints; - reads standard input. A total that does not agree with \
      its parts is written as it was, and said. An existing file is replaced only with --force.
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: ArgumentHelp("The book.", valueName: "book.json"))
  var book: String

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The workbook to write.", valueName: "out.xlsx"))
  var output: String

  @Flag(help: "Replace an existing file.")
  var force = false

  func run() throws {
    guard output.lowercased().hasSuffix(".xlsx") else {
      Console.message(options.say("\(output)：输出文件名须以 .xlsx 结尾。", "\(output): the output's name must end in .xlsx."))
      throw ExitCode(ExitStatus.usage.rawValue)
    }
    if Self.isSame(book, output) {
      Console.message(
        options.say(
          "\(output)：输出与输入是同一个文件，未改动。请换一个文件名。",
          "\(output): the output is the input, and was left as it is. Choose another name."))
      throw ExitCode(ExitStatus.cannotWrite.rawValue)
    }
    let book = try readBook()
    let set = try withDefinitions(options) { () throws(DefinitionError) in try options.library().set(named: book.set) }
    if !force, FileManager.default.fileExists(atPath: output) {
      Console.message(
        options.say(
          "\(output)：文件已存在，未改动。换一个文件名，或加 --force。",
          "\(output): the file exists and was left as it is. Choose another name, or add --force."))
      throw ExitCode(ExitStatus.cannotWrite.rawValue)
    }
    let findings: [Finding]
    do throws(BookWriteError) {
      findings = try BookWriter(set: set).write(book, to: output, replacesExisting: force)
    } catch {
      Console.message(error.line(in: options.language))
      throw ExitCode(error.status.rawValue)
    }
    // What the book said of itself when it was read still holds of what was written.
    let missing = set.required.filter { book.form($0) == nil }.compactMap(set.form)
    for form in missing {
      Console.line(options.say("缺少 \(form.name)。", "The form \(form.name) is missing."))
    }
    if book.year.isEmpty { Console.line(Finding(.yearMissing).message(in: options.language)) }
    if book.department.isEmpty { Console.line(Finding(.departmentMissing).message(in: options.language)) }
    for line in FindingReport(findings: findings, options: options).lines { Console.line(line) }
    Console.line(
      options.say(
        "已写出 \(output)：\(book.department)，\(book.forms.count) 张表。下一步：sheets verify \(output)",
        "Wrote \(output): \(book.department), \(book.forms.count) forms. Next: sheets verify \(output)"))
  }

  private static func isSame(_ first: String, _ second: String) -> Bool {
    func real(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
    return first != "-" && real(first) == real(second)
  }

  private func readBook() throws -> Book {
    let data: Data
    if book == "-" {
      data = FileHandle.standardInput.readDataToEndOfFile()
    } else {
      guard let content = FileManager.default.contents(atPath: book) else {
        Console.message(options.say("\(book)：没有这个文件，或无法读取。", "\(book): there is no such file, or it cannot be read."))
        throw ExitCode(ExitStatus.noInput.rawValue)
      }
      data = content
    }
    let library = try withDefinitions(options) { () throws(DefinitionError) in try options.library() }
    do {
      return try Book(json: data, in: library)
    } catch {
      Console.message("\(book)" + options.say("：", ": ") + error.line(in: options.language))
      throw ExitCode(ExitStatus.notAWorkbook.rawValue)
    }
  }
}

extension BookWriteError {
  /// The exit status that the error calls for.
  var status: ExitStatus {
    if case .file = self { .cannotWrite } else { .notAWorkbook }
  }
}
