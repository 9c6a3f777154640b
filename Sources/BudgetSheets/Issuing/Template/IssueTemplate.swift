import XlsxWrite

/// A workbook for all departments of one shape whose texts take as much room.
struct IssueTemplate: Sendable {
  let workbook: WorkbookTemplate
  private let layout: [LayoutRecord.Entry]

  /// Lays out and writes the workbook of an order with placeholders; nil where each of its like must be written by itself.
  init?(_ order: IssueOrder, _ shape: IssueShape, values: [String], set: FormSet) {
    let placeholders = WorkbookTemplate.placeholders(values.count)
    let record = LayoutRecord(values: values)
    let order = shape.order(like: order, placeholders: placeholders)
    let plan = LayoutRecord.$current.withValue(record) { try? IssuePlan(order, set: set) }
    // What there is to say may name texts.
    guard let plan, plan.findings.isEmpty else { return nil }
    guard let writer = try? WorkbookWriter(properties: plan.properties, defaultFont: BookPlan.defaultFont),
      (try? plan.write(to: writer)) != nil, let bytes = try? writer.closeToBytes(),
      let workbook = try? WorkbookTemplate(bytes: bytes, placeholders: placeholders)
    else { return nil }
    self.workbook = workbook
    layout = record.entries
  }

  /// Whether the workbook with some values is laid out as this one.
  func fits(_ values: [String]) -> Bool {
    layout.allSatisfy { $0.question.answer(values) == $0.answer }
  }
}
