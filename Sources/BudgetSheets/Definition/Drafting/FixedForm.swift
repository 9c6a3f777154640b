import XlsxPackage

/// A form whose rows are printed: in panes side by side, each below a heading of its own, or below all columns.
struct FixedForm {
  private(set) var body: FormDraft.Body
  /// The places of which the draft makes sums.
  private(set) var summed: Set<CellReference> = []
  private(set) var questions: [(topic: DraftQuestion.Topic, cell: CellReference?)] = []

  /// Finds printed rows; nil where the rows are free.
  init?(columns draft: ColumnDraft, rows: [DraftBody.Row], _ sums: SumMemory) {
    var columns = draft
    if let numbers = Self.numbers(draft.leaves, rows) {
      questions.append((.numbersLeftOut(numbers.path.leaf), CellReference(row: rows[0].number, column: numbers.column)))
      columns.leaveOut(numbers.path)
    }
    for heading in Self.headingsOfLabels(draft.leaves) { columns.join(below: heading) }
    let leaves = columns.leaves
    if leaves.contains(where: \.isCode) { return nil }
    let all = Self.tops(of: leaves)
    let tops = all.filter { top in
      let own = leaves.filter { $0.path.labels[0] == top && $0.path.labels.count > 1 }
      let labels = own.isEmpty ? [] : Self.labels(of: own)
      return own.count > labels.count && !own[0].isAmount && own.dropFirst(labels.count).allSatisfy(\.isAmount)
    }
    // A column of remarks beside the panes does not keep them from being panes.
    let others = leaves.filter { !tops.contains($0.path.labels[0]) }
    let arePanes = tops.count >= 2 && others.allSatisfy { !$0.isAmount }
    if arePanes {
      questions += others.map { (.columnLeftOut($0.path.description), nil) }
      var drafts: [FixedRowDraft] = []
      for top in tops {
        let own = leaves.filter { $0.path.labels[0] == top }
        drafts.append(
          FixedRowDraft(rows, labels: Self.labels(of: own), amounts: own.filter(\.isAmount).map(\.column), sums))
      }
      guard drafts.contains(where: { $0.numbers.count >= 2 }) else { return nil }
      let closing = Self.closing(of: drafts.map(\.numbers))
      var panes: [FormDraft.Pane] = []
      for (top, draft) in zip(tops, drafts) {
        panes.append(
          FormDraft.Pane(name: top, columns: columns.tree(below: top), rows: draft.rows(closingFrom: closing)))
        questions += draft.questions
        summed.formUnion(draft.summed)
      }
      body = .panes(panes, alignsClosingRows: closing != nil)
      return
    }
    guard let label = leaves.first, !label.isAmount, Self.arePrinted(rows, label: label.column, leaves) else {
      return nil
    }
    let draft = FixedRowDraft(
      rows, labels: Self.labels(of: leaves), amounts: leaves.filter(\.isAmount).map(\.column), sums)
    body = .rows(columns.tree, draft.rows())
    questions += draft.questions
    summed = draft.summed
  }

  /// A first column that only numbers the printed rows beside it.
  private static func numbers(_ leaves: [ColumnDraft.Leaf], _ rows: [DraftBody.Row]) -> ColumnDraft.Leaf? {
    guard leaves.count >= 3, !leaves[0].isAmount, !leaves[1].isAmount else { return nil }
    var next = 1
    for row in rows {
      let number = row.cells[leaves[0].column]
      let isLabelled = row.cells[leaves[1].column].map { $0.kind == .text && $0.formula == nil } ?? false
      guard let number else {
        if isLabelled, next == 1 { return nil }
        continue
      }
      guard isLabelled, number.formula == nil, Int(AmountText.plain(number.text)) == next else { return nil }
      next += 1
    }
    return next > 2 ? leaves[0] : nil
  }

  /// The columns of the labels: the first one, or all below a heading that is printed over several.
  private static func labels(of leaves: [ColumnDraft.Leaf]) -> [Int] {
    leaves.prefix { $0.path == leaves[0].path || $0.wide != nil && $0.wide == leaves[0].wide }.map(\.column)
  }

  /// The headings below which labels stand in several columns, each with a heading of its own: the first ones of a pane.
  private static func headingsOfLabels(_ leaves: [ColumnDraft.Leaf]) -> [LabelPath] {
    var headings: [LabelPath] = []
    for top in tops(of: leaves) {
      let own = leaves.filter { $0.path.labels[0] == top }
      let heading = own[0].path.parent
      let below = own.prefix { $0.path.parent == heading }
      let isFirst = heading.labels.count > 1 && (2...3).contains(below.count) && own.count > below.count
      if isFirst, below.allSatisfy({ $0.kind == .text && $0.wide == nil }) { headings.append(heading) }
    }
    return headings
  }

  private static func tops(of leaves: [ColumnDraft.Leaf]) -> [String] {
    var tops: [String] = []
    for leaf in leaves where tops.last != leaf.path.labels[0] { tops.append(leaf.path.labels[0]) }
    return tops
  }

  /// Whether the texts of a column are printed labels: most have numbers before them, or stand in rows without amounts.
  private static func arePrinted(_ rows: [DraftBody.Row], label: Int, _ leaves: [ColumnDraft.Leaf]) -> Bool {
    let amounts = leaves.filter(\.isAmount).map(\.column)
    let texts = leaves.dropFirst().filter { !$0.isAmount }.map(\.column)
    var printed = 0
    var numbered = 0
    var filled = 0
    for row in rows {
      guard let cell = row.cells[label], cell.kind == .text, cell.formula == nil else { continue }
      printed += 1
      if DraftText.Numbering(DraftText.withoutPart(cell.text)) != .none || DraftText.isPart(cell.text) { numbered += 1 }
      let hasAmount = amounts.contains { column in
        row.cells[column].map { $0.kind == .number && $0.formula == nil } ?? false
      }
      if hasAmount || texts.contains(where: { row.cells[$0].map { $0.formula == nil } ?? false }) { filled += 1 }
    }
    return printed >= 2 && (numbered * 2 >= printed || filled * 2 < printed)
  }

  /// The row of the sheet from which on the rows of all panes stand side by side at the bottom, below the gap that a shorter
  /// pane leaves; nil where none leaves one.
  private static func closing(of panes: [[Int]]) -> Int? {
    let last = panes.compactMap(\.last).max()
    guard panes.allSatisfy({ $0.last == last }) else { return nil }
    var first: Int?
    for numbers in panes {
      for (number, next) in zip(numbers, numbers.dropFirst()) where next > number + 1 {
        // A blank row across all panes is no gap of one.
        let isFilled = panes.contains { other in other.contains { $0 > number && $0 < next } }
        if isFilled { first = max(first ?? 0, next) }
      }
    }
    return first
  }
}
