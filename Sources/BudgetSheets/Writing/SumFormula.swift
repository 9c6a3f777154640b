import XlsxPackage

/// The formula of a cell that is the sum of others.
struct SumFormula {
  /// One of the cells that are added.
  struct Part {
    var reference: CellReference
    /// The amount; nil where the cell is blank.
    var amount: Amount?
    /// Whether a text stands in the cell.
    var isText: Bool
    /// Whether the amount is written as text, since no number of a workbook is so exact.
    var isTextOfAmount = false
  }

  let parts: [Part]

  /// The exact sum, blank cells counting for nothing; nil where it is too large.
  var sum: Amount? {
    var sum = Amount.zero
    for part in parts {
      guard let next = sum.adding(part.amount ?? .zero) else { return nil }
      sum = next
    }
    return sum
  }

  /// The formula without `=`; nil where it would be longer than a cell can hold.
  ///
  /// - Parameter isEmpty: Tells the cells that hold nothing, over which a range may reach.
  func text(isEmpty: (CellReference) -> Bool) -> String? {
    let runs = runs(isEmpty: isEmpty)
    // Adding with + fails on a text, such as the empty one of a total that has nothing to show yet.
    let isPlain = parts.allSatisfy { $0.amount != nil && !$0.isText }
    let text: String
    if isPlain, runs.allSatisfy({ $0.count == 1 }) || parts.count == 2, parts.count <= 6 {
      text = parts.map { "\($0.reference)" }.joined(separator: "+")
    } else {
      text = FormulaText.sum(ofRanges: runs.map { CellRange($0.first, $0.last) })
    }
    // What stands as text is not added by a workbook.
    return parts.isEmpty || text.utf8.count > 8000 || parts.contains(where: \.isTextOfAmount) ? nil : text
  }

  /// The formula of a total that shows nothing as long as its parts hold nothing; nil where they hold something.
  func textOfBlank(isEmpty: (CellReference) -> Bool) -> String? {
    guard parts.allSatisfy({ $0.amount == nil && !$0.isText }), let text = text(isEmpty: isEmpty),
      text.utf8.count < 4000
    else { return nil }
    return "IF(\(text)=0,\"\",\(text))"
  }

  private struct Run {
    var first: CellReference
    var last: CellReference
    var count: Int
  }

  /// The parts joined where they lie next to one another in a row or a column.
  private func runs(isEmpty: (CellReference) -> Bool) -> [Run] {
    var runs: [Run] = []
    for reference in parts.map(\.reference).sorted() {
      if let run = runs.last, continues(run, reference, isEmpty) {
        runs[runs.count - 1].last = reference
        runs[runs.count - 1].count += 1
      } else {
        runs.append(Run(first: reference, last: reference, count: 1))
      }
    }
    return runs
  }

  private func continues(_ run: Run, _ next: CellReference, _ isEmpty: (CellReference) -> Bool) -> Bool {
    if run.last.row == next.row { return run.first.row == next.row && next.column == run.last.column + 1 }
    guard run.first.column == next.column, run.last.column == next.column else { return false }
    return (run.last.row + 1..<next.row).allSatisfy { isEmpty(CellReference(row: $0, column: next.column)) }
  }
}
