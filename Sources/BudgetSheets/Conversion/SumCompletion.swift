/// Works out the sums of a carried form that had no predecessor, and holds the carried ones against their parts.
struct SumCompletion {
  let form: FormDefinition
  let set: FormSet
  /// What the older form could say something about; what is worked out from it is added.
  private(set) var coverage: ConversionCoverage.Form
  /// The rows that have no predecessor, by their positions.
  let added: Set<Int>
  /// What the older form says something about and yet leaves blank: nothing is worked out from it.
  var unknown = ConversionCoverage.Form(predecessor: "")
  /// Carried totals that disagree with their parts.
  private(set) var disagreements: [ConversionDisagreement] = []
  /// The columns and fields that are worked out, each after its parts.
  private var columns: [(path: LabelPath, parts: [LabelPath])] = []
  private var fields: [(path: LabelPath, parts: [LabelPath])] = []

  init(form: FormDefinition, set: FormSet, coverage: ConversionCoverage.Form, added: Set<Int>) {
    self.form = form
    self.set = set
    self.coverage = coverage
    self.added = added
  }

  /// Fills in what can be worked out; nothing that was carried over is changed.
  mutating func run(_ data: inout FormData) {
    let own = coverage
    columns = Self.derived(
      form.leaves.filter(\.isAmount).map { ($0.path, $0.sum) }, known: &coverage.columns, unknown: unknown.columns)
    fields = Self.derived(
      form.labelledAmounts.map { ($0.path, $0.sum) }, known: &coverage.fields, unknown: unknown.fields)
    for index in data.rows.indices {
      for (path, parts) in columns {
        guard data.rows[index].cells[path] == nil else { continue }
        data.rows[index].cells[path] = Self.sum(of: parts.map { data.rows[index].cells[$0] })
      }
    }
    for pane in form.panes {
      if pane.fixedRows.isEmpty { completeFree(pane, &data) } else { completePrinted(pane, &data) }
    }
    for (path, parts) in fields where data.fields[path] == nil {
      data.fields[path] = Self.sum(of: parts.map { data.fields[$0] })
    }
    compare(data, own)
  }

  /// The sums of which all parts are known, each after its parts; they are known then, too.
  private static func derived(
    _ sums: [(path: LabelPath, parts: [LabelPath])], known: inout Set<LabelPath>, unknown: Set<LabelPath>
  ) -> [(path: LabelPath, parts: [LabelPath])] {
    var derived: [(path: LabelPath, parts: [LabelPath])] = []
    var isDone = false
    while !isDone {
      isDone = true
      for sum in sums
      where !sum.parts.isEmpty && !known.contains(sum.path) && known.isSuperset(of: sum.parts)
        && unknown.isDisjoint(with: sum.parts)
      {
        known.insert(sum.path)
        derived.append(sum)
        isDone = false
      }
    }
    return derived
  }

  /// What some cells come to; nil where all are blank, or one cannot be read.
  private static func sum(of cells: [FormCell?]) -> FormCell? {
    var sum: Amount?
    for cell in cells {
      guard let cell else { continue }
      guard let amount = cell.value?.amount, let next = (sum ?? .zero).adding(amount) else { return nil }
      sum = next
    }
    return sum.map { FormCell(value: .amount($0)) }
  }

  // MARK: Rows

  /// The rows of a pane by their keys.
  private func rows(of pane: Pane, _ data: FormData) -> [String: Int] {
    var rows: [String: Int] = [:]
    for (index, row) in data.rows.enumerated() where row.pane == pane.name && rows[row.key] == nil {
      rows[row.key] = index
    }
    return rows
  }

  private func amounts(of pane: Pane) -> [ColumnDefinition] {
    form.leaves[pane.leaves].filter {
      $0.isAmount && coverage.columns.contains($0.path) && !unknown.columns.contains($0.path)
    }
  }

