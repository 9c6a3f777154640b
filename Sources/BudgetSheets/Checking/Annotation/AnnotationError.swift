public import XlsxRead
public import XlsxWrite

/// Why no annotated copy of a workbook could be made.
public enum AnnotationError: Error, Sendable {
  /// The workbook cannot be read.
  case unreadable(XlsxReadError)
  /// The workbook cannot be changed, or the copy cannot be written.
  case file(XlsxWriteError)

  /// What is wrong and what to do, without the name of a file.
  public func sentence(in language: Language) -> String {
    switch (self, language) {
    case (.unreadable(let error), .chinese): return error.chineseSentence
    case (.unreadable(let error), .english): return error.message
    case (.file(var error), .english):
      error.path = nil
      return "\(error)"
    case (.file(let error), .chinese):
      return switch error.code {
      case .cannotWrite: "未能写出批注：文件夹或文件不能写入。请检查权限和磁盘空间，或换一个文件夹。"
      case .fileExists: "未能写出批注：文件已存在。"
      case .cannotRead: "未能写出批注：原工作簿无法读取。请重新复制或下载。"
      case .refused: "未能写出批注：原工作簿的内部结构不能安全改动。请用 Excel 或 WPS 打开后重新保存。"
      default: "未能写出批注（\(error.message)）"
      }
    }
  }

  /// One line that says what, where and what to do.
  public func line(in language: Language) -> String {
    switch self {
    case .unreadable(let error): language == .chinese ? error.chineseLine : "\(error)"
    case .file(let error):
      language == .chinese ? (error.path.map { $0 + "：" } ?? "") + sentence(in: .chinese) : "\(error)"
    }
  }
}

extension AnnotationError: CustomStringConvertible {
  /// The English line.
  public var description: String { line(in: .english) }
}
