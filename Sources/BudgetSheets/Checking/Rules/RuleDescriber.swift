/// Tells the rules of a set to people, with an example of each.
struct RuleDescriber {
  let set: FormSet
  private let names: CellNames

  init(set: FormSet) {
    self.set = set
    names = CellNames(set: set)
  }

  /// The description of a rule that a form implies.
  func description(of rule: ImpliedRule, _ form: FormDefinition) -> RuleDescription {
    let isPart =
      switch rule.kind {
      case .columnPart, .rowPart: true
      default: false
      }
    return RuleDescription(
      code: rule.code, rule: rule.identity, level: .error, text: rule.text, condition: nil, otherwise: nil,
      meaning: nil,
      basis: isPart
        ? "“其中”是上一项的一部分，不会大于它（\(form.name)表样）" : "表样的合计关系（\(form.name)）",
      source: rule.source, isImplied: true, forms: [form.form], worked: example(of: rule, form))
  }

  /// The description of a rule that the set states.
  func description(of rule: SetRule) -> RuleDescription {
    switch rule {
    case .linear(let rule):
      RuleDescription(
        code: rule.code, rule: rule.code.rawValue, level: rule.level,
        text: rule.comparisons.map(\.text).joined(separator: "；"),
        condition: rule.conditions.isEmpty ? nil : rule.conditions.map(\.meaning).joined(separator: "；"),
        otherwise: rule.otherwise?.rawValue, meaning: rule.meaning, basis: rule.basis, source: rule.place.text,
        isImplied: false, forms: inOrder(rule.forms), speaksOfPrior: rule.speaksOfPrior, worked: example(of: rule))
    case .structural(let rule):
      RuleDescription(
        code: rule.code, rule: rule.code.rawValue, level: rule.level, text: rule.text, condition: nil,
        otherwise: nil, meaning: rule.meaning, basis: rule.basis, source: rule.place.text, isImplied: false,
        forms: inOrder(rule.kind.forms), worked: example(of: rule.kind))
    }
  }

  private func inOrder(_ forms: Set<String>) -> [String] { set.forms.map(\.form).filter(forms.contains) }

  // MARK: Examples of amounts

  private func amounts(
    _ terms: [AmountExample.Term], constant: Int64 = 0, scale: Int64 = 1, _ relation: Judgement.Relation,
    leftCount: Int = 1
  ) -> RuleExample? {
    AmountExample(
      terms, constant: constant, scale: scale, relation: relation, leftCount: leftCount, unit: set.unit,
      decimals: set.decimals
    ).map { RuleExample(content: .amounts($0)) }
  }

  private func sum(_ whole: String, _ parts: [String], _ relation: Judgement.Relation = .equal) -> RuleExample? {
    amounts(
      [.init(name: BilingualText(whole), factor: 1)] + parts.map { .init(name: BilingualText($0), factor: -1) },
      relation)
  }

  private func example(of rule: ImpliedRule, _ form: FormDefinition) -> RuleExample? {
    func row(_ pane: Int, _ path: LabelPath) -> String {
      (form.panes[pane].name.map { $0 + "：" } ?? "") + path.description
    }
    switch rule.kind {
    case .columnSum(let column, let parts): return sum(column.description, parts.map(\.description))
    case .fieldSum(let path, let parts): return sum(path.description, parts.map(\.description))
    case .columnPart(let column, let whole): return sum(column.description, [whole.description], .atMost)
    case .rowSum(let pane, let index):
      let fixed = form.panes[pane].fixedRows[index]
      return sum(row(pane, fixed.path), fixed.sum.map { row(pane, $0) })
    case .rowPart(let pane, let index):
      let fixed = form.panes[pane].fixedRows[index]
      return sum(row(pane, fixed.path), fixed.partOf.map { [row(pane, $0)] } ?? [], .atMost)
    case .levelSum(let kind):
      let total = set.labels.total.first ?? ""
      let kinds = form.panes.flatMap(\.levels).map(\.kind)
      guard let index = kinds.firstIndex(of: kind), index + 1 < kinds.count else { return nil }
      let lower = ImpliedRule.name(of: kinds[index + 1], total: total)
      var example = sum(ImpliedRule.name(of: kind, total: total), ["\(lower) 1", "\(lower) 2"])
      example?.rows = BilingualText("每一个金额栏", "each column of amounts")
      return example
    }
  }

  private func example(of rule: LinearRule) -> RuleExample? {
    guard let comparison = rule.comparisons.first else { return nil }
    var constant: Int64 = 0
    func terms(_ side: [LinearRule.Term], _ sign: Int64) -> [AmountExample.Term] {
      side.compactMap { term in
        switch term.operand {
        case .constant(let amount):
          constant = constant.addingReportingOverflow(sign * amount.fen).partialValue
          return nil
        case .cells(let cells):
          return .init(name: names.name(of: cells), factor: sign * term.factor)
        }
      }
    }
    let left = terms(comparison.left, 1)
    let all = left + terms(comparison.right, -1)
    guard
      var example = amounts(
        all, constant: constant, scale: comparison.scale, comparison.relation, leftCount: left.count)
    else { return nil }
    example.rows = names.rows(of: rule)
    example.others = rule.comparisons.count - 1
    example.otherwise = otherwise(of: rule)
    return example
  }

