import XlsxWrite

/// A workbook for all departments of one shape whose texts take as much room.
struct IssueTemplate: Sendable {
  /// How it is written with the texts of a department.
  enum Content: Sendable {
    /// The finished workbook, in which texts are put in.
    case workbook(WorkbookTemplate)
    /// The planned workbook, which is written cell by cell.
    case plan(PreparedPlan)
  }

  let content: Content
  private let layout: [LayoutRecord.Entry]

  /// Lays out the workbook of an order with placeholders; nil where each of its like must be written by itself.
  init?(_ order: IssueOrder, _ shape: IssueShape, values: [String], _ material: IssueMaterial, _ way: BatchIssuer.Way) {
    let placeholders = WorkbookTemplate.placeholders(values.count)
    let record = LayoutRecord(values: values)
    let order = shape.order(like: order, placeholders: placeholders)
    let plan = LayoutRecord.$current.withValue(record) { try? IssuePlan(order, material) }
    // What there is to say may name texts.
    guard let plan, plan.findings.isEmpty else { return nil }
    layout = record.entries
    switch way {
    case .copies:
      guard let bytes = try? plan.bytes(),
        let workbook = try? WorkbookTemplate(bytes: bytes, placeholders: placeholders)
      else { return nil }
      content = .workbook(workbook)
    case .cells:
      guard let prepared = PreparedPlan(plan) else { return nil }
      content = .plan(prepared)
    }
  }

  /// Whether the workbook with some values is laid out as this one.
  func fits(_ values: [String]) -> Bool {
    layout.allSatisfy { $0.question.answer(values) == $0.answer }
  }

  /// The workbook with some values, as bytes.
  ///
  /// - Throws: `refused` where a workbook with these values has to be written by itself.
  func bytes(_ values: [String]) throws(XlsxWriteError) -> [UInt8] {
    switch content {
    case .workbook(let workbook): return try workbook.bytes(with: values)
    case .plan(let plan):
      let writer = try WorkbookWriter(properties: plan.properties(values), defaultFont: BookPlan.defaultFont)
      try plan.write(values, to: writer)
      return try writer.closeToBytes()
    }
  }

  /// Writes the workbook with some values at a path.
  ///
  /// - Throws: `refused` where a workbook with these values has to be written by itself.
  func write(_ values: [String], to path: String, replacesExisting: Bool) throws(XlsxWriteError) {
    // The names of many files are stored together, at the end.
    switch content {
    case .workbook(let workbook):
      try workbook.write(values, to: path, replacesExisting: replacesExisting, storesName: false)
    case .plan(let plan):
      let writer = try WorkbookWriter(
        path: path, properties: plan.properties(values), defaultFont: BookPlan.defaultFont,
        replacesExisting: replacesExisting)
      try plan.write(values, to: writer)
      try writer.close(storesName: false)
    }
  }
}
