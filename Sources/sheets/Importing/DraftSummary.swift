import BudgetSheets

/// What was drafted, in words: each form, what has to be looked at, what comes next.
struct DraftSummary {
  let draft: FormSetDraft
  /// The set as it was read back.
  let set: FormSet
  let folder: String
  let options: CommonOptions

  /// The whole text.
  var text: String {
    var lines = [
      options.say(
        "\(set.name)：由空白表起草了 \(set.forms.count) 张表，单位 \(set.unit.rawValue)。",
        "\(set.name): drafted \(set.forms.count) forms from blank ones, in \(set.unit.rawValue).")
    ]
    for form in set.forms { lines.append("  \(form.form)  \(form.code ?? "—")  \(form.title)  \(size(of: form))") }
    if !set.lists.isEmpty {
      let lists = set.lists.sorted { $0.key < $1.key }.map { "\($0.key)（\($0.value.entries.count)）" }
      lines.append(options.say("字典：", "Lists: ") + lists.joined(separator: options.say("、", ", ")))
    }
    if !draft.otherSheets.isEmpty {
      let sheets = Self.clipped(draft.otherSheets, options.say("、", ", "))
      lines.append(options.say("不是表样、未采用的工作表：\(sheets)", "Sheets that are no forms: \(sheets)"))
    }
    if draft.questions.isEmpty {
      lines.append(options.say("没有需要核对的地方。", "There is nothing to look at."))
    } else {
      lines.append(
        options.say(
          "需要核对 \(draft.questions.count) 处（表样中写有“请核对”）：",
          "\(draft.questions.count) to look at, marked 请核对 in the definitions:"))
      for question in draft.questions.prefix(60) { lines.append("  " + question.line(in: options.language)) }
      if draft.questions.count > 60 { lines.append("  …") }
    }
    let place = folder.contains(" ") ? "'\(folder)'" : folder
    lines.append(options.say("下一步：", "Next:"))
    lines.append("  sheets template lint \(place)")
    lines.append("  sheets template show \(set.forms.first?.form ?? "01") --templates \(place) --set \(set.name)")
    lines.append("  sheets read FILLED.xlsx --templates \(place) --set \(set.name)")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The columns, rows and sums of a form.
  private func size(of form: FormDefinition) -> String {
    if form.isBlockForm {
      var sums = 0
      for case .amounts(let amounts) in form.blocks { sums += amounts.rows.count { !$0.sum.isEmpty } }
      return options.say("\(form.blocks.count) 块，\(sums) 个合计", "\(form.blocks.count) blocks, \(sums) sums")
    }
    let printed = form.panes.map(\.fixedRows.count).reduce(0, +)
    let levels = form.panes.map(\.levels.count).reduce(0, +)
    var sums = form.leaves.count { !$0.sum.isEmpty }
    for pane in form.panes { sums += pane.fixedRows.count { !$0.sum.isEmpty } }
    let rows =
      printed > 0
      ? options.say("\(printed) 行", "\(printed) rows") : options.say("\(levels) 级行", "\(levels) levels of rows")
    return options.say(
      "\(form.leaves.count) 栏，\(rows)，\(sums) 个合计", "\(form.leaves.count) columns, \(rows), \(sums) sums")
  }

  private static func clipped(_ names: [String], _ comma: String) -> String {
    names.prefix(12).joined(separator: comma) + (names.count > 12 ? " …" : "")
  }
}
