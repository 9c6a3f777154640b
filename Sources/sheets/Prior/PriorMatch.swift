import BudgetSheets

/// Finds the book of the year before that belongs beside a book.
///
/// By code, else by the whole name where one of the two has no code, never by a similar name. Of several that fit the one of
/// the year before is taken, where just one is; the file that is checked is never its own year before. Where one file is
/// checked beside one file of the year before, both were named, and it is taken even if their departments differ, which is
/// told.
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
  ///
  /// - Parameter path: Where the book was read from.
  func outcome(for book: Book, at path: String, in set: FormSet) -> Outcome {
    let name = Self.name(book.departmentCode, book.department)
    var found = others(index.submissions(code: book.departmentCode, name: book.department), than: path)
    var isNamed = false
    if found.isEmpty, isPair, let only = workbooks.submissions.first {
      found = [only]
      isNamed = true
    }
    if found.count > 1, let year = Int(book.year) {
      let before = found.filter { workbooks.years[$0.file] == "\(year - 1)" }
      if before.count == 1 { found = before }
    }
    if found.count > 1 {
      let files = found.map { submission in
        submission.file + (workbooks.years[submission.file].map { " [\($0)]" } ?? "")
      }
      return Outcome(
        finding: Finding(.priorTwice, ["department": name, "files": files.joined(separator: "、")]))
    }
    guard let submission = found.first else { return Outcome(finding: missing(for: book, at: path)) }
    let file = submission.file
    var finding: Finding?
    let hasOtherCode = submission.hasOtherCode(than: book.departmentCode)
    if isNamed || hasOtherCode || submission.hasOtherName(than: book.department) {
      finding = Finding(
        .priorOfOtherName,
        ["file": file, "prior": Self.name(submission.code, submission.name), "department": name],
        level: hasOtherCode ? .warning : nil)
    }
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

  /// Of a folder, all but the very file that is checked.
  private func others(
    _ submissions: [DepartmentList.Submission], than path: String
  ) -> [DepartmentList.Submission] {
    guard !isPair, !submissions.isEmpty, let own = FileIdentity(path) else { return submissions }
    return submissions.filter { FileIdentity($0.file) != own }
  }

  /// What there is to say of a book beside which none belongs.
  private func missing(for book: Book, at path: String) -> Finding {
    let name = Self.name(book.departmentCode, book.department)
    let namesakes = others(index.namesakes(code: book.departmentCode, name: book.department), than: path)
    guard let first = namesakes.first else { return Finding(.priorMissing, ["department": name]) }
    return Finding(
      .priorOfOtherCode, ["file": first.file, "prior": Self.name(first.code, first.name), "department": name])
  }

  /// Code and name, as far as they are known.
  private static func name(_ code: String?, _ name: String) -> String {
    [code ?? "", name].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
