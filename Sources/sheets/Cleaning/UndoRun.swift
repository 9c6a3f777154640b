import ArgumentParser
import BudgetSheets
import Foundation

/// One run of `sheets clean --undo`: gives back cells as they were before cleaning.
struct UndoRun {
  let options: CommonOptions
  let clean: CleanOptions
  /// The log.
  let log: String
  /// The cleaned workbook.
  let file: String

  /// Takes the changes back, writes the workbook, and says what was done.
  func run() throws -> ExitStatus {
    let codes = try codes()
    let cells = try cells()
    guard let output = clean.output else {
      let command = NextCommand("clean", ["--undo", log, file, "-o", suggestedOutput], options: options)
      throw options.usage(
        "--undo 须用 -o 写明还原后的工作簿。请用：\(command.text)",
        "--undo needs the workbook to write: name it with -o. Type: \(command.text)")
    }
    let changes = try readLog()
    let result: UndoResult
    do throws(UndoError) {
      result = try ChangeUndo(changes).undo(path: file, codes: codes, cells: cells, language: options.language)
    } catch {
      Console.message(error.line(in: options.language))
      return error.status
    }
    return write(result, to: place(output))
  }

  /// Where the workbook goes: in a folder it has its own name.
  private func place(_ output: String) -> String {
    guard output.hasSuffix("/") || OutputPlaces.isFolder(output) else { return output }
    return output + (output.hasSuffix("/") ? "" : "/") + fileName
  }

  private var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }

  // MARK: What is asked for

  private func codes() throws -> Set<RepairCode>? {
    guard let text = clean.code else { return nil }
    var codes: Set<RepairCode> = []
    for word in text.split(whereSeparator: { $0 == "," || $0 == "，" || $0.isWhitespace }) {
      guard let code = RepairCode(rawValue: word.uppercased()) else {
        throw options.usage(
          "没有“\(word)”这种清洗；sheets clean --list 列出全部代码。",
          "There is no repair “\(word)”; “sheets clean --list” lists them.")
      }
      codes.insert(code)
    }
    if codes.isEmpty { throw options.usage("--code 后面缺少代码。", "--code takes codes of repairs, as Q21.") }
    return codes
  }

  private func cells() throws -> Set<SheetAddress>? {
    if clean.cell.isEmpty { return nil }
    var cells: Set<SheetAddress> = []
    for text in clean.cell {
      // The name of a sheet may hold commas itself: what is no address yet goes on.
      var pending = ""
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        pending += (pending.isEmpty ? "" : ",") + part
        guard let cell = SheetAddress(text: pending) else { continue }
        cells.insert(cell)
        pending = ""
      }
      if !pending.isEmpty {
        throw options.usage(
          "“\(pending)”不是单元格地址。请写成 '预算01表!B7'。", "“\(pending)” is no address of a cell. Write 'Sheet1!B7'.")
      }
    }
    return cells
  }

  private func readLog() throws -> ChangeLog {
    guard let data = FileManager.default.contents(atPath: log) else {
      Console.message(options.say("\(log)：没有这个文件，或无法读取。", "\(log): there is no such file, or it cannot be read."))
      throw ExitCode(ExitStatus.noInput.rawValue)
    }
    // Foundation would take a byte order mark away without a word.
    guard let text = String(validating: Array(data), as: UTF8.self) else {
      Console.message(options.say("\(log)：不是清洗记录（.jsonl）。", "\(log): this is no log of changes (.jsonl)."))
      throw ExitCode(ExitStatus.notAWorkbook.rawValue)
    }
    do throws(ChangeLogError) {
      return try ChangeLog(jsonLines: text)
    } catch {
      Console.message("\(log)" + options.say("：", ": ") + error.line(in: options.language))
      throw ExitCode(ExitStatus.notAWorkbook.rawValue)
    }
  }

  /// A name for the workbook that is no other file's.
  private var suggestedOutput: String { options.say("还原/", "restored/") + fileName }

  // MARK: What is said

  private func write(_ result: UndoResult, to output: String) -> ExitStatus {
    let target = WorkbookAndLog(
      workbook: output, places: OutputPlaces(inputs: [file, log], replacesExisting: clean.force))
    let rest = result.remaining.changes.count
    do throws(OutputError) {
      let folder = URL(fileURLWithPath: output).deletingLastPathComponent()
      try OutputPlaces.makeFolder(folder.path)
      try target.write(result.bytes, log: rest == 0 ? nil : result.remaining.jsonLines(in: options.language))
    } catch {
      Console.message(error.line(options))
      return .cannotWrite
    }
    guard clean.format == .text else {
      Console.write(result.json(output: output, log: rest == 0 ? nil : target.log, language: options.language))
      return .success
    }
    let style = TextStyle.ofOutput
    let text = ChangeText(options: options, style: style, listsAll: clean.all)
    let undone = result.undone.map { change in
      var change = change
      swap(&change.before, &change.after)
      return change
    }
    Console.line(style.bold(options.say("\(file)：已还原的单元格", "\(file): cells as they were")))
    for line in text.lines(undone) { Console.line(line) }
    if text.leavesOut(undone) {
      Console.line("  " + style.faint(options.say("用 --all 列出每一处", "--all lists every one")))
    }
    var parts = [options.say("已撤销 \(undone.count) 处，写出 \(output)。", "Took back \(undone.count), and wrote \(output).")]
    if rest > 0 {
      parts.append(
        options.say(
          "其余 \(rest) 处保留清洗后的内容，记录在 \(target.log)。", "The other \(rest) stay as cleaned; \(target.log) has them."))
    }
    let next = NextCommand("check", [output], options: options).text
    Console.line(
      style.bold(parts.joined(separator: options.say("", " ")) + options.say("下一步：", " Next: ") + next))
    return .success
  }
}

extension UndoError {
  /// The exit status that the error calls for.
  var status: ExitStatus {
    switch self {
    case .unreadable(let error): BookReadError.file(error).status
    case .nothingSelected, .changedLater, .divided: .usage
    case .file, .alreadyAsBefore, .differs, .notRecorded, .standardLayout, .malformed: .notAWorkbook
    }
  }
}
