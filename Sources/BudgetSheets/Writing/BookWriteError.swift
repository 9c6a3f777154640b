public import XlsxWrite

/// Why a book was not written; nothing appears at the path then.
public enum BookWriteError: Error, Sendable, Hashable {
  /// The book is of another form set than the writer's.
  case otherSet(book: String, writer: String)
  /// The book holds a form that its set does not have.
  case formUnknown(String, set: String)
  /// The book holds a form twice.
  case formTwice(String)
  /// The book holds no form.
  case noForm
  /// The workbook could not be written.
  case file(XlsxWriteError)

  /// One line that says what, where and what to do.
  public func line(in language: Language) -> String {
    let (chinese, english) = sentences
    return language == .chinese ? chinese : english
  }

  private var sentences: (chinese: String, english: String) {
    switch self {
    case .otherSet(let book, let writer):
      (
        "该预算的表样是“\(book)”，不能按“\(writer)”写出。",
        "The book is of the form set “\(book)” and cannot be written as “\(writer)”."
      )
    case .formUnknown(let form, let set):
      ("表样“\(set)”中没有“\(form)”表。", "The form set “\(set)” has no form “\(form)”.")
    case .formTwice(let form):
      ("“\(form)”表出现两次，请只保留一份。", "The form “\(form)” stands in the book twice. Keep one.")
    case .noForm:
      ("没有任何表可写。", "The book holds no form to write.")
    case .file(let error):
      ("未能写出：\(error)", "\(error)")
    }
  }
}

extension BookWriteError: CustomStringConvertible {
  /// The English line.
  public var description: String { line(in: .english) }
}
