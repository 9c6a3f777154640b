/// Finds out which rows of a form those of its JSON are.
struct RowIdentities {
  private let form: FormDefinition
  private var keys = RowKey()
  private var seen: Set<[String]> = []
  private var above: FormRow?

  /// Starts with the first row of a form.
  init(form: FormDefinition) {
    self.form = form
  }

  /// Sets pane and key of the next row.
  ///
  /// - Parameter key: The key as given; nil where it is left to be derived.
  /// - Throws: A ``BookFormatError`` where the row cannot be told, or is another one's double.
  mutating func identify(_ row: inout FormRow, key: String?) throws(BookFormatError) {
    let key = key == "" ? nil : key
    let pane = try pane(of: &row)
    guard let pane else {
      // The rows of a table in a form of blocks belong to no pane.
      var columns: [ColumnDefinition] = []
      for case .table(let table) in form.blocks { columns += table.columns }
      try identify(&row, base: RowKey.base(of: row, in: columns), key: key)
      try checkOnce(row)
      return
    }
    if !pane.fixedRows.isEmpty {
      row.key = row.kind == .fixed ? try fixedRow(row, in: pane, key: key).path.description : key ?? ""
    } else if let base = RowKey.base(of: row, in: pane, above: above) {
      try identify(&row, base: base, key: key)
    } else {
      row.key = key ?? (row.kind == .total ? RowKey.total(of: pane) : "")
    }
    try checkOnce(row)
    above = row
  }

  private mutating func checkOnce(_ row: FormRow) throws(BookFormatError) {
    if !row.key.isEmpty, !seen.insert([row.pane ?? "", row.key]).inserted {
      throw BookFormatError(.keyTwice(row.key)).inside("key")
    }
  }

  private func pane(of row: inout FormRow) throws(BookFormatError) -> Pane? {
    guard let first = form.panes.first else {
      if let name = row.pane { throw BookFormatError(.differs(name, expected: nil)).inside("pane") }
      return nil
    }
    let names = form.panes.compactMap(\.name)
    if names.isEmpty {
      if let name = row.pane { throw BookFormatError(.differs(name, expected: nil)).inside("pane") }
      return first
    }
    let leaves = form.leaves.map(\.path)
    if let name = row.pane {
      let wanted = LabelText.normalize(name)
      guard let pane = form.panes.first(where: { $0.name.map(LabelText.normalize) == wanted }) else {
        throw BookFormatError(
          .valueUnknown(
            name, allowed: names, suggestion: Suggestion.nearest(to: name, among: names))
        ).inside("pane")
      }
      let paths = Set(leaves[pane.leaves])
      if let other = row.cells.keys.filter({ !paths.contains($0) }).map(\.description).min() {
        throw BookFormatError(.differs(name, expected: LabelPath(text: other)?.labels.first)).inside("pane")
      }
      row.pane = pane.name
      return pane
    }
    let candidates = form.panes.filter { !Set(leaves[$0.leaves]).isDisjoint(with: row.cells.keys) }
    guard candidates.count == 1, let pane = candidates.first else { throw BookFormatError(.paneMissing(names)) }
    row.pane = pane.name
    return pane
  }

  private mutating func identify(_ row: inout FormRow, base: String, key: String?) throws(BookFormatError) {
    let derived = keys.next(base)
    guard let key else {
      row.key = derived
      return
    }
    // Without its key cells a row may still be named.
    guard base.allSatisfy({ $0 == "/" }) || key == base || RowKey.split(key)?.text == base else {
      throw BookFormatError(.keyDiffers(key, cells: base)).inside("key")
    }
    row.key = key
  }

  private func fixedRow(_ row: FormRow, in pane: Pane, key: String?) throws(BookFormatError) -> FixedRow {
    let rows = pane.fixedRows
    let known = rows.map(\.path.description)
    if let key {
      if let exact = rows.first(where: { $0.path.description == key }) { return exact }
      let wanted = LabelPath(text: key)?.labels.map(LabelText.normalize)
      let found = rows.filter { $0.path.labels.map(LabelText.normalize) == wanted }
      guard found.count == 1, let only = found.first else {
        let ends = known.filter { $0.hasSuffix("/" + key) }
        let suggestion = ends.count == 1 ? ends.first : Suggestion.nearest(to: key, among: known)
        throw BookFormatError(.rowUnknown(key, suggestion: suggestion)).inside("key")
      }
      return only
    }
    let labels = form.leaves[pane.labels].compactMap { row.text($0.path) }
    guard let label = labels.last else { throw BookFormatError(.rowUnnamed) }
    if pane.labels.count > 1 {
      let wanted = labels.map(LabelText.normalize)
      if let row = rows.first(where: { $0.path.labels.map(LabelText.normalize) == wanted }) { return row }
    }
    let wanted = LabelText.normalize(label)
    let found = rows.filter { ([$0.label] + $0.aliases).contains { LabelText.normalize($0) == wanted } }
    if found.count > 1 { throw BookFormatError(.rowAmbiguous(label, keys: found.map(\.path.description))) }
    guard let only = found.first else {
      throw BookFormatError(.rowUnknown(label, suggestion: Suggestion.nearest(to: label, among: rows.map(\.label))))
    }
    return only
  }
}
