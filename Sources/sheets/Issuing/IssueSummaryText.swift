import BudgetSheets

/// What the departments of a run came to, as text for people.
struct IssueSummaryText {
  let summary: IssueSummary
  /// What is known of the year before; nil where nothing was asked for.
  let prior: PriorSubmissions?
  let options: CommonOptions
  var style = TextStyle.plain

  /// How many departments are listed that have no workbook of the year before.
  private static let listed = 10

  /// The lines.
  var lines: [String] { counts + failures + notes + priorLines }

  private var counts: [String] {
    let rows: [(Int, String)] = [
      (summary.count(.written), options.say("已生成", "written")),
      (summary.count(.planned), options.say("将生成", "to be written")),
      (summary.count(.present), options.say("已有，未改动", "there already, left as they are")),
      (summary.count(.failed), options.say("未生成", "not written")),
      (summary.count(.interrupted), options.say("未开始", "not begun")),
    ].filter { $0.0 > 0 }
    let width = rows.map { "\($0.0)".count }.max() ?? 1
    let total = summary.total
    return [style.bold(options.say("共 \(total) 个部门：", "\(total) \(total == 1 ? "department" : "departments"):"))]
      + rows.map { "  " + TextWidth.right($0.0, to: width) + "  " + $0.1 }
  }

  private var failures: [String] {
    if summary.failures.isEmpty { return [] }
    return [style.bold(options.say("未生成", "Not written"))]
      + summary.failures.map { "  \($0.job.department)" + options.say("：", ": ") + ($0.reason ?? "") }
  }

  private var notes: [String] {
    if summary.noted.isEmpty { return [] }
    return [style.bold(options.say("请留意", "To be looked at"))]
      + summary.noted.flatMap { outcome in
        outcome.notes.map { "  \(outcome.job.department)" + options.say("：", ": ") + $0 }
      }
  }

  private var priorLines: [String] {
    guard let prior else { return [] }
    let without = summary.withoutPrior.filter { prior.several(of: $0).isEmpty }
    var head = options.say("上年预算：", "The year before: ")
    head +=
      summary.count(.planned) > 0
      ? options.say("将填入 \(summary.filledIn) 个", "to be filled in for \(summary.filledIn)")
      : options.say("已填入 \(summary.filledIn) 个", "filled in for \(summary.filledIn)")
    head += options.say("，没有上年件 \(without.count) 个", ", no workbook for \(without.count)")
    var lines = [style.bold(head)]
    if !without.isEmpty {
      let names = without.prefix(Self.listed).map(\.description).joined(separator: options.comma)
      let more = without.count > Self.listed ? options.say("等", " …") : ""
      lines.append(options.say("  没有上年件：", "  without: ") + names + more)
    }
    if prior.unreadable > 0 {
      lines.append(
        options.say(
          "  （另有 \(prior.unreadable) 个文件无法读取，可能就是上列部门的）",
          "  (\(prior.unreadable) more files could not be read; they may be those departments')"))
    }
    let text = CollectionText(collection: prior.collection, unreadable: 0, options: options)
    for twice in prior.collection.twice {
      lines.append(
        options.say("  不止一个，都未采用：", "  more than one, none taken: ") + "\(twice.department)" + options.say("：", ": ")
          + twice.submissions.map(\.file).joined(separator: options.comma))
    }
    return lines + text.strangers
  }

  /// How the run came out, in one line.
  var verdict: String {
    var parts: [String] = []
    func add(_ kind: IssueOutcome.Kind, _ chinese: String, _ english: String) {
      let count = summary.count(kind)
      if count > 0 { parts.append(options.say("\(count) 个\(chinese)", "\(count) \(english)")) }
    }
    add(.written, "已生成", "written")
    add(.planned, "将生成", "to be written")
    add(.present, "已有", "there already")
    add(.failed, "未生成", "not written")
    add(.interrupted, "未开始", "not begun")
    return parts.joined(separator: options.say("，", ", ")) + options.say("。", ".")
      + (summary.count(.planned) > 0 ? options.say("没有写出文件。", " Nothing was written.") : "")
  }
}
