/// All places of a book where an amount may stand, numbered, with the amounts as read.
struct Figures {
  /// What a cell says.
  enum State: UInt8 {
    case blank
    case read
    /// It holds something that is no amount.
    case unreadable
  }

  let forms: [FormFigures]
  private(set) var amounts: [Int64] = []
  private(set) var states: [State] = []
  /// Whether the cell is worked out by a formula.
  private(set) var hasFormula: [Bool] = []
  private let bases: [Int]

  init(book: Book, set: FormSet) {
    var missing: [String: Set<LabelPath>] = [:]
    for finding in book.findings where finding.code == .columnMissing || finding.code == .columnAmbiguous {
      if let form = finding.form, let path = finding.path { missing[form, default: []].insert(path) }
    }
    var forms: [FormFigures] = []
    var base = 0
    for definition in set.forms {
      let form = FormFigures(
        definition, book.form(definition.form), base: base, missing: missing[definition.form] ?? [], set: set)
      forms.append(form)
      base += form.count
    }
    self.forms = forms
    bases = forms.map(\.base)
    amounts.reserveCapacity(base)
    for form in forms {
      for figure in form.base..<form.base + form.count { take(form.cell(figure), unit: form.data?.unit ?? set.unit) }
    }
  }

  private mutating func take(_ cell: FormCell?, unit: MoneyUnit) {
    amounts.append(cell?.value?.amount?.fen ?? 0)
    hasFormula.append(cell?.formula != nil)
    states.append(cell.map { Self.state($0, unit: unit) } ?? .blank)
  }

  private static func state(_ cell: FormCell, unit: MoneyUnit) -> State {
    if cell.value?.amount != nil { return .read }
    if cell.value != nil { return .unreadable }
    if let raw = cell.raw { return AmountText.read(raw, unit: unit) == .nothing ? .blank : .unreadable }
    return cell.formula == nil ? .blank : .unreadable
  }

  /// The form of a number, as `03`.
  func form(_ number: String) -> FormFigures? { forms.first { $0.definition.form == number } }

  /// The form that a figure belongs to.
  func form(of figure: Int) -> FormFigures {
    var lower = 0
    var upper = bases.count - 1
    while lower < upper {
      let middle = (lower + upper + 1) / 2
      if bases[middle] <= figure { lower = middle } else { upper = middle - 1 }
    }
    // Forms without figures share their base with the next one.
    while forms[lower].count == 0, lower + 1 < forms.count, forms[lower + 1].base <= figure { lower += 1 }
    return forms[lower]
  }

  /// The amount that a figure says; nil where it is blank.
  func amount(_ figure: Int) -> Amount? { states[figure] == .read ? Amount(fen: amounts[figure]) : nil }

  /// Where a figure stands.
  func place(_ figure: Int) -> Place { form(of: figure).place(figure) }
}
