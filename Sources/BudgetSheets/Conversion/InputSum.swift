/// What the inputs of a form come to: cells that no sum, level or 其中 says already, each once.
///
/// Of a total and its parts, the parts count wherever one of them has an amount, else the total; this is decided column by
/// column. What is only a part (其中) counts in the place of its whole where that is blank.
enum InputSum {
  /// The cells that count, of one pane or of one breakdown of labelled amounts.
  struct Line {
    /// The heading of the pane, or of labelled amounts without a total; nil where there is one line only.
    var name: String?
    var cells: [FormCarrier.Origin]
  }

  /// The sums of a form; nil for what is more than can be counted.
  static func sums(of data: FormData, form: FormDefinition) -> [(pane: String?, amount: Amount?)] {
    var sums: [(pane: String?, amount: Amount?)] = []
    for line in lines(of: data, form: form) {
      var sum: Int128 = 0
      for origin in line.cells { sum += fen(of: origin, in: data) }
      sums.append((line.name, Int64(exactly: sum).map { Amount(fen: $0) }))
    }
    return sums
  }

  /// The cells that count.
  static func counted(in data: FormData, form: FormDefinition) -> Set<FormCarrier.Origin> {
    var counted: Set<FormCarrier.Origin> = []
    for line in lines(of: data, form: form) { counted.formUnion(line.cells) }
    return counted
  }

  /// What some amounts come to; nil where that is more than can be counted.
  static func total(_ amounts: [Amount?]) -> Amount? {
    var sum: Int128 = 0
    for amount in amounts {
      guard let amount else { return nil }
      sum += Int128(amount.fen)
    }
    return Int64(exactly: sum).map { Amount(fen: $0) }
  }

  private static func fen(of origin: FormCarrier.Origin, in data: FormData) -> Int128 {
    let amount = origin.row.map { data.rows[$0].amount(origin.path) } ?? data.fields[origin.path]?.value?.amount
    return Int128(amount?.fen ?? 0)
  }

  private static func lines(of data: FormData, form: FormDefinition) -> [Line] {
    var lines: [Line] = []
    for pane in form.panes {
      let columns = form.leaves[pane.leaves].filter(\.isAmount)
      if columns.isEmpty { continue }
      var grid = InputGrid(data: data, pane: pane, columns: Array(columns))
      lines.append(Line(name: pane.name, cells: grid.counted()))
    }
    var labelled: [Line] = []
    for case .amounts(let amounts) in form.blocks { labelled += breakdown(of: amounts, in: data) }
    if labelled.count == 1 { labelled[0].name = nil }
    return lines + labelled
  }

  /// One breakdown of labelled amounts: that of their total, else each heading by itself.
  private static func breakdown(of amounts: FormBlock.Amounts, in data: FormData) -> [Line] {
    let parts = Dictionary(amounts.rows.map { ($0.path, $0.sum) }, uniquingKeysWith: { first, _ in first })
    let below = Set(parts.values.joined())
    func cells(_ path: LabelPath, _ steps: Int) -> [FormCarrier.Origin] {
      var found: [FormCarrier.Origin] = []
      // Sums that go round in a circle are refused; the count ends the search all the same.
      if steps < parts.count {
        for part in parts[path] ?? [] { found += cells(part, steps + 1) }
      }
      if found.isEmpty, data.fields[path]?.value?.amount != nil {
        found = [FormCarrier.Origin(row: nil, path: path)]
      }
      return found
    }
    if let total = amounts.rows.first(where: { !$0.sum.isEmpty && !below.contains($0.path) }) {
      return [Line(name: amounts.path.description, cells: cells(total.path, 0))]
    }
    var lines: [Line] = []
    for row in amounts.rows {
      let heading = row.path.labels.count > 1 ? row.path.parent.description : row.path.description
      if lines.last?.name != heading { lines.append(Line(name: heading, cells: [])) }
      lines[lines.count - 1].cells += cells(row.path, 0)
    }
    return lines
  }
}
