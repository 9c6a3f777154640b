/// The free rows of a form by what tells them from each other, to find those of one year in the other.
struct RowMatches {
  /// The form that the rows are of.
  struct Form: Hashable {
    var number: String
    var isPrior: Bool
  }

  /// The level of a row, and its key without the `#2` of a second of its equals.
  struct Identity: Hashable {
    var kind: RowKind
    var key: String
  }

  /// Who each row is; nil for one without its key.
  let identities: [Identity?]
  /// The key of the unit to which each row belongs; nil where it belongs to none.
  let units: [String?]
  /// The rows of each identity, in their order.
  let rows: [Identity: [Int]]

  init(_ form: FormFigures) {
    let data = form.data?.rows ?? []
    let levels = form.definition.panes.flatMap(\.levels)
    let keyless = Set(levels.filter { $0.key.isEmpty }.map(\.kind))
    let keys = Set(data.map(\.key))
    var identities: [Identity?] = []
    var rows: [Identity: [Int]] = [:]
    for (index, row) in data.enumerated() {
      var key = row.key
      if let (text, _) = RowKey.split(key), keys.contains(text) || text.isEmpty { key = text }
      key = RuleReferenceReader.comparable(key)
      if key.isEmpty, !keyless.contains(row.kind) {
        identities.append(nil)
        continue
      }
      let identity = Identity(kind: row.kind, key: key)
      identities.append(identity)
      rows[identity, default: []].append(index)
    }
    self.identities = identities
    self.rows = rows
    units = Self.units(of: data, levels: levels)
  }

  /// The unit above each row, found by way of the sums of the levels.
  private static func units(of rows: [FormRow], levels: [RowLevel]) -> [String?] {
    var above = [Int?](repeating: nil, count: rows.count)
    for (row, parts) in LevelParts.parts(of: rows, levels: levels) {
      for part in parts { above[part] = row }
    }
    var units: [String?] = []
    for index in rows.indices {
      var unit: String?
      // As many steps as there are levels, at most.
      var next = above[index]
      for _ in levels {
        guard let row = next else { break }
        if rows[row].kind == .unit {
          unit = RuleReferenceReader.comparable(rows[row].key)
          break
        }
        next = above[row]
      }
      units.append(unit)
    }
    return units
  }

  /// The rows of an identity that may belong to a unit; those of no unit may, and all where none is named.
  func rows(of identity: Identity, unit: String?) -> [Int] {
    (rows[identity] ?? []).filter { units[$0] == nil || unit == nil || units[$0] == unit }
  }
}
