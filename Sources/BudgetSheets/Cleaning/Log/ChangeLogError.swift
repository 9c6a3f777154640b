/// What is wrong with a log of changes in JSON lines, and where.
public struct ChangeLogError: Error, Sendable, Hashable {
  /// The kinds of mistake that a log can hold.
  public enum Problem: Sendable, Hashable {
    /// It holds no change.
    case empty
    /// It begins with a byte order mark.
    case byteOrderMark
    /// The line ends in a carriage return, as Windows ends lines.
    case carriageReturn
    /// The line holds nothing.
    case blankLine
    /// The line is no JSON, or a member of it is missing or no such thing.
    case json(BookFormatError)
    /// It is a log of another version, or none of ours.
    case versionUnknown(String)
    /// No repair has the code.
    case codeUnknown(String)
    /// The line is about another cleaning than the first one, as the named member says.
    case otherFile(member: String)
    /// What a cell is said to hold is not of the type that is given.
    case stateMalformed(CellState.Kind, String)
    /// The text is not 64 hexadecimal digits in lower case.
    case hashMalformed(String)
    /// The text is no label path.
    case pathMalformed(String)
  }

  /// What is wrong.
  public var problem: Problem
  /// The line, counted from 1.
  public var line: Int

  /// Creates an error.
  public init(_ problem: Problem, line: Int) {
    self.problem = problem
    self.line = line
  }

  /// One line that says where, what and what to do.
  public func line(in language: Language) -> String {
    switch language {
    case .chinese: "清洗记录第 \(line) 行：\(problem.chinese)"
    case .english: "change log, line \(line): \(problem.english)"
    }
  }
}

extension ChangeLogError.Problem {
  fileprivate var chinese: String {
    switch self {
    case .empty: "没有任何改动。请给出清洗时写出的记录文件。"
    case .byteOrderMark: "文件以字节顺序标记（BOM）开头，可能被其他程序另存过。请使用清洗时写出的原文件。"
    case .carriageReturn: "行尾是 Windows 换行符，可能被其他程序另存过。请使用清洗时写出的原文件。"
    case .blankLine: "是空行。请使用清洗时写出的原文件。"
    case .json(let error): error.line(in: .chinese)
    case .versionUnknown(let found): "不认识“\(found)”，本程序读取“\(ChangeLog.format)”。"
    case .codeUnknown(let code): "没有“\(code)”这种清洗。记录可能出自更新的版本，请更新本程序。"
    case .otherFile(let member): "“\(member)”与第 1 行不同，一份记录只能属于一次清洗。请把记录分开。"
    case .stateMalformed(let kind, let text): "“\(text)”不是\(kind.name(in: .chinese))的内容。请使用清洗时写出的原文件。"
    case .hashMalformed(let text): "“\(text)”不是 SHA-256（64 位小写十六进制数字）。请使用清洗时写出的原文件。"
    case .pathMalformed(let text): "“\(text)”不是栏目路径。请使用清洗时写出的原文件。"
    }
  }

  fileprivate var english: String {
    switch self {
    case .empty: "there is no change in it. Give the log that cleaning wrote."
    case .byteOrderMark:
      "the file begins with a byte order mark; another program may have saved it. Give the log as cleaning wrote it."
    case .carriageReturn:
      "it ends as lines do on Windows; another program may have saved it. Give the log as cleaning wrote it."
    case .blankLine: "the line is blank. Give the log as cleaning wrote it."
    case .json(let error): error.line(in: .english)
    case .versionUnknown(let found): "“\(found)” is not known; this program reads “\(ChangeLog.format)”."
    case .codeUnknown(let code): "there is no repair “\(code)”. The log may be of a newer version; update this program."
    case .otherFile(let member):
      "“\(member)” differs from line 1, and a log belongs to one cleaning. Take the logs apart."
    case .stateMalformed(let kind, let text):
      "“\(text)” is nothing that a cell of the type \(kind.rawValue) holds. Give the log as cleaning wrote it."
    case .hashMalformed(let text):
      "“\(text)” is no SHA-256 (64 hexadecimal digits in lower case). Give the log as cleaning wrote it."
    case .pathMalformed(let text): "“\(text)” is no label path. Give the log as cleaning wrote it."
    }
  }
}

extension ChangeLogError: CustomStringConvertible {
  /// The English line.
  public var description: String { line(in: .english) }
}
