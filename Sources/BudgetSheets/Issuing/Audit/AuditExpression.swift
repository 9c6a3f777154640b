import XlsxPackage

/// Writes the sides of rules as formulas over the mirrored amounts.
struct AuditExpression {
  /// Why a rule cannot be written as a formula.
  enum Fault: Error {
    /// The set has no such form, column or row.
    case unknown
  }

  /// For which row and column a rule is written.
  struct Context {
    /// The number of the row in the mirror of its form.
    var row: Int?
    var column: LabelPath?
    var className: String?
    /// The formulas of the keys.
    var keys: [String] = []
  }

  /// One side of a rule.
  struct Side {
    /// The formula, without an equals sign.
    var text = ""
    /// The same with each amount rounded as printed.
    var rounded = ""
    /// How many of the amounts say something.
    var count = ""
    /// What it comes to as long as all amounts are blank.
    var constant = Amount.zero
    /// The single cells that count.
    var cells: [Cell] = []
    /// The forms of which it speaks.
    var forms: Set<String> = []
    /// Whether every amount counts once, and nothing else does.
    var isPlain = true
    /// Whether rows are looked for by what they say.
    var hasSums = false

    /// How much more than another side it comes to as long as all amounts are blank, in 分.
    func difference(from other: Side) -> Int128 { Int128(constant.fen) - Int128(other.constant.fen) }

    /// Whether it is a single cell.
    var isSingle: Bool { isPlain && !hasSums && cells.count == 1 }

    /// A cell that counts, with the form and place that it mirrors.
    struct Cell {
      var form: String
      var path: LabelPath
      var reference: CellReference
      /// Whether it is the form's total row.
      var isTotal = false
    }
  }

  /// What a reference comes to, as formulas.
  private struct Operand {
    var text: String
    var rounded: String
    var count: String

    static let nothing = Operand(text: "0", rounded: "0", count: "0")
  }

  let set: FormSet
  let mirrors: [String: AuditMirror]

  private func operand(_ references: [CellReference]) -> Operand {
    Operand(
      text: FormulaText.sum(references), rounded: FormulaText.roundedSum(references, digits: set.decimals),
      count: FormulaText.count(references))
  }

  /// A side as a formula.
  func side(_ terms: [LinearRule.Term], scale: Int64, _ context: Context) throws(Fault) -> Side {
    var side = Side()
    for term in terms {
      switch term.operand {
      case .constant(let amount):
        side.isPlain = false
        side.constant = side.constant.adding(amount) ?? side.constant
        let text = amount.text(in: set.unit, decimals: 0)
        append(text, 1, 1, to: &side.text)
        append(text, 1, 1, to: &side.rounded)
      case .cells(let cells):
        if term.factor != scale { side.isPlain = false }
        side.forms.insert(cells.form)
        let operand = try operand(cells, context, &side)
        append(operand.text, term.factor, scale, to: &side.text)
        append(operand.rounded, term.factor, scale, to: &side.rounded)
        append(operand.count, 1, 1, to: &side.count)
      }
    }
    if side.text.isEmpty { side.text = "0" }
    if side.rounded.isEmpty { side.rounded = "0" }
    if side.count.isEmpty { side.count = "0" }
    return side
  }

  private func append(_ text: String, _ factor: Int64, _ scale: Int64, to side: inout String) {
    if text == "0" { return }
    let sign = factor < 0 ? "-" : side.isEmpty ? "" : "+"
    let magnitude = factor.magnitude
    let isAlone = factor > 0 && magnitude == scale.magnitude || text.allSatisfy { $0.isLetter || $0.isNumber }
    let operand = isAlone ? text : "(\(text))"
    if magnitude == scale.magnitude {
      side += sign + operand
    } else {
      side += "\(sign)\(magnitude)/\(scale)*\(operand)"
    }
  }

