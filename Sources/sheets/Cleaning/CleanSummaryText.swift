import BudgetSheets

/// What the files of a batch came to, as text for people.
struct CleanSummaryText {
  let summary: CleanSummary
  let options: CommonOptions
  let isApplied: Bool
  /// What a code says, in a few words.
  let meaning: (FindingCode) -> String?
  /// What was not cleaned since it is no workbook.
  var rest = FolderContent.Rest()
  var style = TextStyle.plain
  var listsAll = false

  /// How many kinds of findings are listed unless all are asked for.
  private static let kinds = 10

  /// The lines.
  var lines: [String] { files + changes + remaining }

  private var files: [String] {
    let restLine = rest.text(options).map { options.say("  （另有\($0)未清洗）", "  (\($0) not cleaned)") }
    let total = summary.outcomes.count
    if total == 0 { return [restLine].compactMap(\.self) }
    var rows: [(Int, String)] = [
      (summary.count(.cleaned), isApplied ? options.say("已清洗", "cleaned") : options.say("可清洗", "can be cleaned")),
      (summary.count(.unchanged), options.say("无需清洗", "with nothing to clean")),
      (summary.count(.unreadable), options.say("无法读取", "unreadable")),
    ]
    if summary.count(.notWritten) > 0 { rows.append((summary.count(.notWritten), options.say("未能清洗", "not cleaned"))) }
    let width = rows.map { "\($0.0)".count }.max() ?? 1
    return [style.bold(options.say("共 \(total) 个文件：", "\(total) \(total == 1 ? "file" : "files"):"))]
      + rows.map { "  " + TextWidth.right($0.0, to: width) + "  " + $0.1 } + [restLine].compactMap(\.self)
  }

  private var changes: [String] {
    let counts = summary.changes
    if counts.isEmpty { return [] }
    let title =
      isApplied
      ? options.say("已改动（按代码）：", "Changes by code:") : options.say("将改动（按代码）：", "Changes to be made, by code:")
    let heads = counts.map { ChangeText(options: options).head($0.kind) }
    return [style.bold(title)] + table(zip(heads, counts.map { ($0.total, $0.files) }))
  }

  private var remaining: [String] {
    let counts = summary.remaining
    let incomplete = summary.outcomes.count { $0.isIncomplete }
    let files = summary.outcomes.count { $0.needsPerson }
    let title = options.say(
      "仍需人处理：\(files) 个文件", "Left for a person: \(files) \(files == 1 ? "file" : "files")")
    let note =
      incomplete == 0
      ? ""
      : options.say("（其中 \(incomplete) 个未能全部检查）", " (\(incomplete) of them not fully checked)")
    if counts.isEmpty, incomplete == 0 { return [] }
    let shown = listsAll ? counts : Array(counts.prefix(Self.kinds))
    let text = RemainingText(options: options, meaning: meaning)
    let heads = shown.map { text.head($0.kind) + (text.words($0.kind.code).map { " " + $0 } ?? "") }
    var lines = [style.bold(title) + note] + table(zip(heads, shown.map { ($0.total, $0.files) }))
    if shown.count < counts.count {
      let rest = counts.count - shown.count
      lines.append(
        "  " + options.say("另有 \(rest) 种未列出，用 --all 查看", "\(rest) more kinds are not listed; --all lists them"))
    }
    return lines
  }

  /// Lines of words with the counts in a column.
  private func table(_ rows: some Sequence<(String, (Int, Int))>) -> [String] {
    let rows = Array(rows)
    let width = rows.map { TextWidth.of($0.0) }.max() ?? 0
    let digits = rows.map { "\($0.1.0)".count }.max() ?? 1
    return rows.map { head, counts in
      let total = TextWidth.right(counts.0, to: digits)
      return "  " + TextWidth.padded(head, to: width) + "  "
        + options.say("\(total) 处，\(counts.1) 个文件", "\(total) in \(counts.1) \(counts.1 == 1 ? "file" : "files")")
    }
  }

  /// How the batch came out, in one line.
  var verdict: String {
    if summary.outcomes.isEmpty { return options.say("没有可清洗的文件。", "There is nothing to clean.") }
    var parts: [String] = []
    func add(_ count: Int, _ chinese: String, _ english: String) {
      if count > 0 { parts.append(options.say("\(count) 个\(chinese)", "\(count) \(english)")) }
    }
    add(summary.count(.cleaned), isApplied ? "已清洗" : "可清洗", isApplied ? "cleaned" : "can be cleaned")
    if isApplied {
      let copied = summary.outcomes.count { $0.kind == .unchanged && $0.isCopy }
      add(copied, "无需清洗、已原样复制", "copied as they are")
      add(
        summary.count(.unchanged) - copied, "无需清洗、已按标准表样写出", "with nothing to clean, written in the standard layout")
    } else {
      add(summary.count(.unchanged), "无需清洗", "with nothing to clean")
    }
    add(summary.count(.unreadable), "无法读取", "unreadable")
    add(summary.count(.notWritten), "未能清洗", "not cleaned")
    add(summary.outcomes.count { $0.needsPerson }, "清洗后仍需人处理", "left for a person")
    return parts.joined(separator: options.say("，", ", ")) + options.say("。", ".")
      + (isApplied ? "" : options.say("文件没有改动。", " Nothing was changed."))
  }
}
