/// Issues workbooks of blank forms, one a department, ready to be filled in.
///
/// An issuer is a value without state; use one for as many departments as you like, from as many tasks. The same order
/// gives the same bytes.
public struct FormIssuer: Sendable {
  /// The form set whose forms are issued.
  public var set: FormSet { material.set }
  let material: IssueMaterial

  /// Creates an issuer of the forms of a set.
  public init(set: FormSet) {
    material = IssueMaterial(set: set)
  }

  /// Writes the workbook of an order at a path, all at once or not at all.
  ///
  /// - Parameters:
  ///   - order: Whose forms, for which year.
  ///   - path: Where the workbook is to stand. Its folder must exist.
  ///   - replacesExisting: Whether a file at the path is replaced.
  /// - Returns: What there is to say about the writing.
  /// - Throws: A ``BookWriteError``; nothing at the path has changed then.
  @discardableResult
  public func write(
    _ order: IssueOrder, to path: String, replacesExisting: Bool = false
  ) throws(BookWriteError) -> [Finding] {
    try write(order, to: path, replacesExisting: replacesExisting, storesName: true)
  }

  /// Writes the workbook of an order at a path, and waits until its name is on the disk or leaves that for later.
  func write(
    _ order: IssueOrder, to path: String, replacesExisting: Bool, storesName: Bool
  ) throws(BookWriteError) -> [Finding] {
    let plan = try IssuePlan(order, material)
    try plan.save(to: path, replacesExisting: replacesExisting, storesName: storesName)
    return plan.findings + material.findings(on: order)
  }

  /// The workbook of an order as bytes, with what there is to say about the writing.
  ///
  /// - Throws: As ``write(_:to:replacesExisting:)``.
  public func bytes(of order: IssueOrder) throws(BookWriteError) -> (bytes: [UInt8], findings: [Finding]) {
    let plan = try IssuePlan(order, material)
    return (try plan.bytes(), plan.findings + material.findings(on: order))
  }
}
