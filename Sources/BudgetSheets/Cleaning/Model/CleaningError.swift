public import XlsxWrite

/// Why a workbook could not be cleaned. Nothing was written.
public enum CleaningError: Error, Sendable {
  /// The workbook cannot be read, or holds no form.
  case unreadable(BookReadError)
  /// The workbook cannot be changed.
  case file(XlsxWriteError)
  /// The workbook of the set's own layout cannot be written.
  case standard(BookWriteError)
  /// The cleaned workbook does not read as it should: a mistake of this program, stopped before anything was written.
  case disagrees(file: String, Place)

  /// One line that says what, where and what to do.
  public func line(in language: Language) -> String {
    switch self {
    case .unreadable(let error): error.line(in: language)
    case .file(let error) where error.code == .cannotWrite || error.code == .library:
      language == .chinese
        ? "\(error.path.map { $0 + "：" } ?? "")没有写出：磁盘空间不足，或临时文件夹不能写入。请腾出空间后再试。" : "\(error)"
    case .file(let error):
      language == .chinese
        ? "\(error.path.map { $0 + "：" } ?? "")工作簿的内部结构不能安全改动，没有清洗。请用 Excel 或 WPS 打开后重新保存。（\(error.message)）"
        : "\(error)"
    case .standard(let error): error.line(in: language)
    case .disagrees(let file, let place):
      language == .chinese
        ? "\(file)：清洗后的 \(place) 与原表不符，没有写出。这是本程序的错误，请报告。"
        : "\(file): after cleaning, \(place) does not read as it should. Nothing was written. This is a mistake of this program; please report it."
    }
  }
}

extension CleaningError: CustomStringConvertible {
  /// The English line.
  public var description: String { line(in: .english) }
}
