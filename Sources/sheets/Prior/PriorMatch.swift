import BudgetSheets

/// Finds the book of the year before that belongs beside a book.
///
/// By code, else by the whole name, never by a similar one; of two that fit none is taken. Where one file is checked beside
/// one file of the year before, both were named, and it is taken even if their departments differ, which is told.
struct PriorMatch: Sendable {
  /// What is known of the year before for one book.
  struct Outcome {
    /// The book; nil where there is none.
    var book: PriorBook?
    /// What there is to say in the report.
    var finding: Finding?
    /// What went wrong with a file.
    var problem: String?
  }

  private let workbooks: PriorWorkbooks
  private let index: SubmissionIndex
  /// The sets at hand by name: the year before may have another one than the book.
  private let sets: [String: FormSet]
  private let reader: BookReader
  private let isPair: Bool
  private let language: Language

  /// - Parameters:
  ///   - sets: All sets at hand.
  ///   - isSingle: Whether one file is checked.
  init(_ workbooks: PriorWorkbooks, sets: [FormSet], isSingle: Bool, language: Language) {
    self.workbooks = workbooks
    self.language = language
    index = SubmissionIndex(workbooks.submissions)
    self.sets = Dictionary(sets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    reader = BookReader(sets: sets)
    isPair = isSingle && !workbooks.isFolder
  }

  /// The book of the year before that belongs beside a book of a set.
  func outcome(for book: Book, in set: FormSet) -> Outcome {
    let name = Self.name(book.departmentCode, book.department)
    var found = index.submissions(code: book.departmentCode, name: book.department)
    var finding: Finding?
    if found.isEmpty, isPair, let only = workbooks.submissions.first {
      found = [only]
      finding = Finding(
        .priorOfOtherName, ["file": only.file, "prior": Self.name(only.code, only.name), "department": name])
    }
    if found.count > 1 {
      let files = found.map(\.file).joined(separator: "、")
      return Outcome(finding: Finding(.priorTwice, ["department": name, "files": files]))
    }
    guard let file = found.first?.file else { return Outcome(finding: Finding(.priorMissing, ["department": name])) }
    switch ReadResult(path: file, reader: reader).outcome {
    case .failure(let error):
      return Outcome(
        finding: Finding(.priorMissing, ["department": name]), problem: error.named(file).line(in: language))
    case .success(let prior):
      guard let older = sets[prior.set], PriorBook.isPossible(of: older, for: set) else {
        return Outcome(finding: Finding(.priorOfUnknownSet, ["file": file, "prior": prior.set, "set": set.name]))
      }
      do throws(DefinitionError) {
        return Outcome(book: try PriorBook(prior, of: older, for: set), finding: finding)
      } catch {
        return Outcome(
          finding: Finding(.priorOfUnknownSet, ["file": file, "prior": prior.set, "set": set.name]),
          problem: error.line(in: language))
      }
    }
  }

  /// Code and name, as far as they are known.
  private static func name(_ code: String?, _ name: String) -> String {
    [code ?? "", name].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
