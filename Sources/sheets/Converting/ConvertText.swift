import BudgetSheets

/// A conversion as text for people: what was carried over, what was not, and what to do next.
struct ConvertText {
  let path: String
  let output: String
  let from: FormSet
  let to: FormSet
  let conversion: BookConversion
  /// What the written workbook, read again, does not say.
  let lost: [BookDifference]
  let findings: [Finding]
  let options: CommonOptions
  let style: TextStyle
  let listsAll: Bool

  /// How many places are told one by one.
  private static let single = 8

  /// What found no place and is not said elsewhere.
  private var left: [ConversionRemainder] { conversion.left.filter { !$0.isKept } }
  private var differing: [ConversionSum] { conversion.sums.filter(\.differs) }

  /// Whether something is lost that nobody said should be, or a sum is another one.
  var hasLoss: Bool {
    left.contains(where: \.isLoss) || !differing.isEmpty || !conversion.disagreements.isEmpty || !lost.isEmpty
  }

  /// One line for the progress.
  var summary: String {
    path
      + options.say(
        "：转入 \(conversion.coverage.forms.count) 张表、\(conversion.carried) 个数值，未转入 \(left.count) 处",
        ": carried over \(conversion.coverage.forms.count) forms and \(conversion.carried) values, left \(left.count)")
  }

  /// All lines.
  var lines: [String] {
    var lines = [style.bold(heading)]
    lines.append("  " + carried)
    lines += sums
    lines += disagreements
    lines += remainders
    lines += kept
    lines += unfilled
    if !conversion.book.outside.isEmpty {
      lines.append(
        "  "
          + options.say(
            "表外 \(conversion.book.outside.count) 格，照录在工作表“表外内容”",
            "\(conversion.book.outside.count) cells outside the forms are in the sheet 表外内容") + outsideNumbers)
    }
    for conflict in conversion.unitConflicts { lines.append("  " + conflict.line(in: options.language)) }
    if !findings.isEmpty { lines += FindingReport(findings: findings, options: options, style: style).lines }
    for difference in shortened(lost) { lines.append("  " + difference.line(in: options.language)) }
    lines.append(style.bold(verdict))
    return lines
  }

  private func shortened<Item>(_ items: [Item]) -> [Item] {
    listsAll || items.count <= Self.single ? items : Array(items.prefix(Self.single))
  }

  private var heading: String {
    let book = conversion.book
    let department = book.department.isEmpty ? options.say("（未写明部门）", "(no department named)") : book.department
    return "\(path)" + options.say("：", ": ") + "\(from.name) → \(to.name)" + options.say("，", ", ") + department
      + (book.year.isEmpty ? "" : options.say("，\(book.year) 年", ", \(book.year)"))
  }

  /// What a form of the newer set is called, with the number of its predecessor.
  private func name(_ form: String, _ predecessor: String) -> String {
    let name = to.form(form)?.name ?? form
    let older = olderName(predecessor)
    return options.say("\(name)（原\(older)）", "\(name) (was \(older))")
  }

  private func olderName(_ form: String) -> String { from.form(form)?.name ?? form }

  private var carried: String {
    var names: [String] = []
    for form in to.forms {
      if let covered = conversion.coverage.forms[form.form] { names.append(name(form.form, covered.predecessor)) }
    }
    if names.isEmpty { return options.say("没有一张表可以转入", "no form could be carried over") }
    let list = names.joined(separator: options.comma)
    return options.say(
      "转入 \(names.count) 张表、\(conversion.carried) 个数值：\(list)",
      "carried over \(names.count) forms, \(conversion.carried) values: \(list)")
  }

  /// The numbers among what stood outside the forms.
  private var outsideNumbers: String {
    let count = conversion.outsideNumbers.count
    if count == 0 { return "" }
    let sum = conversion.outsideSum ?? options.say("无法计算", "more than can be counted")
    return options.say("，其中数字 \(count) 个，照原数相加 \(sum)", "; \(count) of them are numbers, as they stand \(sum) in all")
  }

  private func text(_ amount: Amount?) -> String {
    amount.map { text($0) } ?? options.say("超出能记的金额", "more than can be counted")
  }

  private func text(_ amount: Amount) -> String { amount.text(in: to.unit, decimals: to.decimals) }

