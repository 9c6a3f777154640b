import Synchronization
import XlsxWrite

/// Issues the workbooks of many departments at several times the rate of a ``FormIssuer``.
///
/// What all workbooks of a kind have in common is written once; then each department's texts are put in. Every workbook is,
/// part for part, the one that ``FormIssuer`` writes. An order for which there is no template (the first of its kind, one with
/// a book of the year before, one whose texts are unusual) is written by ``FormIssuer``.
///
/// Any number of tasks may use one issuer.
public final class BatchIssuer: Sendable {
  /// How the workbooks of one kind are written.
  public enum Way: Sendable {
    /// One is written, and each other is a copy of it with other texts in it.
    case copies
    /// One is planned, and each is written from that plan, cell by cell. Takes longer than copies and comes to the same.
    case cells
  }

  private struct State {
    var templates: [IssueShape: [IssueTemplate]] = [:]
    /// The shapes of which there was an order.
    var shapes: Set<IssueShape> = []
    /// The shapes that allow no template.
    var refused: Set<IssueShape> = []
    var made = 0
    var used = 0
  }

  /// The most templates that are kept; each takes about as much memory as a workbook on the disk.
  private static let mostTemplates = 96
  /// From how many orders on most kinds are likely to come again.
  private static let many = 8
  /// How many may be made before they prove useful.
  private static let trials = 8

  /// What writes each workbook by itself.
  public let issuer: FormIssuer
  private let way: Way
  private let expectsMany: Bool
  private let state = Mutex(State())

  /// Creates an issuer of the forms of a set.
  ///
  /// - Parameters:
  ///   - set: The form set.
  ///   - way: How workbooks of one kind are written.
  ///   - count: How many orders are to come; for more than a few, a template is made for the first of a kind already.
  public init(set: FormSet, way: Way = .copies, expecting count: Int = 0) {
    issuer = FormIssuer(set: set)
    self.way = way
    expectsMany = count >= Self.many
  }

  /// Writes the workbook of an order at a path, all at once or not at all.
  ///
  /// - Parameters:
  ///   - order: Whose forms, for which year.
  ///   - path: Where the workbook is to stand. Its folder must exist.
  ///   - replacesExisting: Whether a file at the path is replaced.
  /// - Returns: What there is to say about the writing.
  /// - Throws: As ``FormIssuer/write(_:to:replacesExisting:)``.
  @discardableResult
  public func write(
    _ order: IssueOrder, to path: String, replacesExisting: Bool = false
  ) throws(BookWriteError) -> [Finding] {
    if let (template, values) = template(for: order) {
      do throws(XlsxWriteError) {
        try template.write(values, to: path, replacesExisting: replacesExisting)
        return issuer.material.findings(on: order)
      } catch {
        if error.code != .refused { throw .file(error) }
      }
    }
    return try issuer.write(order, to: path, replacesExisting: replacesExisting, storesName: false)
  }

  /// The workbook of an order as bytes, with what there is to say about the writing.
  ///
  /// - Throws: As ``FormIssuer/bytes(of:)``.
  public func bytes(of order: IssueOrder) throws(BookWriteError) -> (bytes: [UInt8], findings: [Finding]) {
    if let (template, values) = template(for: order) {
      do throws(XlsxWriteError) {
        return (try template.bytes(values), issuer.material.findings(on: order))
      } catch {
        if error.code != .refused { throw .file(error) }
      }
    }
    return try issuer.bytes(of: order)
  }

  /// Waits until the names of the workbooks in a folder are on the disk; call it when all are written.
  ///
  /// Each workbook is on the disk when its writing returns, and appears at once and whole. Only a failure of power may take
  /// one away again before this call.
  public func finish(in folder: String) { WorkbookTemplate.storeNames(in: folder) }

  /// For how many orders there was a template so far.
  package var templateUses: Int { state.withLock { $0.used + $0.made - $0.refused.count } }

  /// The template for an order, made where that is worth while, and the texts to be put in; nil where there is none.
  private func template(for order: IssueOrder) -> (IssueTemplate, values: [String])? {
    guard let (shape, values) = IssueShape.make(order) else { return nil }
    let (known, isNew) = state.withLock { state in
      (state.templates[shape] ?? [], state.shapes.insert(shape).inserted)
    }
    if let template = known.first(where: { $0.fits(values) }) {
      state.withLock { $0.used += 1 }
      return (template, values)
    }
    // Of many kinds there is one department each; nothing is gained by a template then.
    if isNew && !expectsMany { return nil }
    let isAllowed = state.withLock { state in
      let isAllowed =
        !state.refused.contains(shape) && state.made < Self.mostTemplates
        && state.made < Self.trials + state.used / 2
      if isAllowed { state.made += 1 }
      return isAllowed
    }
    if !isAllowed { return nil }
    guard let template = IssueTemplate(order, shape, values: values, issuer.material, way) else {
      state.withLock { _ = $0.refused.insert(shape) }
      return nil
    }
    state.withLock { $0.templates[shape, default: []].append(template) }
    return (template, values)
  }
}
