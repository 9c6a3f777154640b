import BudgetSheets

/// What found no place, by the reason; cells of one column that say the same are told at once.
struct ConvertRemainderText {
  let left: [ConversionRemainder]
  let set: FormSet
  let options: CommonOptions
  let listsAll: Bool

  /// How many lines a reason takes.
  private static let single = 8
  /// How many cells a line names.
  private static let places = 6

  /// The lines, indented.
  var lines: [String] {
    if left.isEmpty { return [] }
    var lines = [
      "  "
        + options.say(
          "未转入 \(left.count) 处" + amount("，其中金额合计 "), "\(left.count) not carried over" + amount(", amounts in all "))
    ]
    // What is lost comes before what somebody said should be left behind.
    var groups: [(reason: String, items: [ConversionRemainder])] = []
    for item in left.filter(\.isLoss) + left.filter({ !$0.isLoss }) {
      let reason = item.reason(in: options.language)
      if let index = groups.firstIndex(where: { $0.reason == reason }) {
        groups[index].items.append(item)
      } else {
        groups.append((reason, [item]))
      }
    }
    for group in groups {
      lines.append("    " + group.reason + options.say("（\(group.items.count) 处）：", " (\(group.items.count)):"))
      lines += self.lines(of: group.items).map { "      " + $0 }
    }
    return lines
  }

  private func lines(of items: [ConversionRemainder]) -> [String] {
    var lines: [String] = []
    var clusters: [(key: [String], items: [ConversionRemainder])] = []
    let told = listsAll ? items : items.filter { !$0.isZero }
    for item in told {
      let key = [item.sheet ?? item.form, item.path.map { "\($0)" } ?? "", text(item)]
      if !listsAll, let index = clusters.firstIndex(where: { $0.key == key }) {
        clusters[index].items.append(item)
      } else {
        clusters.append((key, [item]))
      }
    }
    let shown = listsAll ? clusters[...] : clusters.prefix(Self.single)
    for cluster in shown { lines.append(line(cluster.items)) }
    if shown.count < clusters.count {
      let count = clusters[shown.count...].reduce(0) { $0 + $1.items.count }
      lines.append(
        options.say(
          "……另有 \(count) 处，用 --all 或 --format json 全部列出", "… \(count) more; --all or --format json lists them"))
    }
    if told.count < items.count {
      lines.append(
        options.say(
          "\(items.count - told.count) 处金额为 0，用 --all 列出", "\(items.count - told.count) amounts of 0; --all lists them")
      )
    }
    return lines
  }

  private func line(_ items: [ConversionRemainder]) -> String {
    guard let first = items.first else { return "" }
    let text = text(first)
    let path = first.path.map { " \($0)" } ?? ""
    if items.count == 1 {
      let row = [first.pane, first.row?.name].compactMap(\.self).map { " " + $0 }.joined()
      return first.place + row + path + options.say("：", ": ") + text
    }
    let cells = items.prefix(Self.places).map { $0.cell.map { "\($0)" } ?? $0.row?.name ?? "" }
    let more = items.count > Self.places ? options.say("等 \(items.count) 处", " … (\(items.count))") : ""
    return "\(first.sheet ?? first.form)!" + cells.joined(separator: options.comma) + more + path
      + options.say("：", ": ") + text
  }

  private func text(_ item: ConversionRemainder) -> String {
    let text = item.text(in: set.unit, decimals: set.decimals).split(whereSeparator: \.isNewline).joined(separator: " ")
    return text.count > 40 ? text.prefix(40) + "…" : text
  }

  private func amount(_ words: String) -> String {
    var sum: Amount? = .zero
    var hasAmount = false
    for item in left {
      guard item.isInput, case .amount(let amount) = item.value else { continue }
      hasAmount = true
      sum = sum.flatMap { $0.adding(amount) }
    }
    guard hasAmount else { return "" }
    guard let sum else { return words + options.say("超出能记的金额", "more than can be counted") }
    return words + sum.text(in: set.unit, decimals: set.decimals)
  }
}
