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
    let collectionText = collection.map {
      CollectionText(collection: $0, unreadable: summary.tally.unreadable, options: options, style: style).lines
    }
    switch run.result.format {
    case .text:
      var lines = run.isBatch ? summary.tally.lines(options) : []
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
    if summary.tally.files == 0 { return verdict }
    return verdict + options.say("下一步：", " Next: ") + nextCommand(summary).text
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
    if parts.isEmpty { return options.say("全部通过。", "All passed.") }
    return parts.joined(separator: options.say("，", ", ")) + options.say("。", ".")
  }

  /// What helps most: a marked copy for the submitter, the explanation of a code, or the values.
  private func nextCommand(_ summary: CheckSummary) -> NextCommand {
    let files = run.files
    let needsCopy = summary.tally.count(.rejected) + summary.tally.count(.explainable) > 0
    if needsCopy, run.result.annotate == nil {
      let rules = run.rules.files.flatMap { ["--rules", $0] }
      return NextCommand("check", files + rules + ["--annotate", returnFolder], options: options)
    }
    if needsCopy, let folder = run.result.annotate, summary.outcomes.contains(where: { $0.copy != nil }) {
      let copy = run.isBatch ? folder : summary.outcomes.first?.copy ?? folder
      return NextCommand("check", [copy], options: options)
    }
    if let code = summary.outcomes.compactMap(\.firstCode).first {
      return NextCommand("explain", [code], options: options)
    }
    return NextCommand("verify", files, options: options)
  }

  /// A folder for marked copies that can be used as it is: no inputs stand there, and no copies yet.
  private var returnFolder: String {
    let name = options.say("退回", "returned")
    let candidates = [name] + (2...99).map { "\(name)\($0)" }
    let free = candidates.first { folder in
      !run.places.hasInput(in: folder)
        && !run.paths.contains { OutputPlaces.exists(AnnotatedCopy.path(for: $0, in: folder)) }
    }
    return (free ?? name) + "/"
  }
}
