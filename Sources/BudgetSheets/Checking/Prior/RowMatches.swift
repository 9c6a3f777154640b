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

  /// Some rows: how many, and the first of them.
  struct Run {
    var count = 0
    var first: Int?

    fileprivate mutating func add(_ row: Int) {
      count += 1
      if first == nil { first = row }
    }

    fileprivate func joined(with other: Run) -> Run {
      guard let first, let second = other.first else { return first == nil ? other : self }
      return Run(count: count + other.count, first: min(first, second))
    }
  }

  /// The rows of an identity, by unit.
  private struct Group {
    var all = Run()
    var withoutUnit = Run()
    var ofUnit: [String: Run] = [:]
  }

  /// Who each row is; nil for one without its key.
  let identities: [Identity?]
  /// The key of the unit to which each row belongs; nil where it belongs to none.
  let units: [String?]
  /// The rows of each identity, counted once: a hostile sheet may have many thousands of one.
  private let groups: [Identity: Group]

  init(_ form: FormFigures) {
    let data = form.data?.rows ?? []
    let levels = form.definition.panes.flatMap(\.levels)
    let keyless = Set(levels.filter { $0.key.isEmpty }.map(\.kind))
    let keys = Set(data.map(\.key))
    var identities: [Identity?] = []
    for row in data {
      var key = row.key
      if let (text, _) = RowKey.split(key), keys.contains(text) || text.isEmpty { key = text }
      key = RuleReferenceReader.comparable(key)
      if key.isEmpty, !keyless.contains(row.kind) {
        identities.append(nil)
        continue
      }
      identities.append(Identity(kind: row.kind, key: key))
    }
    let units = Self.units(of: data, levels: levels)
    var groups: [Identity: Group] = [:]
    for (index, identity) in identities.enumerated() {
      guard let identity else { continue }
      groups[identity, default: Group()].all.add(index)
      if let unit = units[index] {
        groups[identity, default: Group()].ofUnit[unit, default: Run()].add(index)
      } else {
        groups[identity, default: Group()].withoutUnit.add(index)
      }
    }
    self.identities = identities
    self.groups = groups
    self.units = units
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

  /// How many rows of an identity may belong to a unit, and the first of them; those of no unit may, and all where none is
  /// named.
  func rows(of identity: Identity, unit: String?) -> Run {
    guard let group = groups[identity] else { return Run() }
    guard let unit else { return group.all }
    return group.withoutUnit.joined(with: group.ofUnit[unit] ?? Run())
  }
}
