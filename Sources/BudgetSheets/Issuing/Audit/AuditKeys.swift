/// The keys that the rules of a set compare, by form.
struct AuditKeys {
  private var keys: [String: [AuditKey]] = [:]

  init(_ book: RuleBook) {
    for case .linear(let rule) in book.entries.map(\.entry) {
      for each in rule.each {
        for key in rule.keys { if let columns = key.columns[each.form] { add(each.form, columns, each.rows.kind) } }
        take(each.rows, each.form)
      }
      for comparison in rule.comparisons + rule.conditions.map(\.comparison) {
        for case .cells(let cells) in (comparison.left + comparison.right).map(\.operand) {
          take(cells.rows, cells.form)
        }
      }
    }
  }

  /// The keys of a form, in the order in which the rules name them.
  func keys(of form: String) -> [AuditKey] { keys[form] ?? [] }

  private mutating func take(_ rows: LinearRule.RowSet, _ form: String) {
    guard case .matching(let conditions) = rows else { return }
    for condition in conditions { add(form, condition.columns, rows.kind) }
  }

  private mutating func add(_ form: String, _ columns: [LabelPath], _ kind: RowKind) {
    let key = AuditKey(columns: columns, kind: kind)
    if keys[form]?.contains(key) != true { keys[form, default: []].append(key) }
  }
}
