extension FormDefinition {
  /// What readers call a row of the form.
  ///
  /// - Parameter totalLabel: What a total row without a label is called.
  func rowName(of row: FormRow, totalLabel: String) -> RowName {
    if row.kind == .fixed { return RowName(key: row.key, name: LabelPath(text: row.key)?.leaf ?? row.key) }
    if row.kind == .total { return RowName(key: row.key, name: row.key.isEmpty ? totalLabel : row.key) }
    let level = panes.flatMap(\.levels).first { $0.kind == row.kind }
    let name = level?.name.flatMap { row.text($0) }.map { $0.filter { !$0.isNewline } }
    return RowName(key: row.key, name: name ?? row.key)
  }
}
