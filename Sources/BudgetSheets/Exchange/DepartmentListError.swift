public import XlsxRead

/// Why a list of departments cannot be read.
public struct DepartmentListError: Error, Sendable {
  /// What is wrong.
  public enum Problem: Sendable {
    /// There is no such file, or it may not be read.
    case fileMissing
    /// Neither .csv, .xlsx nor .json.
    case kindUnknown
    /// The text is neither UTF-8 nor GB18030.
    case encodingUnknown
    /// A quotation mark of a .csv is not closed; the line on which it opens.
    case quotationOpen(line: Int)
    /// The workbook cannot be read.
    case workbook(XlsxReadError)
    /// The JSON is malformed.
    case json(BookFormatError)
    /// The JSON is no array of departments.
    case notDepartments
    /// No row names a department.
    case noDepartments
    /// One code stands for two names.
    case codeTwice(String, names: [String])
    /// One code stands for two units; where the first of them stands.
    case unitTwice(String, departments: [DepartmentList.Department], first: Place?)
    /// A field of a department says two things.
    case fieldTwice(String, texts: [String], of: DepartmentList.Department)
    /// A unit stands above all departments.
    case unitOfNobody
  }

  /// Where in a list something stands.
  public enum Place: Sendable, Hashable {
    /// A line of a text or a row of a sheet, counted from 1.
    case line(Int)
    /// An element of the array in JSON, counted from 1.
    case item(Int)
  }

  /// What is wrong.
  public var problem: Problem
  /// The file; empty where the list does not come from one.
  public var file = ""
  /// Where in it; nil where that says nothing.
  public var place: Place?

  init(_ problem: Problem, place: Place? = nil) {
    self.problem = problem
    self.place = place
  }

  /// Whether there is no such file.
  public var meansMissing: Bool {
    switch problem {
    case .fileMissing: true
    case .workbook(let error): error.code == .fileNotFound || error.code == .fileUnreadable
    default: false
    }
  }

  /// One line that says what, where and what to do.
  public func line(in language: Language) -> String {
    if case .workbook(let error) = problem { return language == .chinese ? error.chineseLine : "\(error)" }
    let parts = [file, place?.words(in: language) ?? "", sentences(in: language)].filter { !$0.isEmpty }
    return parts.joined(separator: language == .chinese ? "：" : ": ")
  }

  private func sentences(in language: Language) -> String {
    let (chinese, english) =
      switch problem {
      case .fileMissing: ("没有这个文件，或无法读取。请检查路径。", "there is no such file, or it cannot be read. Check the path.")
      case .kindUnknown: ("部门名单应为 .csv、.xlsx 或 .json。", "a list of departments is a .csv, .xlsx or .json.")
      case .encodingUnknown:
        ("文字编码既不是 UTF-8 也不是 GB18030。请另存为 UTF-8。", "the text is neither UTF-8 nor GB18030. Save it as UTF-8.")
      case .quotationOpen(let line):
        ("第 \(line) 行的引号没有结束。请补上引号。", "the quotation mark on line \(line) is not closed. Close it.")
      case .workbook(let error): ("\(error)", "\(error)")
      case .json(let error): (error.line(in: .chinese), error.line(in: .english))
      case .notDepartments:
        (
          "JSON 应为部门的数组，如 [{\"编码\": \"250\", \"名称\": \"某某局\"}]；单位写作 \"units\" 数组，其他内容写作文字。",
          "the JSON must be an array of departments, as [{\"code\": \"250\", \"name\": \"某某局\"}], with units in an array \"units\", and texts for whatever else."
        )
      case .noDepartments:
        ("名单中没有部门。应有“编码”和“名称”两列。", "the list names no department. It needs the columns 编码 and 名称 (code, name).")
      case .codeTwice(let code, let names):
        (
          "编码 \(code) 对应两个名称：\(names.joined(separator: "、"))。请核对。",
          "the code \(code) stands for two names: \(names.joined(separator: ", ")). Correct the list."
        )
      case .unitTwice(let code, let departments, let first):
        (
          "单位编码 \(code) 出现两次（\(Self.owners(departments, "、"))\(first.map { "，另一处在" + $0.words(in: .chinese) } ?? "")）。请核对。",
          "the unit code \(code) stands twice (\(Self.owners(departments, ", "))\(first.map { ", the other is " + $0.words(in: .english) } ?? "")). Correct the list."
        )
      case .fieldTwice(let label, let texts, let department):
        (
          "\(department) 的“\(label)”有两种写法：\(texts.joined(separator: "、"))。一个部门只能有一种；属于单位的栏目请删去。",
          "“\(label)” of \(department) says two things: \(texts.joined(separator: ", ")). A department has one; take a column out that belongs to its units."
        )
      case .unitOfNobody:
        ("单位上面没有部门。请在第一个单位所在行写明部门。", "a unit stands above all departments. Name the department in its row.")
      }
    return language == .chinese ? chinese : english
  }

  /// Whose units two are.
  private static func owners(_ departments: [DepartmentList.Department], _ comma: String) -> String {
    var names = departments.map(\.description)
    if names.count > 1, names[0] == names[1] { names.removeLast() }
    return names.joined(separator: comma)
  }
}

extension DepartmentListError.Place {
  /// The place in words.
  func words(in language: Language) -> String {
    switch self {
    case .line(let number): language == .chinese ? "第 \(number) 行" : "line \(number)"
    case .item(let number): language == .chinese ? "第 \(number) 项" : "item \(number)"
    }
  }
}

extension DepartmentListError: CustomStringConvertible {
  /// The English line.
  public var description: String { line(in: .english) }
}
