import BudgetSheets

/// One run of `sheets convert` over all its files.
struct ConvertRun {
  let converter: FileConverter
  let paths: [String]
  let output: String

  private var options: CommonOptions { converter.options }
  private var isArray: Bool { converter.isBatch && converter.format == .json }

  /// Converts all files, prints the results in their order, and says what they come to.
  func run(jobs: Int) async -> ExitStatus {
    let progress = ProgressLine(total: paths.count, options: options)
    var status = ExitStatus.success
    var written = 0
    var withRemainder = 0
    var list = ResultList(isArray: isArray)
    do {
      try await Batch.run(paths, jobs: jobs, work: converter.convert) { outcome in
        progress.clear()
        list.add(outcome.text)
        if outcome.output == nil, !converter.isBatch { Console.message(outcome.summary) }
        if converter.isBatch { progress.finish(outcome.summary) }
        status.worsen(to: outcome.status)
        if outcome.output != nil { written += 1 }
        if outcome.output != nil, outcome.needsPerson { withRemainder += 1 }
      }
    } catch {
      preconditionFailure("Nothing ends a batch: \(error)")
    }
    list.end()
    if converter.isBatch, converter.format == .text {
      Console.line(
        converter.style.bold(
          options.say(
            "共 \(paths.count) 个文件，转换 \(written) 个，其中 \(withRemainder) 个有未转入或读不出的内容；未转换 \(paths.count - written) 个。结果在 \(output)。",
            "\(paths.count) files: converted \(written), \(withRemainder) of them with something left or unread; not converted \(paths.count - written). The results are in \(output)."
          )))
    }
    return status
  }
}
