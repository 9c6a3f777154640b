import BudgetSheets

/// A form definition as text: columns, rows, rules.
struct FormOutline {
  let form: FormDefinition
  let set: FormSet
  let options: CommonOptions
  /// All rules of the set.
  let rules: [RuleDescription]

  init(form: FormDefinition, set: FormSet, options: CommonOptions) {
    self.form = form
    self.set = set
    self.options = options
    rules = Checker(set: set).rules
  }

  /// The whole outline.
  var text: String {
    var lines = ["\(set.name) \(form.form)  \(form.code ?? form.shortName ?? "—")  \(form.title)"]
    lines.append(
      options.say(
        "纸张：A4 \(form.page == .portrait ? "纵向" : "横向")；单位：\(set.unit.rawValue)",
        "Page: A4 \(form.page.rawValue); unit: \(set.unit.rawValue)"))
    if let basis = form.reconstruction { lines.append(options.say("复原：", "Reconstructed: ") + basis) }
    if !form.columns.isEmpty {
      lines.append(options.say("栏目：", "Columns:"))
      for column in form.columns { add(column, 1, to: &lines) }
    }
    for pane in form.panes { add(pane, to: &lines) }
    for block in form.blocks { add(block, to: &lines) }
    add(
      rules.filter { $0.forms == [form.form] && !$0.speaksOfPrior },
      titled: options.say("表内关系：", "Rules inside the form:"), to: &lines)
    add(
      rules.filter { $0.forms.count > 1 && $0.forms.contains(form.form) && !$0.speaksOfPrior },
      titled: options.say("表间关系：", "Rules between forms:"), to: &lines)
    add(
      rules.filter { $0.speaksOfPrior && $0.forms.contains(form.form) },
      titled: options.say("与上年的关系：", "Rules with the year before:"), to: &lines)
    let growth = set.growth.filter { $0.forms.contains(form.form) }
    if !growth.isEmpty {
      lines.append(options.say("与上年比较的数：", "Compared with the year before:"))
      lines += growth.map { "  \($0.label)  \($0.text)" }
    }
    for note in form.notes + [form.emptyNote].compactMap(\.self) {
      lines.append(options.say("附注：", "Note: ") + note)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func add(_ column: ColumnDefinition, _ depth: Int, to lines: inout [String]) {
    var line = String(repeating: "  ", count: depth) + column.label
    if column.columns.isEmpty { line += "  " + kind(column.kind) }
    if column.isWide { line += "  " + options.say("（一个栏名跨下列各栏）", "(one heading over these)") }
    if let list = column.list { line += "  " + options.say("字典 \(list)", "list \(list)") }
    if !column.aliases.isEmpty {
      line += "  " + options.say("又作 ", "also ") + column.aliases.joined(separator: "、")
    }
    lines.append(line)
    for child in column.columns { add(child, depth + 1, to: &lines) }
  }

  private func name(_ kind: RowKind) -> String {
    switch kind {
    case .total: options.say("合计", "total")
    case .department: options.say("部门", "department")
    case .unit: options.say("单位", "unit")
    case .category: options.say("类", "class")
    case .subcategory: options.say("款", "subclass")
    case .detail: options.say("明细", "detail")
    default: kind.rawValue
    }
  }

  private func kind(_ kind: ColumnDefinition.Kind) -> String {
    switch kind {
    case .text: options.say("文字", "text")
    case .amount: options.say("金额", "amount")
    case .code(let digits): options.say("编码", "code") + (digits.map { "(\($0))" } ?? "")
    }
  }

  private func add(_ pane: Pane, to lines: inout [String]) {
    lines.append(options.say("行", "Rows") + (pane.name.map { "（\($0)）" } ?? "") + options.say("：", ":"))
    for row in pane.fixedRows {
      let depth = row.path.labels.count
      lines.append(String(repeating: "  ", count: depth) + row.label + (row.classCode.map { "  \($0)" } ?? ""))
    }
    for level in pane.levels {
      var line = "  \(name(level.kind))"
      if let label = level.label { line += "  “\(label)”" }
      if level.isAtBottom { line += options.say("  在各行之下", "  below the rows") }
      if !level.key.isEmpty { line += "  " + level.key.map(\.description).joined(separator: "、") }
      if let digits = level.keyDigits { line += options.say("（\(digits) 位）", " (\(digits) digits)") }
      if level.isOptional { line += options.say("  可缺", "  optional") }
      lines.append(line)
    }
  }

  private func add(_ block: FormBlock, to lines: inout [String]) {
    switch block {
    case .field(let field): lines.append(options.say("栏：", "Field: ") + "\(field.path)")
    case .list(let list):
      lines.append(options.say("列表：", "List: ") + list.columns.map { "\($0.path)" }.joined(separator: "、"))
    case .amounts(let amounts):
      lines.append(options.say("金额：", "Amounts: ") + "\(amounts.path)")
      for row in amounts.rows { lines.append("  \(row.path)") }
    case .table(let table):
      lines.append(options.say("表格：", "Table: ") + "\(table.path)")
      for column in table.columns { add(column, 1, to: &lines) }
    }
  }

  /// Rules with their codes and levels, each with its condition below it.
  private func add(_ rules: [RuleDescription], titled title: String, to lines: inout [String]) {
    if rules.isEmpty { return }
    lines.append(title)
    let width = rules.map(\.code.rawValue.count).max() ?? 0
    for rule in rules {
      let code = rule.code.rawValue
      let padding = String(repeating: " ", count: width - code.count)
      lines.append("  \(code)\(padding)  \(options.name(of: rule.level))  \(rule.text)")
      let indent = String(repeating: " ", count: width + 4)
      if let meaning = rule.meaning, meaning != rule.text { lines.append(indent + meaning) }
      guard let condition = rule.condition else { continue }
      let otherwise = rule.otherwise.map { options.say("；否则 \($0)", "; else \($0)") } ?? ""
      lines.append(indent + options.say("条件：", "If: ") + condition + otherwise)
    }
  }
}
