/// What the cells of a rule are called when it is told to people.
struct CellNames {
  let set: FormSet

  /// What a form is called: its code, else its number.
  func form(_ number: String) -> String { set.form(number)?.name ?? number }

  /// The cells of a reference, as `预算03表 合计·基本支出/小计`.
  func name(of cells: LinearRule.CellSet) -> BilingualText {
    let column = column(of: cells)
    if case .current = cells.rows {
      let name = BilingualText(column)
      return sum(
        cells.isPrior ? name.inside({ "上年同一行的" + $0 }, { "last year's \($0) of the same row" }) : name, cells)
    }
    var name = rows(cells.rows, in: cells.form)
    if !column.isEmpty { name = name.inside({ $0 + "·" + column }, { $0 + "·" + column }) }
    let form = form(cells.form)
    name = name.inside({ "\(form) \($0)" }, { "\(form) \($0)" })
    if cells.isPrior { name = PriorWord.before(name) }
    return sum(name, cells)
  }

  private func sum(_ name: BilingualText, _ cells: LinearRule.CellSet) -> BilingualText {
    guard cells.isSum else { return name }
    return name.inside({ $0 + " 之和" }, { "the sum of " + $0 })
  }

  private func column(of cells: LinearRule.CellSet) -> String {
    switch cells.columns {
    case .paths(let paths):
      let texts = paths.map { visible($0, in: cells) }
      return texts.count <= 2 ? texts.joined(separator: "、") : "\(texts[0])…\(texts[texts.count - 1])"
    case .current, .every: return "*"
    case .none: return ""
    }
  }

  /// A path without the pane that the row names already.
  private func visible(_ path: LabelPath, in cells: LinearRule.CellSet) -> String {
    let panes = set.form(cells.form)?.panes.compactMap(\.name) ?? []
    guard let first = path.labels.first, panes.contains(first), path.labels.count > 1 else { return path.description }
    return LabelPath(Array(path.labels.dropFirst())).description
  }

  private func rows(_ rows: LinearRule.RowSet, in number: String) -> BilingualText {
    let form = set.form(number)
    func pane(_ index: Int) -> String { form?.panes[index].name.map { $0 + "：" } ?? "" }
    switch rows {
    case .current: return BilingualText("该行", "the row")
    case .total:
      let label = form?.panes.flatMap(\.levels).first { $0.kind == .total }?.label
      return BilingualText(label ?? set.labels.total.first ?? "")
    case .level(let kind): return level(kind)
    case .fixed(let pane_, let row):
      let path = form?.panes[pane_].fixedRows[row].path.description ?? ""
      return BilingualText(pane(pane_) + path)
    case .classes(let index):
      return BilingualText("\(pane(index))各类的行", "\(pane(index))the rows with a class")
    case .sameClass(let index):
      return BilingualText("\(pane(index))同一类的行", "\(pane(index))the row of the same class")
    case .matching(let conditions): return matching(conditions)
    case .fields(let paths):
      return BilingualText(
        paths.count <= 2
          ? paths.map(\.description).joined(separator: "、") : "\(paths[0])…\(paths[paths.count - 1])")
    }
  }

  private func level(_ kind: RowKind) -> BilingualText {
    switch kind {
    case .department: BilingualText("各部门行", "the rows of departments")
    case .unit: BilingualText("各单位行", "the rows of units")
    case .category: BilingualText("各类行", "the rows of classes")
    case .subcategory: BilingualText("各款行", "the rows of subclasses")
    default: BilingualText("各明细行", "the rows of details")
    }
  }

  private func matching(_ conditions: [LinearRule.KeyCondition]) -> BilingualText {
    var chinese: [String] = []
    var english: [String] = []
    for condition in conditions {
      let column = column(condition.columns)
      switch condition.value {
      case .equals(let texts):
        chinese.append("\(column)为 \(texts.joined(separator: " 或 ")) ")
        english.append("\(column) is \(texts.joined(separator: " or "))")
      case .starts(let texts):
        chinese.append("\(column)以 \(texts.joined(separator: " 或 ")) 开头")
        english.append("\(column) starts with \(texts.joined(separator: " or "))")
      case .isNot(let texts):
        chinese.append("\(column)不为 \(texts.joined(separator: " 或 ")) ")
        english.append("\(column) is not \(texts.joined(separator: " or "))")
      case .key, .className:
        chinese.append("\(column)相同")
        english.append("\(column) is the same")
      }
    }
    let kind = conditions.first?.kind ?? .detail
    let rows = kind == .detail ? BilingualText("各行", "rows") : level(kind)
    return BilingualText(
      chinese.joined(separator: "且") + "的" + rows.chinese, rows.english + " whose " + english.joined(separator: " and ")
    )
  }

  /// What the columns of a key are called: the heading over them, or themselves.
  private func column(_ columns: [LabelPath]) -> String {
    guard let first = columns.first else { return "" }
    if columns.count == 1 { return first.description }
    let parent = first.parent
    return columns.allSatisfy { $0.parent == parent } && !parent.labels.isEmpty
      ? parent.description : columns.map(\.description).joined(separator: "、")
  }

  /// The rows for which a rule is judged; nil where it is judged once.
  func rows(of rule: LinearRule) -> BilingualText? {
    guard !rule.each.isEmpty else { return nil }
    let forms = rule.each.map { form($0.form) }.joined(separator: "、")
    var result: BilingualText
    if rule.keys.isEmpty {
      let rows = rows(rule.each[0].rows, in: rule.each[0].form)
      result = rows.inside({ "\(forms)\($0)逐行" }, { "each of \($0) of \(forms)" })
    } else {
      let names = rule.keys.map(\.name).joined(separator: "、")
      result =
        rule.onlyMatched
        ? BilingualText("在\(forms)都有的每个“\(names)”", "each “\(names)” that stands in all of \(forms)")
        : BilingualText("\(forms)中的每个“\(names)”", "each “\(names)” of \(forms)")
    }
    if rule.each.contains(where: \.everyColumn) {
      result = result.inside({ $0 + "逐栏（*）" }, { $0 + " and each column (*)" })
    }
    return result
  }
}
