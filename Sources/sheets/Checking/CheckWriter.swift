import BudgetSheets

/// Puts the results of single files together into one.
final class CheckWriter {
  private let run: CheckRun
  private let output: ResultOutput
  private var isFirst = true

  init(run: CheckRun, output: ResultOutput) {
    self.run = run
    self.output = output
  }

  private var options: CommonOptions { run.options }

  /// Writes what stands before the first file.
  func begin() throws(OutputError) {
    if run.result.envelope { try output.write("{\"reports\": [") } else if run.isArray { try output.write("[") }
  }

  /// Writes the result of a file.
  func write(_ outcome: CheckOutcome) throws(OutputError) {
    if run.result.envelope || run.isArray, !outcome.text.isEmpty {
      try output.write(isFirst ? "\n" : ",\n")
      isFirst = false
    }
    try output.write(outcome.text)
  }

  /// Writes what stands after the last file, and puts the result into its place.
  func end(
    _ summary: CheckSummary, _ collection: DepartmentList.Collection?, style: TextStyle
  ) throws(OutputError) {
    let collectionText = collection.map { run.text(of: $0, summary, style: style).lines }
    switch run.result.format {
    case .text:
      var lines = run.isBatch ? summary.tally.lines(options, rest: run.rest) : []
      lines += collectionText ?? []
      lines.append(style.bold(lastLine(summary, collection)))
      // A single file that could not be read was told as that.
      if run.isBatch || summary.tally.unreadable == 0 { try output.write(lines.joined(separator: "\n") + "\n") }
    case .json:
      if run.result.envelope {
        try output.write("\n]" + (collection.map { ",\n\"departments\": " + $0.json } ?? "") + "}\n")
      } else if run.isArray {
        try output.write("\n]\n")
      }
    case .sarif: try output.write(CheckReport.sarif(of: summary.checkedFiles, language: options.language))
    case .ndjson, .html: break
    }
    try output.finish()
    if run.result.format != .text { for line in collectionText ?? [] { Console.message(line) } }
  }

  // MARK: The last line

  private func lastLine(_ summary: CheckSummary, _ collection: DepartmentList.Collection?) -> String {
    let verdict = run.isBatch ? batchVerdict(summary, collection) : (summary.outcomes.first?.sentence ?? "")
    let next = NextStep(run: run, summary: summary).text
    return next.isEmpty ? verdict : verdict + options.say("下一步：", " Next: ") + next
  }

  private func batchVerdict(_ summary: CheckSummary, _ collection: DepartmentList.Collection?) -> String {
    let tally = summary.tally
    var parts: [String] = []
    func add(_ count: Int, _ chinese: String, _ english: String) {
      if count > 0 { parts.append(options.say("\(count) 个\(chinese)", "\(count) \(english)")) }
    }
    add(tally.count(.rejected), "须退回修改", "to be corrected")
    add(tally.count(.explainable), "需说明", "to be explained")
    add(tally.unreadable, "无法读取", "unreadable")
    add(tally.count(.incomplete), "未能全部检查", "not fully checked")
    if let missing = collection?.missing.count, missing > 0 {
      parts.append(options.say("\(missing) 个部门未报送", "\(missing) departments missing"))
    }
    if tally.files == 0 { return options.say("没有可检查的文件。", "There is nothing to check.") }
    let toReview = summary.outcomes.count { $0.isToReview }
    if parts.isEmpty {
      return options.say("全部通过。", "All passed.")
        + (toReview == 0
          ? ""
          : options.say(
            "其中 \(toReview) 个填有说明，请审阅后决定是否接收。",
            " Read the explanations in \(toReview) of them before you accept them."))
    }
    return parts.joined(separator: options.say("，", ", ")) + options.say("。", ".")
  }
}
