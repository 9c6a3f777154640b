extension FormData {
  /// Takes over where and how the values stood that are still those of an original.
  mutating func takeFacts(from original: FormData) {
    sheet = original.sheet
    unit = original.unit
    var rest: [RowIdentity: [FormRow]] = [:]
    // In reverse, so that the first of several equals is the last of its list.
    for row in original.rows.reversed() { rest[RowIdentity(row), default: []].append(row) }
    for index in rows.indices {
      guard let row = rest[RowIdentity(rows[index])]?.popLast() else { continue }
      rows[index].isHidden = row.isHidden
      rows[index].cells = Self.cells(rows[index].cells, over: row.cells)
    }
    fields = Self.cells(fields, over: original.fields)
    var lines = original.notes
    for index in notes.indices {
      guard let found = lines.firstIndex(where: { $0.text == notes[index].text }) else { continue }
      notes[index].reference = lines.remove(at: found).reference
    }
  }

  /// What tells a row from others, equals aside.
  private struct RowIdentity: Hashable {
    var pane: String?
    var kind: RowKind
    var key: String

    init(_ row: FormRow) {
      pane = row.pane
      kind = row.kind
      key = row.key
    }
  }

  private static func cells(
    _ cells: [LabelPath: FormCell], over original: [LabelPath: FormCell]
  ) -> [LabelPath: FormCell] {
    var result = cells
    for (path, cell) in original {
      let own = result[path]
      if own?.value == cell.value {
        result[path] = cell
      } else {
        result[path]?.reference = cell.reference
      }
    }
    return result
  }
}