  /// What happens where the condition does not hold.
  private func otherwise(of rule: LinearRule) -> BilingualText? {
    guard !rule.conditions.isEmpty else { return nil }
    let condition = rule.conditions.map(\.meaning).joined(separator: "；")
    let start = BilingualText("条件“\(condition)”不成立时，", "Where the condition “\(condition)” does not hold, ")
    switch rule.otherwise {
    case nil: return start.inside({ $0 + "不检查，记为“不适用”。" }, { $0 + "nothing is checked; it counts as not applicable." })
    case .equal: return start.inside({ $0 + "左边须等于右边。" }, { $0 + "the left side must equal the right one." })
    case .atMost:
      return start.inside({ $0 + "只要求左边不大于右边。" }, { $0 + "the left side must only not be more than the right one." })
    case .atLeast:
      return start.inside({ $0 + "只要求左边不小于右边。" }, { $0 + "the left side must only not be less than the right one." })
    }
  }

  // MARK: Examples of structure

  private func example(of kind: StructuralRule.Kind) -> RuleExample? {
    /// Stands for a name that everybody may fill in.
    let some = "××"
    func finding(
      _ chinese: String, _ english: String, _ sentence: FindingSentence, _ arguments: [String: String]
    ) -> RuleExample {
      RuleExample(content: .finding(BilingualText(chinese, english), sentence, arguments: arguments))
    }
    switch kind {
    case .sameKeys(let one, let other):
      let (first, second) = (names.form(one.form), names.form(other.form))
      return finding(
        "若\(first)有一行“\(some)”而\(second)没有", "If \(first) has a row “\(some)” and \(second) has none",
        .keyMissingElsewhere, ["name": some, "other": second])
    case .sameCount(let one, let other):
      let (first, second) = (names.form(one), names.form(other))
      return finding(
        "若\(first)有 7 行明细而\(second)有 6 行", "If \(first) has 7 rows of details and \(second) has 6", .countDiffers,
        ["form": first, "count": "7", "other": second, "otherCount": "6"])
    case .classRow(let rows, let number, _):
      let (first, second) = (names.form(rows.form), names.form(number))
      return finding(
        "若\(first)有 999 类的行而\(second)没有这一类", "If \(first) has a row of the class 999 and \(second) has no such row",
        .classWithoutRow, ["code": "999", "other": second])
    case .listedPair(let number, _, _, let list):
      guard let arguments = pair(notIn: list) else { return nil }
      let form = names.form(number)
      return finding(
        "若\(form)有一行两个编码不相对应", "If the two codes of a row of \(form) do not belong together", .pairNotListed, arguments)
    case .knownUnits(let number, let others, _):
      let (first, second) = (names.form(others.first ?? ""), names.form(number))
      return finding(
        "若\(first)有“\(some)”一行而\(second)没有", "If \(first) has a row “\(some)” and \(second) has none",
        .keyMissingElsewhere, ["name": some, "other": second])
    case .emptyNote(let number):
      let note = set.form(number)?.emptyNote ?? ""
      let form = names.form(number)
      return finding(
        "若\(form)没有金额也没有备注", "If \(form) has neither amounts nor a note", .emptyNoteMissing,
        ["note": FormDefinition.fill(note, year: set.years.last ?? "", department: some)])
    case .noteWithoutAmounts(let number):
      let form = names.form(number)
      return finding(
        "若\(form)有这样的备注又有金额", "If \(form) has such a note, and an amount", .emptyNoteContradicted,
        ["text": Amount(fen: 400 * set.unit.fen).text(in: set.unit, decimals: set.decimals)])
    case .noRepeatedRow(let number):
      let form = names.form(number)
      return finding(
        "若\(form)的第 9 行与第 8 行完全相同", "If row 9 of \(form) says all that row 8 says", .rowRepeated, ["row": "8"])
    }
  }

  /// Two codes that are no pair of a table, though each is in it.
  private func pair(notIn list: String) -> [String: String]? {
    guard let pairs = set.pairs[list] else { return nil }
    func isBefore(_ one: PairList.Pair, _ other: PairList.Pair) -> Bool {
      (one.first, one.second) < (other.first, other.second)
    }
    guard let first = pairs.pairs.min(by: isBefore),
      let second = pairs.pairs.filter({ !pairs.contains(first.first, $0.second) }).min(by: isBefore)
    else { return nil }
    func name(_ code: String) -> String {
      set.lists.keys.sorted().compactMap { set.lists[$0]?.names(of: code).first }.first ?? code
    }
    return [
      "code": first.first, "name": name(first.first), "otherCode": second.second, "otherName": name(second.second),
      "list": list,
    ]
  }
}

extension LinearRule {
  /// The forms of its cells and rows.
  var forms: Set<String> {
    var forms = Set(each.map(\.form))
    for comparison in comparisons {
      for term in comparison.left + comparison.right {
        if case .cells(let cells) = term.operand { forms.insert(cells.form) }
      }
    }
    return forms
  }
}

extension StructuralRule.Kind {
  /// The forms at which it looks.
  var forms: Set<String> {
    switch self {
    case .sameKeys(let one, let other): [one.form, other.form]
    case .sameCount(let one, let other): [one, other]
    case .classRow(let rows, let form, _): [rows.form, form]
    case .knownUnits(let form, let others, let names): Set([form] + others + names.map(\.form))
    case .listedPair(let form, _, _, _), .emptyNote(let form), .noteWithoutAmounts(let form), .noRepeatedRow(let form):
      [form]
    }
  }
}
