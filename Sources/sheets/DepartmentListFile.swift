import ArgumentParser
import BudgetSheets

extension DepartmentList {
  /// Reads the list that a command is given; one that cannot be read is told, and ends the command.
  static func read(
    _ path: String, detail: Detail, options: CommonOptions, sets: [FormSet]
  ) throws -> DepartmentList {
    // A budget has codes and names too, of which a list would be made without a word.
    let isWorkbook = ["xlsx", "xlsm"].contains(path.lowercased().split(separator: ".").last ?? "")
    if isWorkbook, (try? BookReader(sets: sets).read(path: path)) != nil {
      Console.message(
        options.say(
          "\(path)：这是预算表，不是部门名单。名单应有“编码”和“名称”两列。",
          "\(path): this is a budget workbook and no list of departments. A list has the columns 编码 and 名称 (code, name)."
        ))
      throw ExitCode(ExitStatus.notAWorkbook.rawValue)
    }
    do {
      return try DepartmentList(path: path, detail: detail)
    } catch {
      Console.message(error.line(in: options.language))
      throw ExitCode((error.meansMissing ? ExitStatus.noInput : .notAWorkbook).rawValue)
    }
  }
}