  private func operand(
    _ cells: LinearRule.CellSet, _ context: Context, _ side: inout Side
  ) throws(Fault) -> Operand {
    guard let mirror = mirrors[cells.form] else { throw .unknown }
    if case .fields(let paths) = cells.rows {
      var references: [CellReference] = []
      for path in paths {
        guard let reference = mirror.field(path) else { throw .unknown }
        references.append(reference)
        side.cells.append(Side.Cell(form: cells.form, path: path, reference: reference))
      }
      return operand(references)
    }
    var columns: [LabelPath] = []
    switch cells.columns {
    case .paths(let paths): columns = paths
    case .current, .every: columns = context.column.map { [$0] } ?? []
    case .none: break
    }
    var references: [CellReference] = []
    switch cells.rows {
    case .current:
      guard let row = context.row else { throw .unknown }
      for path in columns {
        guard let column = mirror.column(of: path) else { throw .unknown }
        references.append(CellReference(row: mirror.row(row), column: column))
      }
    case .total:
      for path in columns {
        guard let total = mirror.total(path) else { throw .unknown }
        references.append(total)
        side.cells.append(Side.Cell(form: cells.form, path: path, reference: total, isTotal: true))
      }
      return operand(references)
    case .fixed(let pane, let row):
      for path in columns { references.append(try fixed(mirror, pane, row, path)) }
    case .classes(let pane) where context.className == nil:
      for (row, fixed) in mirror.form.panes[pane].fixedRows.enumerated() where fixed.classCode != nil {
        for path in columns { references.append(try self.fixed(mirror, pane, row, path)) }
      }
    case .sameClass(let pane), .classes(let pane):
      let rows = mirror.form.panes[pane].fixedRows
      guard let row = rows.firstIndex(where: { $0.classCode != nil && $0.classCode == context.className }) else {
        return .nothing
      }
      for path in columns { references.append(try fixed(mirror, pane, row, path)) }
    case .level(let kind):
      side.hasSums = true
      return try sum(mirror, ["(\(mirror.kinds)=\(AuditMirror.number(of: kind)))"], columns)
    case .matching(let conditions):
      side.hasSums = true
      let kind = cells.rows.kind
      // Rows of other kinds have no key, and no key is none that a condition asks for.
      var factors: [String] = conditions.isEmpty ? ["(\(mirror.kinds)=\(AuditMirror.number(of: kind)))"] : []
      for condition in conditions {
        guard let texts = mirror.texts(of: AuditKey(columns: condition.columns, kind: kind)) else { throw .unknown }
        factors.append(test(texts, condition.value, context))
      }
      return try sum(mirror, factors, columns)
    case .fields: break
    }
    for (path, reference) in zip(columns.isEmpty ? [] : repeated(columns, references.count), references) {
      side.cells.append(Side.Cell(form: cells.form, path: path, reference: reference))
    }
    return operand(references)
  }

  private func repeated(_ columns: [LabelPath], _ count: Int) -> [LabelPath] {
    (0..<count).map { columns[$0 % columns.count] }
  }

  private func fixed(
    _ mirror: AuditMirror, _ pane: Int, _ row: Int, _ path: LabelPath
  ) throws(Fault) -> CellReference {
    guard let reference = mirror.fixed(pane: pane, row: row, path) else { throw .unknown }
    return reference
  }

  /// The sum of some columns over the rows that meet all conditions.
  private func sum(_ mirror: AuditMirror, _ factors: [String], _ columns: [LabelPath]) throws(Fault) -> Operand {
    var cells: [CellReference] = []
    for path in columns {
      guard let column = mirror.column(of: path) else { throw .unknown }
      cells.append(CellReference(row: mirror.rows.lowerBound, column: column))
    }
    if cells.isEmpty { return .nothing }
    let ranges = FormulaText.ranges(of: cells).map { range in
      FormulaText.fixed(mirror.rows, range.first.column...range.last.column)
    }
    func sums(_ made: (String) -> String) -> String {
      ranges.map { "SUMPRODUCT(" + (factors + [made($0)]).joined(separator: "*") + ")" }.joined(separator: "+")
    }
    return Operand(
      text: sums { $0 }, rounded: sums { "ROUND(\($0),\(set.decimals))" }, count: sums { "(\($0)<>0)" })
  }

  /// Whether texts meet a condition, as a factor of a product.
  func test(_ texts: String, _ value: LinearRule.KeyCondition.Value, _ context: Context) -> String {
    func any(_ tests: [String]) -> String {
      if tests.isEmpty { return "0" }
      return tests.count == 1 ? tests[0] : "((" + tests.joined(separator: "+") + ")>0)"
    }
    func equals(_ text: String) -> String { "EXACT(\(texts),\(FormulaText.text(text)))" }
    switch value {
    case .equals(let wanted): return any(wanted.map(equals))
    case .starts(let wanted):
      return any(wanted.map { "EXACT(LEFT(\(texts),\($0.count)),\(FormulaText.text($0)))" })
    case .isNot(let wanted):
      return "(\(texts)<>\"\")" + wanted.map { "*(1-\(equals($0)))" }.joined()
    case .key(let index):
      return "EXACT(\(texts),\(context.keys.indices.contains(index) ? context.keys[index] : "\"\""))"
    case .className: return equals(context.className ?? "")
    }
  }
}
