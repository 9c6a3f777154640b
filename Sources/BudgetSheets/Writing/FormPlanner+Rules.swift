import XlsxPackage
import XlsxWrite

extension FormPlanner {
  /// Says what may be typed into the columns of a table.
  mutating func planRules(leaves: [ColumnDefinition], rows: ClosedRange<Int>) {
    func range(_ columns: ClosedRange<Int>) -> CellRange {
      CellRange(
        CellReference(row: rows.lowerBound, column: columns.lowerBound + 1),
        CellReference(row: rows.upperBound, column: columns.upperBound + 1))
    }
    var index = 0
    while index < leaves.count {
      let leaf = leaves[index]
      var end = index
      switch leaf.kind {
      case .amount:
        while end + 1 < leaves.count, leaves[end + 1].isAmount { end += 1 }
        plan.rules.append(.init(validation: InputRule.amount, range: range(index...end)))
      case .code(let digits):
        let place = range(index...index)
        if let rule = InputRule.code(digits: self.digits(of: leaf, digits), first: place.first) {
          plan.rules.append(.init(validation: rule, range: place))
        }
      case .text:
        if let rule = leaf.list.flatMap({ InputRule.list(named: $0, in: set) }) {
          plan.rules.append(.init(validation: rule, range: range(index...index)))
        }
      }
      index = end + 1
    }
  }

  /// The lengths that codes of a column may have: those of the column and of the levels whose key it is.
  private func digits(of leaf: ColumnDefinition, _ digits: Int?) -> [Int] {
    let levels = form.panes.flatMap(\.levels).filter { $0.key == [leaf.path] }
    // A level without a fixed length allows any.
    if digits == nil, levels.contains(where: { $0.keyDigits == nil }) { return [] }
    return Set([digits].compactMap(\.self) + levels.compactMap(\.keyDigits)).sorted()
  }
}
