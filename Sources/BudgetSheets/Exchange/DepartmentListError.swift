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
  }

  /// What is wrong.
  public var problem: Problem
  /// The file; empty where the list does not come from one.
  public var file = ""

  init(_ problem: Problem, file: String = "") {
    self.problem = problem
    self.file = file
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
    let sentence = sentences(in: language)
    return file.isEmpty ? sentence : file + (language == .chinese ? "：" : ": ") + sentence
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
          "JSON 应为部门的数组，如 [{\"编码\": \"250\", \"名称\": \"某某局\"}]。",
          "the JSON must be an array of departments, as [{\"code\": \"250\", \"name\": \"某某局\"}]."
        )
      case .noDepartments:
        ("名单中没有部门。应有“编码”和“名称”两列。", "the list names no department. It needs the columns 编码 and 名称 (code, name).")
      case .codeTwice(let code, let names):
        (
          "编码 \(code) 对应两个名称：\(names.joined(separator: "、"))。请核对。",
          "the code \(code) stands for two names: \(names.joined(separator: ", ")). Correct the list."
        )
      }
    return language == .chinese ? chinese : english
  }
}

extension DepartmentListError: CustomStringConvertible {
  /// The English line.
  public var description: String { line(in: .english) }
}
