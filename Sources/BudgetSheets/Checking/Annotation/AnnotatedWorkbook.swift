import XlsxPackage
public import XlsxRead
import XlsxWrite

/// A copy of a submitted workbook that says, in its cells and on a sheet of its own, what is wrong with it.
///
/// Its first sheet 问题清单 lists the findings with links, room for the submitter's explanations (说明), and what is probably
/// behind them. Cells with findings are coloured and commented. What an earlier round has put there is taken away first:
/// its comments, its colours, its list. Everything else stays as it is, byte for byte.
///
/// ```swift
/// let book = try BookReader(sets: [set]).read(path: "submitted.xlsx")
/// let report = Checker(set: set).check(book)
/// let copy = try AnnotatedWorkbook(of: "submitted.xlsx", report: report, set: set)
/// let annotation = try copy.write(to: "returned.xlsx")
/// ```
public struct AnnotatedWorkbook {
  private let workbook: SubmittedWorkbook
  private let content: AnnotationContent

  /// Prepares a copy of the workbook at a path.
  ///
  /// - Parameters:
  ///   - path: The workbook that was read and checked.
  ///   - report: What checking it came to.
  ///   - set: The form set by which it was checked.
  ///   - limits: The bounds of what is read.
  /// - Throws: An ``AnnotationError`` where the workbook cannot be read.
  public init(
    of path: String, report: CheckReport, set: FormSet, limits: ReadLimits = BookReader.defaultLimits
  ) throws(AnnotationError) {
    try self.init(.path(path), report, set, limits)
  }

  /// Prepares a copy of a workbook held in memory; `name` stands for the file in errors.
  ///
  /// - Throws: As for a file.
  public init(
    ofBytes bytes: [UInt8], name: String, report: CheckReport, set: FormSet,
    limits: ReadLimits = BookReader.defaultLimits
  ) throws(AnnotationError) {
    try self.init(.bytes(bytes, name: name), report, set, limits)
  }

  private init(
    _ source: SubmittedWorkbook.Source, _ report: CheckReport, _ set: FormSet, _ limits: ReadLimits
  ) throws(AnnotationError) {
    do throws(XlsxReadError) { workbook = try SubmittedWorkbook(source, limits: limits) } catch {
      throw .unreadable(error)
    }
    content = AnnotationContent(report, set: set, explanations: workbook.lists.flatMap(\.explanations))
  }

  /// Writes the copy, all at once or not at all; never over the workbook that it is a copy of.
  ///
  /// A cell that cannot be marked is left as it is and told; its finding stands in the list.
  ///
  /// - Parameters:
  ///   - path: Where the copy is to stand. Its folder must exist.
  ///   - replacesExisting: Whether a file at the path is replaced.
  /// - Returns: What the copy holds.
  /// - Throws: An ``AnnotationError`` where the workbook cannot be changed, as a signed one, or the copy cannot be written;
  ///   nothing at the path has changed then.
  @discardableResult
  public func write(to path: String, replacesExisting: Bool = false) throws(AnnotationError) -> Annotation {
    try annotated { patch throws(XlsxWriteError) in
      try patch.write(to: path, replacesExisting: replacesExisting)
    }.annotation
  }

  /// The copy as bytes, with what it holds.
  ///
  /// - Throws: As ``write(to:replacesExisting:)``.
  public func bytes() throws(AnnotationError) -> (bytes: [UInt8], annotation: Annotation) {
    let (bytes, annotation) = try annotated { patch throws(XlsxWriteError) in try patch.bytes() }
    return (bytes, annotation)
  }
}

extension AnnotatedWorkbook {
  /// Carries a patch out, leaving out what the workbook turns out not to allow.
  private func annotated<Result>(
    _ carryOut: (WorkbookPatch) throws(XlsxWriteError) -> Result
  ) throws(AnnotationError) -> (result: Result, annotation: Annotation) {
    var omissions = Omissions()
    while true {
      var marks: Set<SheetAddress> = []
      do {
        let patch = try workbook.patch()
        var round = AnnotationRound(workbook, content, omissions)
        defer { marks = round.places }
        let annotation = try round.annotate(patch)
        return (try carryOut(patch), annotation)
      } catch let error as XlsxWriteError {
        guard omissions.add(error, marks: marks, hasLists: !workbook.lists.isEmpty) else { throw .file(error) }
      } catch let error as XlsxReadError {
        throw .unreadable(error)
      } catch {
        preconditionFailure("Only these two errors are thrown above.")
      }
    }
  }
}
