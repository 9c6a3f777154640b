public import XlsxRead
public import XlsxWrite

/// Why no annotated copy of a workbook could be made.
public enum AnnotationError: Error, Sendable {
  /// The workbook cannot be read.
  case unreadable(XlsxReadError)
  /// The workbook cannot be changed, or the copy cannot be written.
  case file(XlsxWriteError)

  /// One line that says what, where and what to do.
  public func line(in language: Language) -> String {
    switch self {
    case .unreadable(let error): language == .chinese ? error.chineseLine : "\(error)"
    case .file(let error): language == .chinese ? "未能写出批注：\(error)" : "\(error)"
    }
  }
}

extension AnnotationError: CustomStringConvertible {
  /// The English line.
  public var description: String { line(in: .english) }
}
