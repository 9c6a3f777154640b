/// All places of a book where an amount may stand, numbered, with the amounts as read; behind them those of the book of the
/// year before, where there is one.
struct Figures {
  /// What a cell says.
  enum State: UInt8 {
    case blank
    case read
    /// It holds something that is no amount.
    case unreadable
  }

  /// The forms of the book itself.
  let forms: [FormFigures]
  /// The forms of the book of the year before; none where there is no such book.
  let priorForms: [FormFigures]
  /// How many figures are the book's own; those of the year before come after them.
  let ownCount: Int
  private let allForms: [FormFigures]
  private(set) var amounts: [Int64] = []
  private(set) var states: [State] = []
  /// Whether the cell is worked out by a formula.
  private(set) var hasFormula: [Bool] = []
  private let bases: [Int]

  init(book: Book, set: FormSet, prior: PriorBook? = nil) {
    let forms = Self.forms(of: book, set: set, base: 0, coverage: nil)
    let count = forms.last.map { $0.base + $0.count } ?? 0
    var priorForms: [FormFigures] = []
    if let prior { priorForms = Self.forms(of: prior.book, set: set, base: count, coverage: prior.coverage) }
    self.forms = forms
    self.priorForms = priorForms
    ownCount = count
    allForms = forms + priorForms
    bases = allForms.map(\.base)
    amounts.reserveCapacity(allForms.last.map { $0.base + $0.count } ?? 0)
    for form in allForms {
      for figure in form.base..<form.base + form.count { take(form.cell(figure), unit: form.data?.unit ?? set.unit) }
    }
  }

  /// The forms of a book, numbered from a base.
  ///
  /// - Parameter coverage: What the book of the year before can say anything about; nil for the book itself.
  private static func forms(
    of book: Book, set: FormSet, base: Int, coverage: PriorCoverage?
  ) -> [FormFigures] {
    var missing: [String: Set<LabelPath>] = [:]
    for finding in book.findings where finding.code == .columnMissing || finding.code == .columnAmbiguous {
      if let form = finding.form, let path = finding.path { missing[form, default: []].insert(path) }
    }
    var forms: [FormFigures] = []
    var base = base
    for definition in set.forms {
      var form = FormFigures(
        definition, book.form(definition.form), base: base, missing: missing[definition.form] ?? [], set: set)
      form.coverage = coverage
      form.isUnfilled = coverage != nil && form.isBlank
      forms.append(form)
      base += form.count
    }
    return forms
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

  /// The form of a number, as `03`, in the book or in that of the year before.
  func form(_ number: String, isPrior: Bool = false) -> FormFigures? {
    (isPrior ? priorForms : forms).first { $0.definition.form == number }
  }

  /// Whether a figure stands in the book of the year before.
  func isPrior(_ figure: Int) -> Bool { figure >= ownCount }

  /// The form that a figure belongs to.
  func form(of figure: Int) -> FormFigures {
    var lower = 0
    var upper = bases.count - 1
    while lower < upper {
      let middle = (lower + upper + 1) / 2
      if bases[middle] <= figure { lower = middle } else { upper = middle - 1 }
    }
    // Forms without figures share their base with the next one.
    while allForms[lower].count == 0, lower + 1 < allForms.count, allForms[lower + 1].base <= figure { lower += 1 }
    return allForms[lower]
  }

  /// The amount that a figure says; nil where it is blank.
  func amount(_ figure: Int) -> Amount? { states[figure] == .read ? Amount(fen: amounts[figure]) : nil }

  /// Where a figure stands.
  func place(_ figure: Int) -> Place { form(of: figure).place(figure) }
}
