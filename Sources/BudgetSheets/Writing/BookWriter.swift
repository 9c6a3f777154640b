/// Writes books as workbooks of the set's own forms: what a bureau would print, with live totals and input rules.
///
/// A writer is a value without state; use one for as many books as you like, from as many tasks. The same book gives
/// the same bytes.
public struct BookWriter: Sendable {
  /// The form set whose books are written.
  public let set: FormSet

  /// Creates a writer for the books of a form set.
  public init(set: FormSet) {
    self.set = set
  }

  /// Writes a book's forms as a workbook at a path, all at once or not at all.
  ///
  /// - Parameters:
  ///   - book: The book; its forms are written as they are, nothing is worked out anew.
  ///   - path: Where the workbook is to stand. Its folder must exist.
  ///   - replacesExisting: Whether a file at the path is replaced.
  /// - Returns: What there is to say about the writing, as of a total that does not agree with its parts and was
  ///   written as it was.
  /// - Throws: A ``BookWriteError`` where the book does not fit the set or the file cannot be written; nothing at the
  ///   path has changed then.
  @discardableResult
  public func write(
    _ book: Book, to path: String, replacesExisting: Bool = false
  ) throws(BookWriteError) -> [Finding] {
    let plan = try BookPlan(book, set: set)
    try plan.save(to: path, replacesExisting: replacesExisting)
    return plan.findings
  }

  /// The workbook of a book's forms as bytes, with what there is to say about the writing.
  ///
  /// - Throws: As ``write(_:to:replacesExisting:)``.
  public func bytes(of book: Book) throws(BookWriteError) -> (bytes: [UInt8], findings: [Finding]) {
    let plan = try BookPlan(book, set: set)
    return (try plan.bytes(), plan.findings)
  }
}
