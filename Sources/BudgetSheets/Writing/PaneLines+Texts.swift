extension PaneLines {
  /// The label of a total row, over the columns that it is printed across.
  struct TotalLabel {
    var row: Int
    var leaves: ClosedRange<Int>
    var text: String
  }

  /// The label of a printed row, or one that stands beside several of them.
  struct PrintedLabel {
    var lines: ClosedRange<Int>
    var leaves: ClosedRange<Int>
    var text: String
    /// Whether it is a row's own.
    var isOwn: Bool
  }

  /// The labels that begin in one of the columns of labels.
  func labels(leaf: Int, column: LabelPath) -> [PrintedLabel] {
    let depth = leaf - pane.labels.lowerBound
    var labels: [PrintedLabel] = []
    for (index, line) in lines.enumerated() {
      guard let fixed = line.fixed else { continue }
      let own = pane.labelLeaf(of: fixed) - pane.labels.lowerBound
      guard depth <= own else { continue }
      let text = line.data?.cells[column]?.value?.text
      if depth == own {
        labels.append(
          PrintedLabel(
            lines: index...index, leaves: leaf...pane.labels.upperBound - 1, text: text ?? fixed.label, isOwn: true))
      } else if let last = labels.last, !last.isOwn, last.lines.upperBound == index - 1,
        lines[index - 1].row == line.row - 1, text == nil,
        lines[index - 1].fixed?.path.labels.prefix(depth + 1) == fixed.path.labels.prefix(depth + 1)
      {
        labels[labels.count - 1].lines = last.lines.lowerBound...index
      } else {
        labels.append(
          PrintedLabel(
            lines: index...index, leaves: leaf...leaf, text: text ?? fixed.path.labels[depth], isOwn: false))
      }
    }
    return labels
  }

  /// The last line of the merged cell that begins at a line: those below it that take their text from it.
  func lastOfMerge(from start: Int, column: ColumnDefinition) -> Int {
    guard let text = lines[start].data?.cells[column.path]?.value?.text else { return start }
    var end = start
    while end + 1 < lines.count, let cell = lines[end + 1].data?.cells[column.path], cell.value == nil,
      cell.raw == nil, cell.inherited == text, !repeatsAbove(end + 1, column)
    {
      end += 1
    }
    return end
  }

  /// Whether a blank code repeats the one above by the rule of the form, and so is left blank.
  func repeatsAbove(_ index: Int, _ column: ColumnDefinition) -> Bool {
    guard let level = pane.levels.first(where: { $0.blankRepeatsAbove && $0.key.first == column.path }),
      let name = level.name, let row = lines[index].data,
      let above = lines[..<index].last(where: { $0.data?.kind == .detail })?.data,
      let text = row.text(name), let textAbove = above.text(name), !text.isEmpty
    else { return false }
    return LabelText.normalize(text) == LabelText.normalize(textAbove)
      && row.text(column.path) == above.text(column.path)
  }

  /// The labels of the total rows.
  func totalLabels(leaves: [ColumnDefinition]) -> [TotalLabel] {
    guard let level = pane.levels.first(where: { $0.kind == .total }) else { return [] }
    let texts = pane.leaves.filter { !leaves[$0].isAmount }
    guard let path = level.labelColumn ?? texts.first.map({ leaves[$0].path }),
      let leaf = leaves.firstIndex(where: { $0.path == path })
    else { return [] }
    return lines.compactMap { line in
      guard line.data?.kind == .total, let label = line.data?.text(path) ?? level.label else { return nil }
      let filled = texts.filter { line.data?.text(leaves[$0].path) != nil }
      guard filled.isEmpty || filled == [leaf] else { return nil }
      let end = min(leaf + level.across, pane.leaves.upperBound)
      return TotalLabel(row: line.row, leaves: leaf...max(leaf, end - 1), text: label)
    }
  }
}
