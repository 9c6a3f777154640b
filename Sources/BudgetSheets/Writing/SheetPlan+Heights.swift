import XlsxPackage
import XlsxWrite

extension SheetPlan {
  /// Makes every row high enough for the texts in it.
  ///
  /// A text that a row cannot show is set smaller; one that cannot be shown even so is named.
  ///
  /// - Returns: The cells whose text is not shown to its end.
  mutating func fitHeights() -> [CellReference] {
    var cut: [CellReference] = []
    for row in 1...max(1, lastRow) where !lowRows.contains(row) && !fittingRows.contains(row) {
      raise(row, to: FormStyle.rowHeight)
    }
    let texts = orderedCells.filter {
      $0.cell.content.shownText != nil && $0.cell.format.wrapsText && !fittingRows.contains($0.reference.row)
    }
    for (reference, cell) in texts where cell.last.row == reference.row && !lowRows.contains(reference.row) {
      let (size, height) = fitted(cell, reference, within: FormStyle.maximumRowHeight)
      if size != cell.format.font.size { setFontSize(size, at: reference) }
      if height > FormStyle.maximumRowHeight { cut.append(reference) }
      raise(reference.row, to: height)
    }
    for (reference, cell) in texts where cell.last.row > reference.row {
      let rows = reference.row...cell.last.row
      let (size, height) = fitted(cell, reference, within: FormStyle.maximumRowHeight * Double(rows.count))
      if size != cell.format.font.size { setFontSize(size, at: reference) }
      let missing = height - rows.reduce(0) { $0 + (heights[$1] ?? 0) }
      if missing <= 0 { continue }
      for row in rows { raise(row, to: (heights[row] ?? 0) + missing / Double(rows.count)) }
      if rows.reduce(0, { $0 + (heights[$1] ?? 0) }) < height - 1 { cut.append(reference) }
    }
    // What stands in the middle of a very high cell would be looked for in vain on its first page.
    for (reference, cell) in texts where (reference.row...cell.last.row).reduce(0, { $0 + (heights[$1] ?? 0) }) > 420 {
      alignTop(reference)
    }
    return cut.sorted()
  }

  /// The size of the letters at which a text fits into a height, and the height it then takes.
  private func fitted(_ cell: Cell, _ reference: CellReference, within limit: Double) -> (size: Double, height: Double)
  {
    let font = cell.format.font
    let text = cell.content.shownText ?? ""
    let width = width(reference.column...cell.last.column) - Double(cell.format.indent)
    var size = font.size
    while true {
      let lines = TextMeasure.lines(text, width: width, size: size, isBold: font.isBold)
      let height = TextMeasure.height(lines: lines, size: size)
      if height <= limit || size <= FormStyle.smallestSize { return (size, height) }
      size -= 1
    }
  }

  /// How many rows a text needs that is merged over some columns and may take more than one.
  func rowsNeeded(_ text: String, columns: ClosedRange<Int>) -> Int {
    let lines = TextMeasure.lines(text, width: width(columns), size: FormStyle.bodySize)
    let height = TextMeasure.height(lines: lines, size: FormStyle.bodySize)
    return max(1, Int((height / FormStyle.maximumRowHeight).rounded(.up)))
  }
}
