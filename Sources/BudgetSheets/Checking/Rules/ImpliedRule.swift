/// A rule that the definition of a form implies by a `sum` or `of`, without its being written as a rule.
struct ImpliedRule: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// A column is the sum of others, in each row.
    case columnSum(column: LabelPath, parts: [LabelPath])
    /// A column is a part of another (其中), in each row.
    case columnPart(column: LabelPath, whole: LabelPath)
    /// A printed row is the sum of others, in each column of its pane.
    case rowSum(pane: Int, row: Int)
    /// A printed row is a part of another (其中).
    case rowPart(pane: Int, row: Int)
    /// The rows of a level are the sum of those of the next one below that is present, in each column.
    case levelSum(RowKind)
    /// A labelled amount is the sum of others.
    case fieldSum(LabelPath, parts: [LabelPath])
  }

  var form: String
  /// The rule's identity, as `03:合计`.
  var identity: String
  var text: String
  var kind: Kind
  var source: String

  /// The code that its findings bear, as `B03`.
  var code: FindingCode { FindingCode(rule: "B" + form) }

  /// The words of the definition language for the levels; a total is called by its label.
  static func name(of kind: RowKind, total: String) -> String {
    kind == .total ? total : kind.word
  }

  /// The rules that a form implies.
  static func rules(of form: FormDefinition, total: String) -> [ImpliedRule] {
    var rules: [ImpliedRule] = []
    func add(_ identity: String, _ text: String, _ kind: Kind) {
      rules.append(
        ImpliedRule(
          form: form.form, identity: "\(form.form):\(identity)", text: text, kind: kind, source: form.file))
    }
    func sum(_ path: LabelPath, _ parts: [LabelPath]) -> String {
      "\(path) = "
        + (parts.count <= 8 ? parts.map(\.description) : ["\(parts[0])", "…", "\(parts[parts.count - 1])"])
        .joined(separator: " + ")
    }
    for leaf in form.leaves where leaf.isAmount {
      if !leaf.sum.isEmpty {
        add("\(leaf.path)", sum(leaf.path, leaf.sum), .columnSum(column: leaf.path, parts: leaf.sum))
      }
      if let whole = leaf.partOf {
        add("\(leaf.path)≤", "\(leaf.path) ≤ \(whole)", .columnPart(column: leaf.path, whole: whole))
      }
    }
    for (index, pane) in form.panes.enumerated() {
      let prefix = pane.name.map { $0 + "：" } ?? ""
      for (number, row) in pane.fixedRows.enumerated() {
        if !row.sum.isEmpty {
          add("\(prefix)\(row.path)", prefix + sum(row.path, row.sum), .rowSum(pane: index, row: number))
        }
        if let whole = row.partOf {
          add("\(prefix)\(row.path)≤", "\(prefix)\(row.path) ≤ \(whole)", .rowPart(pane: index, row: number))
        }
      }
      for (upper, lower) in zip(pane.levels, pane.levels.dropFirst()) {
        add(
          "Σ\(name(of: upper.kind, total: total))",
          "\(name(of: upper.kind, total: total)) = Σ \(name(of: lower.kind, total: total))", .levelSum(upper.kind))
      }
    }
    for row in form.labelledAmounts where !row.sum.isEmpty {
      add("\(row.path)", sum(row.path, row.sum), .fieldSum(row.path, parts: row.sum))
    }
    return rules
  }
}
