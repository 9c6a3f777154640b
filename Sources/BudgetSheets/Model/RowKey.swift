/// The keys of free rows: what tells one row of a form from another.
///
/// A key is what stands in the key columns of the row's level, joined by `/`; the second of two equal keys ends in
/// `#2`, be they blank. The key of a total is its label, that of a row of a table its first text that is not one of a
/// group; continuations and rows that fit no level have none.
struct RowKey {
  private var counts: [String: Int] = [:]
  private var given: Set<String> = []

  /// The key of a row without its ordinal; nil where it has none or, as a total, takes no ordinal.
  ///
  /// - Parameter above: The row before it, whose key a blank one repeats where the level says so.
  static func base(of row: FormRow, in pane: Pane, above: FormRow?) -> String? {
    guard row.kind != .total, let level = pane.levels.first(where: { $0.kind == row.kind }) else { return nil }
    return level.key.map { column in
      if let text = row.text(column) { return text }
      // A cell that cannot be read is not blank, and without a name nothing says that the row above is meant.
      guard level.blankRepeatsAbove, row.cells[column] == nil, let above, above.kind == row.kind else { return "" }
      if let name = level.name, row.text(name) == nil || row.text(name) != above.text(name) { return "" }
      return split(above.key)?.text ?? above.key
    }.joined(separator: "/")
  }

  /// The label of the total row of a pane; empty where it has none.
  static func total(of pane: Pane) -> String {
    pane.levels.first { $0.kind == .total }?.label ?? ""
  }

  /// The key of a row of a table in a form of blocks, without its ordinal; empty where the row has none.
  static func base(of row: FormRow, in columns: [ColumnDefinition]) -> String {
    columns.flatMap(\.leaves).first { !$0.isGroup }.flatMap { row.text($0.path) } ?? ""
  }

  /// The key with the ordinal that it takes among its equals so far; a key that itself ends in `#2` is passed over.
  mutating func next(_ base: String) -> String {
    while true {
      let ordinal = (counts[base] ?? 0) + 1
      counts[base] = ordinal
      let key = Self.text(base, ordinal: ordinal)
      if given.insert(key).inserted { return key }
    }
  }

  /// The text of a key with an ordinal, which the first of its equals does not show.
  static func text(_ base: String, ordinal: Int) -> String {
    ordinal == 1 ? base : "\(base)#\(ordinal)"
  }

  /// The key and the ordinal that it ends in; nil where it ends in none.
  static func split(_ key: String) -> (text: String, ordinal: Int)? {
    guard let mark = key.lastIndex(of: "#") else { return nil }
    let digits = key[key.index(after: mark)...]
    guard let ordinal = Int(digits), ordinal > 1, String(ordinal) == digits else { return nil }
    return (String(key[..<mark]), ordinal)
  }
}
