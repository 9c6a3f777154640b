import BudgetSheets

/// How the files of a batch came out.
struct CheckTally {
  private(set) var files = 0
  private(set) var unreadable = 0
  private var verdicts: [CheckVerdict: Int] = [:]
  /// Those with another verdict of which something could not be checked either.
  private var alsoIncomplete = 0

  /// Counts a file.
  mutating func count(_ outcome: CheckOutcome) {
    files += 1
    guard let verdict = outcome.verdict else {
      unreadable += 1
      return
    }
    verdicts[verdict, default: 0] += 1
    if outcome.isIncomplete, verdict != .incomplete { alsoIncomplete += 1 }
  }

  /// How many files have a verdict.
  func count(_ verdict: CheckVerdict) -> Int { verdicts[verdict] ?? 0 }

  /// The table, one line for each way to come out.
  ///
  /// - Parameter rest: What was not checked since it is no workbook.
  func lines(_ options: CommonOptions, rest: FolderContent.Rest) -> [String] {
    let restLine = rest.text(options).map { options.say("  （另有\($0)未检查）", "  (\($0) not checked)") }
    if files == 0 { return [restLine].compactMap(\.self) }
    let rows: [(Int, String)] = [
      (count(.passed), options.say("通过", "passed")),
      (count(.explainable), options.say("需说明", "to be explained")),
      (count(.rejected), options.say("退回修改", "returned for correction")),
      (unreadable, options.say("无法读取", "unreadable")),
      (count(.incomplete), options.say("没有问题，但未能全部检查", "nothing found, but not fully checked")),
    ]
    let width = rows.map { "\($0.0)".count }.max() ?? 1
    var lines = [options.say("共 \(files) 个文件：", "\(files) files:")]
    for (number, word) in rows {
      let padding = String(repeating: " ", count: width - "\(number)".count)
      lines.append("  \(padding)\(number)  \(word)")
    }
    if alsoIncomplete > 0 {
      lines.append(
        options.say(
          "  （需说明和退回修改的文件中，另有 \(alsoIncomplete) 个未能全部检查）",
          "  (of those to be explained or corrected, \(alsoIncomplete) could not be fully checked either)"))
    }
    return lines + [restLine].compactMap(\.self)
  }
}