  private mutating func completePrinted(_ pane: Pane, _ data: inout FormData) {
    var known: Set<LabelPath> = []
    for row in coverage.rows where row.pane == pane.name { known.insert(row.path) }
    var blank: Set<LabelPath> = []
    for row in unknown.rows where row.pane == pane.name { blank.insert(row.path) }
    let rows = rows(of: pane, data)
    for (path, parts) in Self.derived(pane.fixedRows.map { ($0.path, $0.sum) }, known: &known, unknown: blank) {
      coverage.rows.insert(ConversionCoverage.Row(pane: pane.name, path: path))
      guard let index = rows[path.description] else { continue }
      let below = parts.compactMap { rows[$0.description] }
      for column in amounts(of: pane) where data.rows[index].cells[column.path] == nil {
        data.rows[index].cells[column.path] = Self.sum(of: below.map { data.rows[$0].cells[column.path] })
      }
    }
  }

  private func completeFree(_ pane: Pane, _ data: inout FormData) {
    let own = data.rows.indices.filter { data.rows[$0].pane == pane.name }
    let parts = LevelParts.parts(of: own.map { data.rows[$0] }, levels: pane.levels)
    for (position, index) in own.enumerated() where added.contains(index) {
      for column in amounts(of: pane) where data.rows[index].cells[column.path] == nil {
        data.rows[index].cells[column.path] = Self.sum(
          of: (parts[position] ?? []).map { data.rows[own[$0]].cells[column.path] })
      }
    }
  }

  // MARK: Disagreements

  private mutating func compare(_ data: FormData, _ own: ConversionCoverage.Form) {
    for pane in form.panes {
      let columns = form.leaves[pane.leaves].filter { $0.isAmount && own.columns.contains($0.path) }
      let indexes = data.rows.indices.filter { data.rows[$0].pane == pane.name }
      for index in indexes where !added.contains(index) {
        let row = data.rows[index]
        for column in columns where !column.sum.isEmpty && coverage.columns.isSuperset(of: column.sum) {
          compare(row.cells[column.path], column.sum.map { row.cells[$0] }, row, column.path)
        }
      }
      var parts: [Int: [Int]] = [:]
      if pane.fixedRows.isEmpty {
        for (position, below) in LevelParts.parts(of: indexes.map { data.rows[$0] }, levels: pane.levels) {
          parts[indexes[position]] = below.map { indexes[$0] }
        }
      } else {
        let rows = rows(of: pane, data)
        for fixed in pane.fixedRows {
          // A part of which nothing is known says nothing about the total.
          let isKnown = fixed.sum.allSatisfy {
            coverage.rows.contains(ConversionCoverage.Row(pane: pane.name, path: $0))
          }
          guard isKnown, let index = rows[fixed.path.description] else { continue }
          parts[index] = fixed.sum.compactMap { rows[$0.description] }
        }
      }
      for (index, below) in parts.sorted(by: { $0.key < $1.key }) where !added.contains(index) {
        for column in columns {
          compare(
            data.rows[index].cells[column.path], below.map { data.rows[$0].cells[column.path] }, data.rows[index],
            column.path)
        }
      }
    }
    for field in form.labelledAmounts where own.fields.contains(field.path) {
      guard coverage.fields.isSuperset(of: field.sum) else { continue }
      compare(data.fields[field.path], field.sum.map { data.fields[$0] }, nil, field.path)
    }
  }

  private mutating func compare(_ cell: FormCell?, _ parts: [FormCell?], _ row: FormRow?, _ path: LabelPath) {
    guard let total = cell?.value?.amount, !parts.isEmpty else { return }
    // Parts of which none says anything come to nothing; one that cannot be read leaves the sum unknown.
    let isBlank = parts.allSatisfy { $0 == nil }
    guard let sum = isBlank ? .zero : Self.sum(of: parts)?.value?.amount, sum != total else { return }
    disagreements.append(
      ConversionDisagreement(
        form: form.form, pane: row?.pane,
        row: row.flatMap { form.rowName(of: $0, totalLabel: set.labels.total.first ?? "") }, path: path, total: total,
        parts: sum))
  }
}