  private var sums: [String] {
    if conversion.sums.isEmpty { return [] }
    var lines = [
      "  "
        + options.say(
          "各表金额（\(to.unit.rawValue)，只加明细，不加合计）：",
          "amounts by form (\(to.unit.rawValue), inputs without totals):")
    ]
    for sum in conversion.sums {
      let form =
        sum.form.map { name($0, sum.predecessor) }
        ?? options.say("原\(olderName(sum.predecessor))（没有后继）", "was \(olderName(sum.predecessor)) (no successor)")
      var line = "    " + form + (sum.pane.map { " " + $0 } ?? "") + options.say("：", ": ")
      line += "\(text(sum.before)) → \(text(sum.after))"
      if let difference = sum.difference, sum.differs {
        line += style.level(
          .warning, options.say("，相差 \(text(difference))", ", differs by \(text(difference))"))
      }
      lines.append(line)
    }
    return lines
  }

  private var disagreements: [String] {
    let totals = conversion.disagreements
    if totals.isEmpty { return [] }
    var lines = [
      "  "
        + options.say(
          "转入的合计与各部分不符，两者都照原样保留（\(totals.count) 处\(writtenTotals)）：",
          "carried totals that are not the sum of their parts, both left as they are (\(totals.count)\(writtenTotals)):"
        )
    ]
    for total in shortened(totals) {
      let place = [to.form(total.form)?.name ?? total.form, total.pane, total.row?.name, "\(total.path)"]
        .compactMap(\.self).joined(separator: " ")
      lines.append(
        "    "
          + options.say(
            "\(place)：\(text(total.total))，各部分之和 \(text(total.parts))",
            "\(place): \(text(total.total)), its parts \(text(total.parts))"))
    }
    return lines + more(totals.count)
  }

  /// How many totals are told below by the writing.
  private var writtenTotals: String {
    let count = findings.count { $0.code == .totalDisagrees || $0.code == .totalBlank }
    if count == 0 { return "" }
    return options.say("，写出时另核对出 \(count) 处，见下", "; \(count) found when writing, see below")
  }

  /// The line after a list that was cut short.
  private func more(_ count: Int) -> [String] {
    guard !listsAll, count > Self.single else { return [] }
    return [
      "    "
        + options.say(
          "……另有 \(count - Self.single) 处，用 --all 或 --format json 全部列出",
          "… \(count - Self.single) more; --all or --format json lists them")
    ]
  }

  private var remainders: [String] {
    ConvertRemainderText(left: left, set: to, options: options, listsAll: listsAll).lines
  }

  /// What has no successor of its own, but is not lost.
  private var kept: [String] {
    let kept = conversion.left.filter(\.isKept)
    if kept.isEmpty { return [] }
    return [
      "  "
        + options.say(
          "另有 \(kept.count) 处没有自己的后继，已计入转入的数值（--format json 列出）",
          "\(kept.count) more have no successor of their own, and are counted in what was carried over (--format json lists them)"
        )
    ]
  }

  private var unfilled: [String] {
    var lines: [String] = []
    let new = conversion.newForms.map { to.form($0)?.name ?? $0 }
    if !new.isEmpty {
      let names = new.joined(separator: options.comma)
      lines.append("  " + options.say("新增的表，空着待填：\(names)", "new forms, left blank: \(names)"))
    }
    var absent: [String] = []
    for form in to.forms {
      if let older = conversion.absentForms[form.form] { absent.append(name(form.form, older)) }
    }
    if !absent.isEmpty {
      let names = absent.joined(separator: options.comma)
      let words =
        findings.contains(where: \.meansUnreadSheet)
        ? options.say(
          "没有读到这些表（有的工作表没有读取，见下），空着待填：", "not read (some sheets were not, see below), left blank: ")
        : options.say("原件没有这些表，空着待填：", "not in the workbook, left blank: ")
      lines.append("  " + words + names)
    }
    return lines
  }

  private var verdict: String {
    let next = NextCommand("check", [output], options: nextOptions).text
    if conversion.newForms.isEmpty, conversion.absentForms.isEmpty {
      return options.say("已写出 \(output)。下一步：\(next)", "Wrote \(output). Next: \(next)")
    }
    return options.say(
      "已写出 \(output)。下一步：填好空着的表，再运行 \(next)", "Wrote \(output). Next: fill in what is blank, then \(next)")
  }

  /// The set of the older workbook is not that of the newer one.
  private var nextOptions: CommonOptions {
    var options = options
    options.set = nil
    return options
  }
}
