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
    // The rows of a table in a form of blocks belong to no pane.
    guard let pane = try pane(of: &row) else {
      row.key = key ?? ""
      return
    }
    if pane.fixedRows.isEmpty {
      try identifyFree(&row, in: pane, key: key)
    } else if row.kind == .fixed {
      row.key = try fixedRow(row, in: pane, key: key).path.description
    } else {
      row.key = key ?? ""
    }
    if !row.key.isEmpty {
      guard seen.insert([row.pane ?? "", row.key]).inserted else {
        throw BookFormatError(.keyTwice(row.key)).inside("key")
      }
    }
    above = row
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

  private mutating func identifyFree(_ row: inout FormRow, in pane: Pane, key: String?) throws(BookFormatError) {
    let base = RowKey.base(of: row, in: pane, above: above)
    let derived = keys.next(base)
    guard let key else {
      row.key = derived
      return
    }
    guard base.isEmpty || key == base || RowKey.split(key)?.text == base else {
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
    guard let column = form.leaves[pane.leaves].first(where: { !$0.isAmount })?.path, let label = row.text(column)
    else {
      throw BookFormatError(.rowUnnamed)
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
