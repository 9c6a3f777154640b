/// The keys of free rows: what tells one row of a form from another.
///
/// A key is what stands in the key columns of the row's level, joined by `/`; the second of two equal keys ends in
/// `#2`. Totals, indicators and continuations have none.
struct RowKey {
  private var counts: [String: Int] = [:]

  /// The key of a row without its ordinal; empty where the row has none.
  ///
  /// - Parameter above: The row before it, whose key a blank one repeats where the level says so.
  static func base(of row: FormRow, in pane: Pane, above: FormRow?) -> String {
    guard let level = pane.levels.first(where: { $0.kind == row.kind }), !level.key.isEmpty else { return "" }
    let parts = level.key.map { column in
      if let text = row.text(column) { return text }
      guard level.blankRepeatsAbove, let above, above.kind == row.kind else { return "" }
      if let name = level.name, row.text(name) != above.text(name) { return "" }
      return split(above.key)?.text ?? above.key
    }
    return parts.allSatisfy(\.isEmpty) ? "" : parts.joined(separator: "/")
  }

  /// The key with the ordinal that it takes among its equals so far.
  mutating func next(_ base: String) -> String {
    if base.isEmpty { return "" }
    counts[base, default: 0] += 1
    return Self.text(base, ordinal: counts[base] ?? 1)
  }

  /// The text of a key with an ordinal, which the first of its equals does not show.
  static func text(_ base: String, ordinal: Int) -> String {
    ordinal == 1 ? base : "\(base)#\(ordinal)"
  }

  /// The key and the ordinal that it ends in; nil where it ends in none.
  static func split(_ key: String) -> (text: String, ordinal: Int)? {
    guard let mark = key.lastIndex(of: "#") else { return nil }
    let digits = key[key.index(after: mark)...]
    guard let ordinal = Int(digits), ordinal > 1, String(ordinal) == digits, mark > key.startIndex else { return nil }
    return (String(key[..<mark]), ordinal)
  }
}
